import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexLines } from '../../src/model/position.js';

describe('indexLines', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'é', '\n', '\r', '\r\n', '🎉'), maxLength: 12 });

  it('says what counting from the start says, in whatever order it is asked', () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(20), { maxLength: 6 }), fc.boolean(), (written, asked, countsFirst) => {
        const lines = indexLines(written);
        const expected = written.split(/\r\n|\n|\r/);
        if (countsFirst) expect(lines.lineCount).toBe(expected.length);
        for (const at of asked) {
          expect(lines.lineText(at)).toBe(expected[at - 1] ?? '');
          const offset = Math.min(at, written.length);
          // Between the two parts of a line end one is still on the line it ends.
          const isWithinEnd = written.slice(offset - 1, offset + 1) === '\r\n';
          const before = written.slice(0, isWithinEnd ? offset - 1 : offset).split(/\r\n|\n|\r/);
          const column = (before.at(-1)?.length ?? 0) + (isWithinEnd ? 2 : 1);
          expect(lines.positionAt(offset)).toEqual({ line: before.length, column });
        }
        expect(lines.lineCount).toBe(expected.length);
      }),
    );
  });
});
