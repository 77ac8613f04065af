import { recheck } from '../../engine/recheck.js';
import { isCode } from '../../syntax/is-code.js';
import type { Gate, Trial } from './gate.js';

/** The re-test: only the violated rule, on the new text. All matches healed as one must be gone. */
export const stillFixed: Gate = {
  name: 'still-fixed',
  judge: (trial) => {
    const { site, before, after } = trial;
    const had = count(trial, before);
    const has = count(trial, after);
    if (had === null || has === null) {
      return { outcome: 'timeout', detail: `${site.rule.id} could not be judged on the new text.` };
    }
    if (has <= had - site.members.length) return null;
    const place = site.members[0].place;
    const where = place === null ? 'is still missing' : `still matches, ${has} times where ${had} were before`;
    return { outcome: 'still_violates', detail: `After the fix ${site.rule.id} ${where}.` };
  },
};

function count({ site, through }: Trial, text: string): number | null {
  const requiredAny = site.members[0].place === null ? 'here' : 'elsewhere';
  return recheck(site.rule, { path: through.path, text }, { isCode, requiredAny })?.length ?? null;
}
