import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addsSuppression } from '../../../src/heal/tricks/adds-suppression.js';
import { forbidden, makeRule } from '../../support/make-rule.js';
import { makeTrial } from '../make-trial.js';

const SOME = /\bnoqa\b|\bpylint:\s*-?disable|\btype:\s*ignore/g;

function count(text: string): number {
  return text.match(SOME)?.length ?? 0;
}

it('looks at the changed lines alone, and sees as much as in the whole texts', () => {
  const piece = fc.constantFrom('noqa', 'pylint:', 'disable', 'type:', 'ignore', '\n', ' ', '\n\n', 'x', 'TARGET');
  const pieces = fc.array(piece, { maxLength: 12 }).map((each) => each.join(''));
  fc.assert(
    fc.property(pieces, pieces, pieces, pieces, (above, old, next, below) => {
      const before = `${above}TARGET${old}${below}`;
      const after = above + next + below;
      fc.pre(before !== after);
      const trial = makeTrial([makeRule({}, forbidden(/TARGET/))], before, after, { path: 'a.py' });
      expect(addsSuppression(trial) !== null).toBe(count(after) > count(before));
    }),
    { numRuns: 500 },
  );
});
