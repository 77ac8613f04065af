import { createTwoFilesPatch, FILE_HEADERS_ONLY, structuredPatch } from 'diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainHunks } from '../../../src/heal/diff/plain-hunks.js';
import { unifiedDiff } from '../../../src/heal/diff/unified-diff.js';
import { applyEdits, type Edit } from '../../../src/model/edit.js';

const line = fc.constantFrom('a', 'b', 'c', '', ' a', 'a\r', '-', '+', '@@', 'z');
const someText = fc
  .tuple(fc.array(line, { maxLength: 30 }), fc.boolean())
  .map(([lines, isEnded]) => lines.join('\n') + (isEnded && lines.length > 0 ? '\n' : ''));

/** Mostly distinct lines, with some taken away and some put in. */
const mended = fc
  .array(fc.record({ fate: fc.constantFrom('keep', 'keep', 'keep', 'drop', 'add'), twin: fc.boolean() }), {
    maxLength: 40,
  })
  .map((lines) => {
    const name = (index: number, twin: boolean): string => (twin ? 'same' : `line ${index}`);
    const pick = (fate: string): string =>
      lines.flatMap((each, index) => (each.fate === fate ? [] : [`${name(index, each.twin)}\n`])).join('');
    return [pick('add'), pick('drop')] as const;
  });

function searched(before: string, after: string) {
  return structuredPatch('a', 'b', before, after, undefined, undefined, { context: 3 }).hunks;
}

describe('plain hunks', () => {
  it('are those that a search finds', () => {
    fc.assert(
      fc.property(fc.oneof(mended, fc.tuple(someText, someText)), ([before, after]) => {
        fc.pre(before !== after);
        const hunks = plainHunks(before, after, 3);
        if (hunks !== null) expect(hunks).toEqual(searched(before, after));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['a replaced line', 'a\nb\nc\n', 'a\nB\nc\n', true],
    ['a line that goes', 'a\nb\nc\n', 'a\nc\n', true],
    ['everything', '', 'a\n', true],
    ['one of two equal lines', 'a\na\n', 'a\n', false],
    ['two lines that change places', 'a\nb\n', 'b\na\n', false],
    ['a last line without an end', 'a\nb', 'a\nc', false],
  ])('need no search for %s: %#', (_, before, after, isPlain) => {
    expect(plainHunks(before, after, 3) !== null).toBe(isPlain);
  });
});

describe('a unified diff', () => {
  it('is that of the whole texts', () => {
    fc.assert(
      fc.property(mended, ([before, after]) => {
        const whole = createTwoFilesPatch('a/x', 'b/x', before, after, undefined, undefined, {
          context: 3,
          headerOptions: FILE_HEADERS_ONLY,
        });
        fc.pre(before !== after && plainHunks(before, after, 3) !== null);
        expect(unifiedDiff('x', before, after)).toBe(whole);
      }),
    );
  });

  it('is the same where the edits are known', () => {
    const pieces = fc.array(fc.tuple(someText, someText, fc.constantFrom('\n', 'x', '')), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(pieces, someText, (parts, rest) => {
        let before = '';
        const edits: Edit[] = [];
        for (const [kept, taken, text] of parts) {
          const start = before.length + kept.length;
          before += kept + taken;
          edits.push({ range: { start, end: before.length }, text });
        }
        before += rest;
        const after = applyEdits(before, edits) ?? '';
        expect(unifiedDiff('x', before, after, edits)).toBe(unifiedDiff('x', before, after));
      }),
    );
  });
});
