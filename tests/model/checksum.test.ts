import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checksum } from '../../src/model/checksum.js';

describe('checksum', () => {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 70 });

  it('is the same for the same bytes, wherever they lie in memory', () => {
    fc.assert(
      fc.property(bytes, fc.nat(5), (text, shift) => {
        const moved = new Uint8Array(text.length + shift);
        moved.set(text, shift);
        expect(checksum(moved.subarray(shift))).toBe(checksum(text));
        expect(checksum(text)).toBe(`${checksum(text).slice(0, 8)}-${text.length.toString(16)}`);
      }),
    );
  });

  it('shows any one changed bit, a lost end and a longer one', () => {
    fc.assert(
      fc.property(bytes, fc.nat(), fc.nat(7), (text, place, bit) => {
        const changed = Uint8Array.from(text);
        const at = place % text.length;
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        const sums = [text, changed, text.subarray(0, -1), Uint8Array.of(...text, 0)].map(checksum);
        expect(new Set(sums).size).toBe(4);
      }),
    );
  });

  it('is that of its UTF-8 for a text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(checksum(text)).toBe(checksum(Buffer.from(text)));
      }),
    );
  });

  it('tells many texts apart', () => {
    const texts = Array.from({ length: 20_000 }, (_, at) => Buffer.from(`line ${at}\n`));
    expect(new Set(texts.map(checksum)).size).toBe(texts.length);
  });
});
