import type { Gate } from './gate.js';

/** A fix has to change something. */
export const noChange: Gate = {
  name: 'no-change',
  judge: ({ before, after }) => {
    return before === after ? { outcome: 'no_change', detail: 'The fix leaves the text as it is.' } : null;
  },
};
