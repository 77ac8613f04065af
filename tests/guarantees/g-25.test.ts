import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { expect } from 'vitest';
import { readCategories } from '../bench/heal/read-cases.js';
import { amount } from './harness/amount.js';
import { guarantee } from './harness/guarantee.js';
import { contractOf, healFiles, type WrittenRule } from './harness/heal-in.js';
import { ROOT } from './harness/plant.js';

const IN_MEMORY = 'tests/bench/heal/heal-in-memory.ts';

/** Remedies that nobody should write, which break the syntax more often than not. */
const CLUMSY: readonly WrittenRule[] = (
  [
    ['/\\breadonly /', 'readonly ', '('],
    ['/=>/', '=>', '=> {'],
    ['/ \\? /', ' ? ', ' ?? '],
    ['/return /', 'return ', 'return return '],
    ['/\\(path\\)/', '(path)', '(path'],
    ["/'\\.\\//", "'./", "'"],
    ['/export (?:function|interface)/', 'export ', ''],
    ['/: string/', ': string', ': string;'],
  ] as const
).map(([forbidden, find, replace], n) => ({
  id: `CLUMSY-${n}`,
  scope: [`src/part${n}/**`],
  forbidden,
  fix: { strategy: 'replace', find, replace },
}));

const JSON_RULE: WrittenRule = {
  id: 'JSON-1',
  scope: ['src/*.json'],
  forbidden: '/"old"/',
  fix: { strategy: 'replace', find: '"old"', replace: 'new' },
};

function errorsIn(file: string, text: string): number {
  if (/\.json$/.test(file)) {
    try {
      JSON.parse(text);
      return 0;
    } catch {
      // How many there are is not told.
      return 1;
    }
  }
  return /\.[cm]?[jt]sx?$/.test(file) ? parseSync(file, text).errors.length : 0;
}

/** Real code: this repository's own, shared out among the remedies. */
function corpus(): Readonly<Record<string, string>> {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const step = Math.max(1, Math.floor(files.length / amount(64, files.length)));
  return Object.fromEntries(
    files
      .sort()
      .filter((_, n) => n % step === 0)
      .map((file, n) => [
        `src/part${n % CLUMSY.length}/${file.replaceAll('/', '-')}`,
        readFileSync(join(ROOT, 'src', file), 'utf8'),
      ]),
  );
}

guarantee({
  id: 'G-25',
  async holds(subject) {
    const files: Readonly<Record<string, string>> = { ...corpus(), 'src/a.json': '{ "a": "old" }\n' };
    const { report, read } = await healFiles(subject, {
      'contracts/plain.yml': contractOf([...CLUMSY, JSON_RULE]),
      ...files,
    });
    expect(report.summary.found).toBeGreaterThan(100);
    for (const [file, text] of Object.entries(files)) {
      const healed = Buffer.from(read(file), 'latin1').toString();
      expect(errorsIn(file, healed), file).toBeLessThanOrEqual(errorsIn(file, text));
    }

    const { loadRemedy, healInMemory } =
      await subject.load<typeof import('../bench/heal/heal-in-memory.js')>(IN_MEMORY);
    for (const { name, contract, store, cases } of readCategories()) {
      const remedy = loadRemedy(contract, store);
      for (const { title, before } of cases) {
        for (const [file, text] of (await healInMemory(before, remedy)).files) {
          expect(errorsIn(file, text), `${name}: ${title}`).toBeLessThanOrEqual(errorsIn(file, before.get(file) ?? ''));
        }
      }
    }
  },
  // A fix is asked before it is offered, and what came of it once more.
  bug: [
    { file: 'src/heal/gates/parses.ts', find: 'first === undefined ||', replace: 'first !== null ||' },
    {
      file: 'src/fix/checks/verify-edits.ts',
      find: 'after.errors.length > before.errors.length || !after.parsed',
      replace: 'false',
    },
    {
      file: 'src/fix/checks/verify-edits.ts',
      find: 'if (comparison.lost.length > 0) return { ...READ_OTHERWISE, at: comparison.lost };',
      replace: '',
    },
  ],
});
