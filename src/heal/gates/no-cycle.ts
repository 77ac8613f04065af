import type { Gate } from './gate.js';

/** A text the file has had before in this run leads round in a circle. */
export const noCycle: Gate = {
  name: 'no-cycle',
  judge: ({ after, seen }) => {
    if (!seen.has(after)) return null;
    return { outcome: 'cycle', detail: 'The fix brings back a text this file has already had in this run.' };
  },
};
