import { enforce, filesToJudge } from '../../enforce.js';
import { findSilentRules } from '../../engine/blind-spots/find-silent-rules.js';
import { askOutside } from '../../engine/inspection/ask-outside.js';
import { readFindings } from '../../findings/findings-folder.js';
import type { CheckResult } from '../../model/check-result.js';
import { exitCodeOf } from '../../model/exit-code.js';
import type { Finding } from '../../model/finding.js';
import { plural } from '../../model/plural.js';
import { readEvidenceFile } from '../../pattern-store/evidence/evidence-file.js';
import { readReviewFile } from '../../pattern-store/reviews/review-file.js';
import { openWorkingTree } from '../../platform/files/working-tree.js';
import { runBounded } from '../../platform/runtime/run-bounded.js';
import { prescanTree } from '../../prescan/prescan-tree.js';
import { isCode } from '../../syntax/is-code.js';
import { reportProblem } from '../output/report-problem.js';
import { say } from '../output/say.js';
import type { Session } from '../workspace/session.js';
import { openWorkspace, type Workspace } from '../workspace/workspace.js';
import { goneByCheck, raisedByCheck } from './raised-findings.js';
import { saveFindings } from './save-findings.js';

/** Brings the findings on disk up to date with a whole check. Where that could not look everywhere, nothing is taken away. */
export function syncFindings(session: Session): void {
  const workspace = openWorkspace(session);
  const { root, config, loaded } = workspace;
  const today = session.clock.today();
  const tree = openWorkingTree(root, { maxFileBytes: config.maxFileBytes });
  const files = filesToJudge(tree, loaded, config);
  const prescan = prescanTree(tree, config);
  const checked = enforce({ tree, prescan, contracts: loaded, config, today, isCode });
  const result = { ...checked, findings: [...checked.findings, ...beyondCheck(checked, workspace, files)] };
  const queue = readReviewFile(root);
  const isWhole = exitCodeOf([...result.problems, ...queue.problems], false) === 0;
  const goneOf = isWhole ? goneByCheck(result, queue.reviews ?? []) : () => [];
  const saved = saveFindings(root, raisedByCheck(result), today, goneOf);
  const problems = [...result.problems, ...queue.problems, ...saved.problems];
  for (const problem of problems) reportProblem(problem, session);
  const { created, removed } = saved;
  say(
    `${plural(created.length, 'finding')} added, ${removed.length} removed because no longer so.\n`,
    session.terminal,
  );
  session.conclude(exitCodeOf(problems, false));
}

/** What an owner should decide about, though a check has better ways to say it, or nothing to say. */
function beyondCheck(
  { problems, violations }: CheckResult,
  { root, config, loaded }: Workspace,
  files: readonly string[],
): readonly Finding[] {
  const rules = loaded.contracts.flatMap((contract) => contract.rules);
  const expired = problems.filter(({ code }) => code === 'waiver/expired');
  const asked = askOutside(isCode, runBounded);
  const checked = { rules, files, violations, fired: firedBefore(root) };
  return [
    ...expired.map(
      ({ code, file, line, message, help }): Finding => ({ code, ruleId: null, file, line, message, help }),
    ),
    ...findSilentRules(checked, asked.isCode, asked.bounded, config.timeLimits.ruleMs),
  ];
}

/** Rules that a fix was ever tried for, or that left something to decide. */
function firedBefore(root: string): ReadonlySet<string> {
  const tried = (readEvidenceFile(root).lines ?? []).flatMap((line) => ('ruleId' in line ? [line.ruleId] : []));
  const left = readFindings(root).records.filter(({ code }) => /^(?:heal|review|secret)\//.test(code));
  return new Set([...tried, ...left.flatMap(({ ruleId }) => ruleId ?? [])]);
}
