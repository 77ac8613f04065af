import { findTrick } from '../tricks/index.js';
import type { Gate } from './gate.js';

/** The rule is satisfied, but is what it asks for true? */
export const notGamed: Gate = {
  name: 'not-gamed',
  judge: (trial) => {
    const trick = findTrick(trial);
    return trick === null ? null : { outcome: 'gamed', detail: trick };
  },
};
