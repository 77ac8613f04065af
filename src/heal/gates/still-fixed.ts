import { checkKey } from '../../engine/check-key.js';
import { recheck } from '../../engine/recheck.js';
import { requiresAny } from '../../engine/requires-any.js';
import { isCode } from '../../syntax/is-code.js';
import type { Look } from '../look.js';
import type { Site } from '../site.js';
import type { Gate } from './gate.js';

/** The re-test: only the violated rule, on the new text. All matches healed as one must be gone. */
export const stillFixed: Gate = {
  name: 'still-fixed',
  judge: (trial) => {
    const { site, before, after, through } = trial;
    const had = trial.look(before);
    const requiredAny = site.members[0].place === null ? 'here' : 'elsewhere';
    const left = recheck(site.rule, { path: through.path, text: after }, { isCode, requiredAny });
    if (left === null) return { outcome: 'timeout', detail: `${site.rule.id} could not be judged on the new text.` };
    if (left.length <= countOf(had, site) - site.members.length) return null;
    const place = site.members[0].place;
    const where = place === null ? 'is still not satisfied' : `still finds what it found on line ${place.line}`;
    return { outcome: 'still_violates', detail: `After the fix ${site.rule.id} ${where}.` };
  },
};

/** How often the text broke the rule; a pattern that any file may satisfy counts when it is what is healed. */
function countOf(look: Look, { rule, members }: Site): number {
  const found = look.violations.filter((violation) => violation.rule.id === rule.id).length;
  if (members[0].place !== null) return found;
  const missing = rule.checks.filter((check) => requiresAny(check) && !look.satisfied.has(checkKey(rule, check)));
  return found + missing.length;
}
