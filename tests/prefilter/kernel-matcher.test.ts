import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteClass } from '../../src/prefilter/byte-class.js';
import { kernelMatcher } from '../../src/prefilter/kernel-matcher.js';
import { MAX_HITS, type Matcher } from '../../src/prefilter/matcher.js';
import { pairTables } from '../../src/prefilter/pair-tables.js';
import type { PlannedWindow } from '../../src/prefilter/plan-scan.js';
import { scriptMatcher } from '../../src/prefilter/script-matcher.js';
import { COMPILED_FROM } from '../../src/prefilter/window-kernel.js';

const LETTERS = [0x61, 0x62, 0x63, 0x00, 0xff, 0x80];
const classes = fc.uniqueArray(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 3 }).map(byteClass);
const windows = fc
  .array(
    fc
      .array(classes, { minLength: 2, maxLength: 8, size: 'max' })
      .map((made): PlannedWindow => ({ classes: made, uses: [] })),
    { maxLength: 600 },
  )
  .filter((made) => pairTables(made) !== null);
const files = fc
  .array(fc.constantFrom(0x61, 0x62, ...LETTERS), { minLength: 20, maxLength: 90 })
  .map((bytes) => Buffer.from(bytes));

function hitsOf(matcher: Matcher | null, bytes: Buffer): readonly string[] | null {
  if (matcher === null) throw new Error('this process runs WebAssembly, and the tables hold the windows');
  const hits = matcher.scan(bytes);
  return hits && Array.from({ length: hits.count }, (_, at) => `${hits.ends[at]} ${hits.windows[at]}`).sort();
}

function inScript(made: readonly PlannedWindow[]): Matcher | null {
  const tables = pairTables(made);
  return tables && scriptMatcher(tables);
}

describe('the matcher in WebAssembly', () => {
  it('finds what the one in JavaScript finds, file after file', () => {
    let found = 0;
    fc.assert(
      fc.property(windows, fc.array(files, { minLength: 1, maxLength: 4 }), (made, several) => {
        const [kernel, script] = [kernelMatcher(made), inScript(made)];
        for (const bytes of several) {
          const expected = hitsOf(script, bytes);
          found += expected?.length ?? 0;
          expect(hitsOf(kernel, bytes)).toEqual(expected);
        }
      }),
      { numRuns: 150 },
    );
    expect(found).toBeGreaterThan(500);
  });

  it.each([MAX_HITS, MAX_HITS + 1])('agrees on %i hits, for which there may be no room', (count) => {
    const made = [{ classes: [byteClass([0x61]), byteClass([0x62])], uses: [] }];
    const bytes = Buffer.from('ab'.repeat(count));
    expect(hitsOf(kernelMatcher(made), bytes)).toEqual(hitsOf(inScript(made), bytes));
  });

  it('takes a file of any size', () => {
    const made = [{ classes: [byteClass([0x61]), byteClass([0x62])], uses: [] }];
    const kernel = kernelMatcher(made);
    for (const length of [0, 1, 65_536, 3, 700_000]) {
      expect(hitsOf(kernel, Buffer.from(`${'a'.repeat(length)}b`))).toEqual(length === 0 ? [] : [`${length + 1} 0`]);
    }
  });

  it('is what its source was compiled to', () => {
    const source = readFileSync(join(import.meta.dirname, '../../src/prefilter/window-kernel.as'));
    expect(COMPILED_FROM, 'npm run build:kernel').toBe(createHash('sha256').update(source).digest('hex'));
  });
});
