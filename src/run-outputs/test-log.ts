import type { OutputReader } from './mention.js';
import { mentionsInText } from './mentions-in-text.js';

/** What a runner prints for people: vitest, jest, pytest, cargo, TAP, or any script that prints contract violations. */
export const testLog: OutputReader = {
  name: 'the text of vitest, jest, pytest, cargo test or any other runner that prints "CONTRACT VIOLATION: <rule>"',
  read(text, ruleIds) {
    const mentions = mentionsInText(text, ruleIds);
    return mentions.length > 0 || isGreen(text) ? mentions : null;
  },
};

/** The last line of a run without a failure; any other text may have been cut, or be of something else. */
function isGreen(text: string): boolean {
  return GREEN.some((line) => line.test(text)) && !RED.test(text);
}

const GREEN = [
  // vitest, jest
  /^ *Tests:? +(?:\d+ (?:passed|skipped|todo)[ ,|]*)+(?:\(\d+\)|\d+ total)$/m,
  // pytest
  /^=* ?\d+ passed(?:, \d+ \w+)* in [\d.]+s(?: \([\d:]+\))? ?=*$/m,
  // cargo
  /^test result: ok\. \d+ passed; 0 failed;/m,
];

const RED = /\b[1-9]\d* (?:failed|errors?)\b|^test result: FAILED/m;
