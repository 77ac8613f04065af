import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteClass, bytesOf, hasByte } from '../../src/prefilter/byte-class.js';
import { requiredWindows, type Window } from '../../src/prefilter/required-windows.js';
import { lettersOf, regexes, texts } from './arbitrary-regex.js';

const show = ({ classes, before }: Window): string =>
  `${classes.map((set) => (bytesOf(set).length === 1 ? String.fromCharCode(bytesOf(set)[0] ?? 0) : `[${bytesOf(set).length}]`)).join('')}@${before}`;
const windowsOf = (regex: RegExp): readonly string[] | null => requiredWindows(regex)?.windows.map(show) ?? null;

describe('requiredWindows', () => {
  it.each<[RegExp, readonly string[] | null]>([
    [/eval\(/, ['eval(@0']],
    [/\bconsole\.(?:log|debug)\s*\(/, ['sole.log@3', 'le.debug@5']],
    [/ghp_[a-z]{36}/, ['ghp_@0']],
    [/x?debugger/, ['debugger@0', 'xdebugge@0']],
    [/secret/i, ['[2][2][2][2][2][2]@0']],
    [/\s*new\s+Function/, ['Function@3']],
    [/.*Function/, ['Function@null']],
    [/(?:foo){2,3}bar!/, ['ofoobar!@5']],
    [/DEMO_(?:é|ü)Ä/, ['EMO_Ã©Ã\u0084@1', 'EMO_Ã¼Ã\u0084@1']],
    [/[^a]+/, null],
    [/a|bcdefg/, null],
    [/(?=abcdef)/, null],
    [/x*/, null],
    [/\d+/, null],
    [/(x)\1/, null],
    // biome-ignore lint/complexity/useRegexLiterals: the flag is newer than what TypeScript compiles to.
    [new RegExp('ab', 'v'), null],
  ])('%s requires %j', (regex, expected) => {
    const found = windowsOf(regex);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toEqual(expected);
  });

  it('names bytes that every match holds, no further from its start than it says', () => {
    let asserted = 0;
    fc.assert(
      fc.property(regexes, texts, (regex, text) => {
        const requirement = requiredWindows(regex, 1);
        if (requirement === null) return;
        for (const found of `${lettersOf(regex)}${text}`.matchAll(regex)) {
          asserted++;
          expect(requirement.windows.some((window) => standsIn(window, found[0]))).toBe(true);
        }
      }),
      { numRuns: 800 },
    );
    expect(asserted).toBeGreaterThan(40);
  });

  it('keeps to the letters of a case-insensitive pattern', () => {
    expect(windowsOf(/ſab/i)).toEqual(['[2][2]@1']);
    expect(/sab/i.test('ſab')).toBe(false);
    expect(hasByte(byteClass([0x4b]), 0x6b)).toBe(false);
  });
});

function standsIn({ classes, before }: Window, match: string): boolean {
  const bytes = Buffer.from(match);
  for (let start = 0; start + classes.length <= bytes.length; start++) {
    if (!classes.every((set, at) => hasByte(set, bytes[start + at] ?? 0))) continue;
    const lead = bytes.subarray(0, start).toString().replace(/\s/g, '');
    if (before === null || lead.length <= before) return true;
  }
  return false;
}
