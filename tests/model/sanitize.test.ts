import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitize } from '../../src/model/sanitize.js';

describe('sanitize', () => {
  it.each([
    ['\u001b[31m', '\\x1b[31m'],
    ['\u009b', '\\x9b'],
    ['a\r\n\tb', 'a\\r\\n\\tb'],
    ['\u202e', '\\u202e'],
    ['\u2028\u2066', '\\u2028\\u2066'],
    ['\ud83d', '\\ud83d'],
    ['\udc00x', '\\udc00x'],
    ['🎉 é 你', '🎉 é 你'],
    ['a ##[group]b', 'a \\x23#[group]b'],
    ['###vso[task.x]', '#\\x23#vso[task.x]'],
    ['## [x] # [y]', '## [x] # [y]'],
    ['::error::x', '\\x3a:error::x'],
    ['so  ::set-env x=y::z', 'so  \\x3a:set-env x=y::z'],
    ['std::vector a::b', 'std::vector a::b'],
  ])('%j → %s', (text, expected) => {
    expect(sanitize(text)).toBe(expected);
  });

  it('keeps what it is told to keep', () => {
    expect(sanitize('a\n\tb\r', '\n\t')).toBe('a\n\tb\\r');
    expect(sanitize('a\n::b', '\n')).toBe('a\n\\x3a:b');
    expect(sanitize('##[b] ::c', '#')).toBe('##[b] \\x3a:c');
  });

  it('gives printable, well-formed text for anything, and changes it no further', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((n) => String.fromCharCode(n)) }),
        (text) => {
          const safe = sanitize(text);
          expect(safe).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/);
          expect(Buffer.from(safe, 'utf8').toString('utf8')).toBe(safe);
          expect(sanitize(safe)).toBe(safe);
        },
      ),
    );
  });
});
