import type { Finding } from '../model/finding.js';
import type { FixPattern } from '../model/fix-pattern.js';
import { effectOf } from '../model/pattern-effect.js';
import { weakening } from './weakening.js';

/** Stored fix patterns that heal would trust more than before, or that now do something else. */
export function comparePatterns(
  before: readonly FixPattern[],
  after: readonly FixPattern[],
  file: string,
): readonly Finding[] {
  const known = new Map(before.map((pattern) => [pattern.id, pattern]));
  return after.flatMap((pattern) => comparePattern(known.get(pattern.id), pattern, file));
}

function comparePattern(before: FixPattern | undefined, after: FixPattern, file: string): readonly Finding[] {
  const { id, ruleId } = after;
  const weaker = (name: string, message: string): Finding => weakening(name, { ruleId, file }, message);
  const confidence = (after.hundredths / 100).toFixed(2);
  if (before === undefined) {
    return after.retired
      ? []
      : [weaker('fix-pattern-added', `The fix pattern ${id} is new, with confidence ${confidence}.`)];
  }
  const findings: Finding[] = [];
  if (JSON.stringify(effectOf(before)) !== JSON.stringify(effectOf(after)))
    findings.push(weaker('fix-pattern-changed', `The fix pattern ${id} does something else now.`));
  if (after.hundredths > before.hundredths) {
    const message = `The confidence of ${id} rose from ${(before.hundredths / 100).toFixed(2)} to ${confidence}.`;
    findings.push(weaker('confidence-raised', message));
  }
  if (trustOf(after) > trustOf(before))
    findings.push(weaker('fix-pattern-trusted', `The fix pattern ${id} needs less proof now.`));
  if (before.retired && !after.retired)
    findings.push(weaker('fix-pattern-added', `The fix pattern ${id} was retired and is back.`));
  return findings;
}

/** How much is taken on trust: what a person wrote or accepted needs no record. */
function trustOf({ provenance, accepted }: FixPattern): number {
  if (accepted || provenance === 'written') return 2;
  return provenance === 'learnt' ? 1 : 0;
}
