import type { InspectedText } from './inspection.js';

/** What is found in a text that has nothing to say. */
export const SILENCE: InspectedText = {
  kind: 'text',
  violations: [],
  problems: [],
  satisfied: [],
  undecided: [],
  suppressions: { suppressions: [], findings: [] },
};
