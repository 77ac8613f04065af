import type { Check, Rule } from '../model/contract.js';
import type { Problem } from '../model/problem.js';
import type { SuppressionsRead } from '../model/suppression.js';
import type { Violation } from '../model/violation.js';
import type { SkippedFile } from './blind-spots/report-skipped.js';
import { checkKey } from './check-key.js';
import type { Inspect, Wants } from './inspection/inspection.js';
import { requiresAny } from './requires-any.js';
import { type Focus, ScanTally } from './scan-tally.js';
import type { Coverage } from './selection/cover.js';

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
  const { rules, coverage, listed, inFocus, prefetch } = request;
  const tally = new ScanTally(request.satisfied);
  const isOpen = (rule: Rule, check: Check): boolean =>
    requiresAny(check) && !tally.satisfied.has(checkKey(rule, check));
  const hasOpen = (rule: Rule): boolean => rule.checks.some((check) => isOpen(rule, check));

  const near = listed.filter((file) => inFocus(file) && coverage.rulesOf(file).length > 0);
  prefetch?.(near, true);
  scanAll(near, (rule, check) => !requiresAny(check) || isOpen(rule, check), request, tally, 'near');

  const wanted = new Set(rules.filter(hasOpen).flatMap((rule) => coverage.filesOf(rule)));
  const far = listed.filter((file) => wanted.has(file) && !inFocus(file));
  prefetch?.(far, false);
  scanAll(far, isOpen, request, tally, 'far');

  // Nobody misses the others: what they were looked at for, a file behind them holds.
  const unmet = new Set(rules.filter(hasOpen));
  return tally.scan(({ path }) => coverage.rulesOf(path).some((rule) => unmet.has(rule)));
}

/** Looks at each file of which something is wanted, as long as that is still so. */
function scanAll(
  paths: readonly string[],
  wants: Wants,
  { rules, coverage, inspect }: ScanRequest,
  tally: ScanTally,
  focus: Focus,
): void {
  const active = new Set(rules);
  // Many files share one list of rules, of which the same ask something as long as nothing more is satisfied.
  const known = new Map<readonly Rule[], readonly Rule[]>();
  let satisfiedThen = tally.satisfied.size;
  const askingOf = (path: string): readonly Rule[] => {
    if (tally.satisfied.size !== satisfiedThen) known.clear();
    satisfiedThen = tally.satisfied.size;
    const covering = coverage.rulesOf(path);
    const asking =
      known.get(covering) ??
      covering.filter((rule) => active.has(rule) && rule.checks.some((check) => wants(rule, check)));
    known.set(covering, asking);
    return asking;
  };
  for (const path of paths) {
    const asking = askingOf(path);
    if (asking.length > 0) tally.add(path, inspect(path, asking, wants), asking.length, focus);
  }
}
