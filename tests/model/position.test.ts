import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOfLine, indexLines, startOfLine } from '../../src/model/position.js';

describe('indexLines', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'é', '\n', '\r', '\r\n', '🎉'), maxLength: 12 });

  it('says what counting from the start says, in whatever order it is asked', () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(20), { maxLength: 6 }), (written, asked) => {
        const lines = indexLines(written);
        const expected = written.split(/\r\n|\n|\r/);
        for (const at of asked) {
          if (at % 2 === 0) expect(lines.hasLine(at)).toBe(at > 0 && at <= expected.length);
          expect(lines.lineText(at)).toBe(expected[at - 1] ?? '');
          const offset = Math.min(at, written.length);
          // Between the two parts of a line end one is still on the line it ends.
          const isWithinEnd = written.slice(offset - 1, offset + 1) === '\r\n';
          const before = written.slice(0, isWithinEnd ? offset - 1 : offset).split(/\r\n|\n|\r/);
          const column = (before.at(-1)?.length ?? 0) + (isWithinEnd ? 2 : 1);
          expect(lines.positionAt(offset)).toEqual({ line: before.length, column });
        }
        expect([0, 1, expected.length, expected.length + 1].map((line) => lines.hasLine(line))).toEqual([
          false,
          true,
          true,
          false,
        ]);
      }),
    );
  });
});

describe('startOfLine', () => {
  it.each([
    ['', 0, 0],
    ['\na', 0, 0],
    ['\na', 1, 1],
    ['\n\n', 1, 1],
    ['ab', 2, 0],
    ['a\nbc', 4, 2],
    ['a\rbc', 4, 2],
    ['a\r\nb', 2, 0],
    ['a\r\nb', 3, 3],
  ])('%j at %i: %i', (text, offset, start) => {
    expect(startOfLine(text, offset)).toBe(start);
    expect(offset - start + 1).toBe(indexLines(text).positionAt(offset).column);
  });
});

describe('endOfLine', () => {
  it.each([
    ['a\nbc', 0, 1],
    ['a\nbc', 1, 1],
    ['a\nbc', 2, 4],
    ['a\r\nb', 0, 2],
    ['a\rb', 0, 1],
    ['a\r', 0, 2],
    ['', 0, 0],
  ])('of %j at %i is %i', (text, offset, end) => {
    expect(endOfLine(text, offset)).toBe(end);
  });
});
