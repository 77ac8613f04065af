import { enforce } from '../../enforce.js';
import { readBaselineFile } from '../../exemptions/baseline-file.js';
import type { CheckResult } from '../../model/check-result.js';
import type { Problem } from '../../model/problem.js';
import type { Violation } from '../../model/violation.js';
import type { SourceTree } from '../../platform/files/source-tree.js';
import { openGit } from '../../platform/git/git.js';
import { boundedTo } from '../../platform/runtime/run-bounded.js';
import type { CheckReport } from '../../reporters/report.js';
import { isCode } from '../../syntax/is-code.js';
import type { Session } from '../workspace/session.js';
import type { Workspace } from '../workspace/workspace.js';

/** What an agent is told about its work in one project. */
export interface Verdict {
  /** Of the project, absolute: all paths are relative to it. */
  readonly root: string;
  /** The violations that fail a check, and nothing else; null where there is none. */
  readonly report: CheckReport | null;
  /** Why the verdict may not be whole. */
  readonly problems: readonly Problem[];
}

export interface JudgeRequest {
  readonly workspace: Workspace;
  readonly tree: SourceTree;
  /** All files of the tree when left out. */
  readonly changed?: ReadonlySet<string>;
  readonly removed?: ReadonlySet<string>;
  /** Whether the tree holds every file, so that what is found nowhere in it is missing. */
  readonly isWhole: boolean;
}

/** Checks, and keeps what an agent has to mend: errors that nothing exempts, in files git does not ignore. */
export async function judgeFiles(request: JudgeRequest, session: Session): Promise<Verdict> {
  const { workspace, tree, changed, removed, isWhole } = request;
  const { root, config, loaded } = workspace;
  const look = (more: Partial<Parameters<typeof enforce>[0]>): CheckResult =>
    enforce({
      tree,
      contracts: loaded,
      config,
      today: session.clock.today(),
      only: { changed, removed },
      isCode,
      ...more,
    });
  const counts = (violation: Violation): boolean =>
    violation.severity === 'error' && violation.exemption === null && (isWhole || violation.file !== null);

  // Nearly every edit is clean, and must not wait for what only a violation needs.
  const first = look({});
  if (!first.violations.some(counts)) return { root, report: null, problems: serious(first.problems) };
  const { baseline, problems } = readBaselineFile(root);
  const result = baseline === null ? first : look({ baseline });
  const found = result.violations.filter(counts);
  const violations = isWhole ? found : notIgnored(found, root);
  const report = violations.length === 0 ? null : await reportOf(violations, result, workspace, session);
  return { root, report, problems: serious([...result.problems, ...problems]) };
}

/** Asked only now, since it takes two processes. Where there is no git, nothing is ignored. */
function notIgnored(violations: readonly Violation[], root: string): readonly Violation[] {
  const files = [...new Set(violations.flatMap(({ file }) => file ?? []))];
  const listed = files.length === 0 ? null : openGit(root)?.listFiles(files);
  if (!listed) return violations;
  const kept = new Set(listed.paths);
  return violations.filter(({ file }) => file === null || kept.has(file));
}

async function reportOf(
  violations: readonly Violation[],
  result: CheckResult,
  { root, config }: Workspace,
  { clock, toolVersion }: Session,
): Promise<CheckReport> {
  const [{ outlooksOf }, { readStore }, { leftByHeal }, { readFindings }] = await Promise.all([
    import('../../heal/outlook/outlooks-of.js'),
    import('../../pattern-store/read-store.js'),
    import('../findings/left-by-heal.js'),
    import('../../findings/findings-folder.js'),
  ]);
  const patterns = readStore(root).store?.patterns ?? [];
  const today = clock.today();
  const within = boundedTo(config.timeLimits.ruleMs);
  const { outlooks } = outlooksOf(violations, patterns, config.healLoop, today, within);
  const records = outlooks.size === 0 ? [] : readFindings(root).records;
  const left = leftByHeal(outlooks.keys(), result.violations, records);
  return { result: { ...result, violations, problems: [], findings: [] }, outlooks, left, toolVersion };
}

function serious(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ severity }) => severity !== 'warning');
}
