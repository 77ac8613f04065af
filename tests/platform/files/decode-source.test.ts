import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSource } from '../../../src/platform/files/decode-source.js';

describe('decodeSource', () => {
  it.each([
    ['ASCII', Buffer.from('a\r\nb'), 'a\r\nb', false],
    ['UTF-8', Buffer.from('grüße 😀'), 'grüße 😀', false],
    ['a byte order mark', Buffer.from('\ufeffa'), 'a', true],
    ['a second mark is text', Buffer.from('\ufeff\ufeffa'), '\ufeffa', true],
    ['nothing', Buffer.alloc(0), '', false],
  ])('reads %s', (_, bytes, text, bom) => {
    expect(decodeSource(bytes)).toEqual({ kind: 'text', text, bom });
  });

  it.each([
    ['Latin-1', Buffer.from([0x67, 0x72, 0xfc, 0xdf, 0x65]), 'not-utf8'],
    ['an encoded lone surrogate', Buffer.from([0xed, 0xa0, 0x80]), 'not-utf8'],
    ['an overlong slash', Buffer.from([0xc0, 0xaf]), 'not-utf8'],
    ['a cut character', Buffer.from([0x61, 0xf0, 0x9f]), 'not-utf8'],
    ['UTF-16 LE', Buffer.from('\ufeffab', 'utf16le'), 'not-utf8'],
    ['UTF-16 BE', Buffer.from([0xfe, 0xff, 0, 0x61]), 'not-utf8'],
    ['NUL', Buffer.from('a\0b'), 'binary'],
  ])('guesses nothing for %s', (_, bytes, reason) => {
    expect(decodeSource(bytes)).toMatchObject({ kind: 'skipped', reason });
  });

  it('never changes a byte: what it reads encodes to what was there', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (array) => {
        const bytes = Buffer.from(array);
        const read = decodeSource(bytes);
        if (read.kind === 'text') {
          expect(Buffer.from((read.bom ? '\ufeff' : '') + read.text)).toEqual(bytes);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
