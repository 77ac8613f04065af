import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Edit } from '../../src/model/edit.js';
import { makeFolder } from '../support/make-folder.js';
import { amount } from './harness/amount.js';
import { guarantee } from './harness/guarantee.js';

const CONTRACT = `contract_meta: { id: plain, version: 1 }
rules:
  soft:
    - id: TXT-1
      title: Nothing is bad
      scope: ["**/*.txt"]
      behavior:
        forbidden_patterns:
          - pattern: /set=(?<word>bad)/
            message: Bad
            auto_fix: { strategy: replace, target: word, wrap_pattern: "gööd🙂" }
`;

const unit = fc.constantFrom('a', ' ', '\t', '\n', '\r\n', '\r', '\u2028', 'é', '🙂', '\ufeff', '$&');
const noise = fc.string({ unit });
/** What is kept, what is taken out behind it, and what is put in its place: the text and its edits follow from them. */
const pieces = fc.array(fc.record({ kept: fc.string({ unit, minLength: 1 }), out: noise, into: noise }), {
  maxLength: 6,
});

function editsOf(parts: readonly { readonly kept: string; readonly out: string; readonly into: string }[]): Edit[] {
  let offset = 0;
  return parts.map(({ kept, out, into }) => {
    const start = offset + kept.length;
    offset = start + out.length;
    return { range: { start, end: offset }, text: into };
  });
}

guarantee({
  id: 'G-15',
  async holds(subject) {
    const { applyEdits } = await subject.load<typeof import('../../src/model/edit.js')>('src/model/edit.ts');
    fc.assert(
      fc.property(pieces, noise, fc.nat(5), (parts, rest, turn) => {
        const text = `${parts.map(({ kept, out }) => kept + out).join('')}${rest}`;
        const edits = editsOf(parts);
        // In whatever order they come.
        const given = [...edits.slice(turn), ...edits.slice(0, turn)];
        expect(applyEdits(text, given)).toBe(`${parts.map(({ kept, into }) => kept + into).join('')}${rest}`);
      }),
      { numRuns: amount(2_000, 100_000) },
    );

    const texts = fc.sample(fc.array(noise, { minLength: 1, maxLength: 6 }), { numRuns: amount(60, 2_000), seed: 15 });
    const files = Object.fromEntries(
      texts.map((parts, n) => [`f${n}.txt`, parts.join('set=bad').replace(/^\ufeff+/, '')]),
    );
    const folder = makeFolder({ 'contracts/plain.yml': CONTRACT, ...files });
    const { code, stderr } = await subject.run(['heal'], { cwd: folder });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const [file, text] of Object.entries(files)) {
      const healed = readFileSync(join(folder, file));
      expect(healed.equals(Buffer.from(text.replaceAll('set=bad', () => 'set=gööd🙂'))), file).toBe(true);
    }
  },
  bug: {
    file: 'src/model/edit.ts',
    find: 'result += text.slice(done, start) + edit.text;',
    replace: 'result += text.slice(done, start).trimEnd() + edit.text;',
  },
});
