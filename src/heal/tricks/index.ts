// Ways to satisfy a rule without doing what it asks. Each looks at a fix and says what it caught, or null.
import type { Trial } from '../gates/gate.js';
import { addsSuppression } from './adds-suppression.js';
import { disguisesMatch } from './disguises-match.js';
import { emptiesBlock } from './empties-block.js';
import { hidesFromCode } from './hides-from-code.js';
import { satisfiesInVain } from './satisfies-in-vain.js';

type Trick = (trial: Trial) => string | null;

const TRICKS: readonly Trick[] = [addsSuppression, hidesFromCode, disguisesMatch, emptiesBlock, satisfiesInVain];

/** What a fix was caught at, one sentence; null when it looks honest. */
export function findTrick(trial: Trial): string | null {
  for (const trick of TRICKS) {
    const caught = trick(trial);
    if (caught !== null) return caught;
  }
  return null;
}
