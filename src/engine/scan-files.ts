import type { Check, Rule } from '../model/contract.js';
import type { Problem } from '../model/problem.js';
import type { SuppressionsRead } from '../model/suppression.js';
import type { Violation } from '../model/violation.js';
import { checkKey } from './check-key.js';
import type { Coverage } from './cover.js';
import type { Inspect, Wants } from './inspection.js';
import type { SkippedFile } from './report-skipped.js';
import { requiresAny } from './requires-any.js';
import { SILENCE } from './silence.js';

export interface ScanRequest {
  readonly rules: readonly Rule[];
  readonly coverage: Coverage;
  /** Sorted. Which of them are looked at decides `inFocus`. */
  readonly listed: readonly string[];
  readonly inFocus: (file: string) => boolean;
  readonly inspect: Inspect;
  /** Keys of required patterns that some file holds which is not listed. */
  readonly satisfied?: ReadonlySet<string> | undefined;
  /** Told which files come next, in this order, and whether everything is asked of them. */
  readonly prefetch?: ((paths: readonly string[], isNear: boolean) => void) | undefined;
}

export interface Scan {
  /** How many texts in focus were looked at. */
  readonly files: number;
  readonly violations: readonly Violation[];
  readonly problems: readonly Problem[];
  readonly satisfied: ReadonlySet<string>;
  readonly undecided: ReadonlySet<string>;
  /** Sorted by path. */
  readonly skipped: readonly SkippedFile[];
  readonly gone: ReadonlySet<string>;
  /** Of files in focus. */
  readonly suppressions: SuppressionsRead;
}

/**
 * Has each file looked at once for what is asked of it: every check on a file in focus, elsewhere only required
 * patterns that any file may satisfy and none has yet. A file nothing is asked of is not looked at.
 */
export function scanFiles(request: ScanRequest): Scan {
  const { rules, coverage, listed, inFocus, inspect, prefetch } = request;
  const active = new Set(rules);
  const violations: Violation[] = [];
  const problems: Problem[] = [];
  const satisfied = new Set(request.satisfied);
  const undecided = new Set<string>();
  const skipped: SkippedFile[] = [];
  const farSkipped: SkippedFile[] = [];
  const gone = new Set<string>();
  const suppressions: SuppressionsRead[] = [];
  let files = 0;

  const askingOf = (wants: Wants): ((path: string) => readonly Rule[]) => {
    // Many files share one list of rules, of which the same ask something as long as nothing more is satisfied.
    const known = new Map<readonly Rule[], readonly Rule[]>();
    let satisfiedThen = satisfied.size;
    return (path) => {
      if (satisfied.size !== satisfiedThen) known.clear();
      satisfiedThen = satisfied.size;
      const rules = coverage.rulesOf(path);
      const asking =
        known.get(rules) ?? rules.filter((rule) => active.has(rule) && rule.checks.some((check) => wants(rule, check)));
      known.set(rules, asking);
      return asking;
    };
  };

  const judgeAll = (paths: readonly string[], wants: Wants, isNear: boolean): void => {
    const rulesAsking = askingOf(wants);
    for (const path of paths) {
      const asking = rulesAsking(path);
      if (asking.length > 0) judge(path, asking, wants, isNear);
    }
  };

  const judge = (path: string, asking: readonly Rule[], wants: Wants, isNear: boolean): void => {
    const seen = inspect(path, asking, wants);
    // As of nearly all.
    if (seen === SILENCE) {
      if (isNear) files++;
      return;
    }
    if (seen.kind === 'gone') gone.add(path);
    else if (seen.kind === 'skipped') (isNear ? skipped : farSkipped).push({ path, rules: asking.length, ...seen });
    else {
      if (isNear) files++;
      for (const violation of seen.violations) violations.push(violation);
      for (const problem of seen.problems) problems.push(problem);
      for (const each of seen.undecided) problems.push(...each.problems);
      for (const key of seen.satisfied) satisfied.add(key);
      for (const { key } of seen.undecided) undecided.add(key);
      const { suppressions: made, findings } = seen.suppressions;
      if (made.length + findings.length > 0 && inFocus(path)) suppressions.push(seen.suppressions);
    }
  };

  const isOpen = (rule: Rule, check: Check): boolean => requiresAny(check) && !satisfied.has(checkKey(rule, check));
  const near = listed.filter((file) => inFocus(file) && coverage.rulesOf(file).length > 0);
  prefetch?.(near, true);
  judgeAll(near, (rule, check) => !requiresAny(check) || isOpen(rule, check), true);

  const open = rules.filter((rule) => rule.checks.some((check) => isOpen(rule, check)));
  const wanted = new Set(open.flatMap((rule) => coverage.filesOf(rule)));
  const far = listed.filter((file) => wanted.has(file) && !inFocus(file));
  prefetch?.(far, false);
  judgeAll(far, isOpen, false);
  // Nobody misses the others: what they were looked at for, a file behind them holds.
  const unmet = new Set(rules.filter((rule) => rule.checks.some((check) => isOpen(rule, check))));
  skipped.push(...farSkipped.filter(({ path }) => coverage.rulesOf(path).some((rule) => unmet.has(rule))));

  return {
    files,
    violations,
    problems,
    satisfied,
    undecided,
    skipped: skipped.sort((a, b) => (a.path < b.path ? -1 : 1)),
    gone,
    suppressions: {
      suppressions: suppressions.flatMap((read) => read.suppressions),
      findings: suppressions.flatMap((read) => read.findings),
    },
  };
}
