import type { Gate } from './gate.js';

/** A fix has to change something. */
export const noChange: Gate = {
  name: 'no-change',
  judge: ({ before, after, parts }) => {
    const changes =
      before !== after &&
      parts.every(({ edits }) =>
        edits.some(({ range, text }) => {
          return text !== before.slice(range.start, range.end);
        }),
      );
    return changes ? null : { outcome: 'no_change', detail: 'The fix leaves the text as it is.' };
  },
};
