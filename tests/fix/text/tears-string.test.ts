import { expect, test } from 'vitest';
import { tearsString } from '../../../src/fix/text/tears-string.js';

/** An edit that puts something else for what stands between the marks. */
function tears(marked: string, text: string): boolean {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  return tearsString(marked.replace(/[«»]/g, ''), [{ range: { start, end }, text }]);
}

test.each([
  ['a "b «c» d"', '"c"', true],
  ["a 'b «c» d'", "'c'", true],
  ["a 'b «c» d'", '"c"', false],
  ['a "b" «c» "d"', '"c"', false],
  ['a «"b"» c', "'b'", false],
  ['a "b «c» d"', 'e', false],
])('%s with %s: %s', (marked, text, expected) => expect(tears(marked, text)).toBe(expected));
