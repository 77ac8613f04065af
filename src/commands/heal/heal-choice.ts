import { BASELINE_FILE, type BaselineRead } from '../../exemptions/baseline-file.js';
import type { CheckResult } from '../../model/check-result.js';
import type { Finding } from '../../model/finding.js';
import { plural } from '../../model/plural.js';
import { usageError } from '../../model/problem.js';
import type { Session } from '../workspace/session.js';
import type { Workspace } from '../workspace/workspace.js';

/** What there is to choose from. */
export interface Choice {
  readonly workspace: Workspace;
  readonly found: CheckResult;
  readonly files: readonly string[];
}

/** What of it is to be healed. */
export type Narrow = (choice: Choice) => CheckResult;

interface Asked {
  readonly from?: string;
  readonly resume?: true;
  readonly rule: readonly string[];
  readonly contract: readonly string[];
}

/**
 * Everything, or what the output that `--from` names tells of. That output is read now.
 * @throws UsageError where it cannot be read
 */
export async function narrowing(
  paths: readonly string[],
  { from, resume, rule, contract }: Asked,
  session: Session,
): Promise<Narrow> {
  if (from === undefined) return ({ found }) => found;
  if (resume || paths.length + rule.length + contract.length > 0) {
    throw usageError('usage/from', '--from says what to heal, so it takes no paths, --rule, --contract or --resume.');
  }
  const { readOutput, mentionedOnly } = await import('./heal-from.js');
  const output = await readOutput(from, session);
  return (choice) => mentionedOnly(output, choice, session);
}

/** What the baseline knows stays in the result, exempt, and heal leaves it alone: that is said, not silent. */
export function withBaseline(found: CheckResult, baseline: BaselineRead | null): CheckResult {
  if (baseline === null) return found;
  const known = found.violations.filter(({ exemption }) => exemption?.kind === 'baseline').length;
  const note: Finding = {
    code: 'baseline/left-alone',
    ruleId: null,
    file: BASELINE_FILE,
    line: null,
    message: `${plural(known, 'known violation')} ${known === 1 ? 'was' : 'were'} left alone.`,
    help: 'To mend known ones too: specflow heal --include-baseline, then specflow baseline prune.',
  };
  return {
    ...found,
    problems: [...found.problems, ...baseline.problems],
    findings: [...found.findings, ...baseline.findings, ...(known > 0 ? [note] : [])],
  };
}
