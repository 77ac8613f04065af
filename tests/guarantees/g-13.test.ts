import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { forbidden, makeRule } from '../support/make-rule.js';
import { amount } from './harness/amount.js';
import { contractText, parseCheck } from './harness/contract-text.js';
import { guarantee } from './harness/guarantee.js';

const noise = fc.string({
  unit: fc.constantFrom(
    'a',
    ' ',
    '\t',
    '\n',
    '\r\n',
    '\r',
    '\u2028',
    '\u2029',
    '\u0085',
    'é',
    '🙂',
    '👩‍💻',
    '\ufeff',
    '\f',
  ),
  maxLength: 12,
});
const HIT = 'h\ti🙂t';

/** Line and column of an offset, counted character by character: lines end at \r\n, \n or \r and at nothing else. */
function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let column = 1;
  for (let at = 0; at < offset; at++) {
    const character = text.charAt(at);
    const ends = character === '\n' || (character === '\r' && text.charAt(at + 1) !== '\n');
    line += ends ? 1 : 0;
    column = ends ? 1 : column + 1;
  }
  return { line, column };
}

guarantee({
  id: 'G-13',
  async holds(subject) {
    const { checkText } =
      await subject.load<typeof import('../../src/engine/check-text.js')>('src/engine/check-text.ts');
    const rule = makeRule({}, forbidden(/h\ti🙂t(?:\s*h)?/));
    fc.assert(
      fc.property(fc.array(noise, { minLength: 2, maxLength: 6 }), (parts) => {
        const text = parts.join(HIT);
        const { violations } = checkText({ path: 'src/a.txt', text }, [rule]);
        expect(violations.length).toBeGreaterThanOrEqual(1);
        for (const { place } of violations) {
          if (place === null) throw new Error('a match without a place');
          expect(text.slice(place.range.start, place.range.end)).toBe(place.match);
          expect({ line: place.line, column: place.column }).toEqual(placeOf(text, place.range.start));
          expect({ line: place.endLine, column: place.endColumn }).toEqual(placeOf(text, place.range.end));
        }
      }),
      { numRuns: amount(3_000, 200_000) },
    );

    const samples = fc.sample(fc.array(noise, { minLength: 2, maxLength: 4 }), { numRuns: 40, seed: 13 });
    const folder = makeFolder({
      'contracts/c.yml': contractText([{ id: 'A-1', pattern: '/h\\ti🙂t/' }]),
      // Every other one starts with a byte order mark, which is no character of the text.
      ...Object.fromEntries(
        samples.map((parts, n) => [`src/${n}.txt`, (n % 2 ? '\ufeff' : '') + parts.join(HIT).replace(/^\ufeff+/, '')]),
      ),
    });
    const { code, stdout } = await subject.run(['check', '--format', 'json'], { cwd: folder });
    expect(code).toBe(1);
    const { violations } = parseCheck(stdout);
    expect(violations.length).toBeGreaterThanOrEqual(samples.length);
    for (const { file, line, column, endLine, endColumn } of violations) {
      const text = readFileSync(join(folder, file ?? ''), 'utf8').replace(/^\ufeff/, '');
      const starts = [...text.matchAll(/h\ti🙂t/g)].map(({ index }) => index);
      const start = starts.find((at) => {
        const place = placeOf(text, at);
        return place.line === line && place.column === column;
      });
      expect([file, line, column, start]).not.toContain(undefined);
      expect({ line: endLine, column: endColumn }).toEqual(placeOf(text, (start ?? 0) + HIT.length));
    }
  },
  bug: {
    file: 'src/model/position.ts',
    find: 'if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) return at + 1;',
    replace: 'if (code === 10 || code === 13) return at + 1;',
  },
});
