import { checkKey } from '../../engine/check-key.js';
import { requiresAny } from '../../engine/requires-any.js';
import type { Rule } from '../../model/contract.js';
import type { Look } from '../look.js';
import type { Gate, Objection, Trial } from './gate.js';
import { rulesOf } from './gate.js';

/** The re-test of the violated rules on the new text. All matches healed must be gone. */
export const stillFixed: Gate = {
  name: 'still-fixed',
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
  const place = members.find((member) => member.place !== null)?.place ?? null;
  const where = place === null ? 'is still not satisfied' : `still finds what it found on line ${place.line}`;
  return { outcome: 'still_violates', detail: `After the fix ${rule.id} ${where}.` };
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
