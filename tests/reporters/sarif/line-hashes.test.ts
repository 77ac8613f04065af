import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineHashes } from '../../../src/reporters/sarif/line-hashes.js';

/** The definition, written out: a polynomial over a hundred characters from the start of each line. */
function naiveHashes(text: string): string[] {
  const levelled = text.replaceAll('\r\n', '\r').replace(/[ \t]/g, '').replaceAll('\r', '\n');
  const padded = [
    ...Array.from({ length: levelled.length }, (_, at) => levelled.charCodeAt(at)),
    0xffff,
    ...new Array<number>(100).fill(0),
  ];
  const starts = [0, ...[...levelled.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const seen = new Map<string, number>();
  return starts.map((start) => {
    let hash = 0n;
    for (const unit of padded.slice(start, start + 100)) hash = BigInt.asUintN(64, hash * 37n + BigInt(unit));
    const hex = hash.toString(16);
    seen.set(hex, (seen.get(hex) ?? 0) + 1);
    return `${hex}:${seen.get(hex)}`;
  });
}

describe('lineHashes', () => {
  // Computed by GitHub's own uploader.
  it.each([
    ['', ['c129715d7a2bc9a3:1']],
    ['const a = 1;\nconst b = 2;\n', ['77ceeeaab7cad7d3:1', '5af7d9c197e4cf4:1', 'c129715d7a2bc9a3:1']],
    [
      '\ufefftabs\t and  spaces\r\n\rx\r \n',
      ['2d237e0dac8e6b2:1', '55fdaa76868130a9:1', '75897d1b718b7603:1', '3c5bef55b72b93c9:1', 'c129715d7a2bc9a3:1'],
    ],
    ['naïve 😀 \u2028 text\nlast', ['ca2a0328e447aa1c:1', '58429ecce5a8d0db:1']],
  ])('agrees with GitHub on %j', (text, hashes) => {
    expect(lineHashes(text)).toEqual(hashes);
  });

  it('numbers equal lines', () => {
    const hashes = lineHashes('same\n'.repeat(60));
    expect(hashes.slice(39, 42)).toEqual(['6468d5768bad9560:40', '6468d5768bad9560:41', '6468d593175bf9e7:1']);
    expect(hashes).toHaveLength(61);
  });

  it('equals the definition on any text', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('', ' \t', '}', '\uffff'.repeat(120)),
    );
    const text = fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r'))).map((lines) => lines.flat().join(''));
    fc.assert(
      fc.property(text, (each) => {
        expect(lineHashes(each)).toEqual(naiveHashes(each));
      }),
      { numRuns: 40 },
    );
  });
});
