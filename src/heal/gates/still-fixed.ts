import { checkKey } from '../../engine/check-key.js';
import { requiresAny } from '../../engine/requires-any.js';
import type { Rule } from '../../model/contract.js';
import type { Place } from '../../model/violation.js';
import type { Look } from '../look.js';
import type { Member } from '../site/site.js';
import { compareLooks, dueTo } from './compare-looks.js';
import type { Gate, Objection, Part, Trial } from './gate.js';
import { rulesOf } from './gate.js';

/** The re-test of the violated rules on the new text. All matches healed must be gone. */
export const stillFixed: Gate = {
  name: 'still-fixed',
  blames: true,
  judge: (trial) => {
    for (const rule of rulesOf(trial)) {
      const objection = judgeRule(rule, trial);
      if (objection !== null) return objection;
    }
    return null;
  },
};

function judgeRule(rule: Rule, trial: Trial): Objection | null {
  const members = trial.parts.filter(({ site }) => site.rule === rule).flatMap(({ site }) => site.members);
  // A pattern that any file may satisfy counts when its absence is what is healed.
  const requiredAny = members.some(({ place }) => place === null) ? 'here' : 'elsewhere';
  const left = countLeft(rule, trial, requiredAny);
  if (left === null) return { outcome: 'timeout', detail: `${rule.id} could not be judged on the new text.` };
  if (left <= countIn(trial.look(trial.before), rule, requiredAny) - members.length) return null;
  return { outcome: 'still_violates', detail: detailOf(rule, members), blamed: blamedFor(rule, trial) };
}

function detailOf({ id }: Rule, members: readonly Member[]): string {
  const place = members.find((member) => member.place !== null)?.place ?? null;
  const where = place === null ? 'is still not satisfied' : `still finds what it found on line ${place.line}`;
  return `After the fix ${id} ${where}.`;
}

/** Fixes of the rule that leave it a match where they alone wrote: what they were to mend, or another one. */
function blamedFor(rule: Rule, trial: Trial): ReadonlyMap<Part, string> {
  const { unexpected, stayed } = compareLooks(trial);
  const parts = trial.parts.filter(({ site }) => site.rule === rule);
  const healed = new Set(
    parts.flatMap(({ site }) => site.members.map(({ check, place }) => keyOf(check.index, place))),
  );
  const still = [...stayed].flatMap(([was, is]) => (healed.has(keyOf(was.checkIndex, was.place)) ? [is] : []));
  const left = [...unexpected, ...still].filter((violation) => violation.rule.id === rule.id);
  const blamed = [...dueTo(trial, left).keys()].filter((part) => parts.includes(part));
  return new Map(blamed.map((part) => [part, detailOf(rule, part.site.members)]));
}

function keyOf(checkIndex: number, place: Place | null): string {
  return `${checkIndex} ${place?.range.start ?? '-'}`;
}

/** Null where the rule could not be judged. */
function countLeft(rule: Rule, { after, look }: Trial, requiredAny: RequiredAny): number | null {
  const now = look(after);
  return now.unjudged.has(rule.id) ? null : countIn(now, rule, requiredAny);
}

type RequiredAny = 'here' | 'elsewhere';

function countIn(look: Look, rule: Rule, requiredAny: RequiredAny): number {
  const found = look.violations.filter((violation) => violation.rule.id === rule.id).length;
  if (requiredAny === 'elsewhere') return found;
  const missing = rule.checks.filter((check) => requiresAny(check) && !look.satisfied.has(checkKey(rule, check)));
  return found + missing.length;
}
