import { type AutoFix, isExecutable } from '../../model/auto-fix.js';
import type { HealOutlook } from '../../model/check-result.js';
import type { HealConfig } from '../../model/config.js';
import type { Check, Rule } from '../../model/contract.js';
import type { FixPattern } from '../../model/fix-pattern.js';
import type { Violation } from '../../model/violation.js';
import { isOutdatedLift } from '../../pattern-store/is-outdated-lift.js';
import { standing } from '../../pattern-store/trust/standing.js';
import { memberOf } from '../site/site.js';
import { isRefusedUnread, isToldToText } from './refused-unread.js';

/** What heal has for the violations of one check. */
export interface Remedies {
  readonly learnt: readonly FixPattern[];
  /** What the contract says itself, where that may be done unasked. */
  readonly declared: AutoFix | null;
}

/**
 * What heal would try first for a violation, without trying it; null when it has nothing to try.
 * Cheap enough for every check: no file is read and nothing is parsed.
 */
export function outlookOf(
  violation: Violation,
  patterns: readonly FixPattern[],
  config: HealConfig,
  today: string,
  /** Told which stored pattern is about to be asked. */
  note: (pattern: FixPattern) => void = () => undefined,
): HealOutlook | null {
  if (isNeverMended(violation, config)) return null;
  const remedies = remediesFor(violation.rule, memberOf(violation).check, patterns);
  return remedies && bestOf(remedies, violation, config, today, note);
}

/** Whether heal leaves a violation alone, whatever it has for its check. */
export function isNeverMended({ exemption, rule }: Violation, config: HealConfig): boolean {
  return exemption !== null || rule.origin === 'journey' || !config.autoFixEnabled;
}

/** @returns null where there are none, as for nearly all checks */
export function remediesFor(rule: Rule, check: Check, patterns: readonly FixPattern[]): Remedies | null {
  const learnt = patterns.filter((pattern) => pattern.ruleId === rule.id && !isOutdatedLift(pattern, rule, check));
  const declared = declaredFix(check);
  return learnt.length === 0 && declared === null ? null : { learnt, declared };
}

/** The one to be tried first for a violation that heal may mend. */
export function bestOf(
  { learnt, declared }: Remedies,
  violation: Violation,
  config: HealConfig,
  today: string,
  note: (pattern: FixPattern) => void,
): HealOutlook | null {
  if (isRefusedUnread(violation)) return null;
  const best = learnt
    .filter((pattern) => meets(pattern, violation, note))
    .map((pattern) => ({ pattern, now: standing(pattern, today, config.minConfidence) }))
    .filter(({ now }) => now.autoApplies)
    .sort((a, b) => b.now.hundredths - a.now.hundredths || (a.pattern.id < b.pattern.id ? -1 : 1))[0];
  if (best) {
    return { source: `pattern:${best.pattern.id}`, tier: best.now.tier, confidence: best.now.hundredths / 100 };
  }
  if (declared === null || !isToldToText(declared, violation)) return null;
  return { source: 'auto_fix', tier: null, confidence: null };
}

function declaredFix({ autoFix }: Check): AutoFix | null {
  return autoFix === null || !isExecutable(autoFix) || autoFix.safety === 'unsafe' ? null : autoFix;
}

function meets(pattern: FixPattern, { place }: Violation, note: (pattern: FixPattern) => void): boolean {
  if (place === null) return false;
  note(pattern);
  return [place.lineText, place.match].some((text) => text.search(pattern.regex) !== -1);
}
