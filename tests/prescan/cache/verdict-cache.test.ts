import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enforce } from '../../../src/enforce.js';
import { withoutLimit } from '../../../src/model/bounded.js';
import type { CheckResult } from '../../../src/model/check-result.js';
import { DEFAULT_CONFIG } from '../../../src/model/config.js';
import type { Rule } from '../../../src/model/contract.js';
import { openWorkingTree } from '../../../src/platform/files/working-tree.js';
import { openMatchSetCache } from '../../../src/prescan/cache/match-set-cache.js';
import { openVerdictCache } from '../../../src/prescan/cache/verdict-cache.js';
import { prescanWith } from '../../../src/prescan/prescan.js';
import { StampBook } from '../../../src/prescan/stamps/stamp-book.js';
import { makeFolder } from '../../support/make-folder.js';
import { forbidden, makeRule, required } from '../../support/make-rule.js';

const RULES: readonly Rule[] = [
  makeRule({ id: 'A-1', scope: ['**/*.ts'] }, forbidden(/\beval\s*\(/), forbidden(/(?<name>pass)(word)?\s*=/i)),
  makeRule({ id: 'A-2', scope: ['**/*.ts'] }, required(/use strict/), forbidden(/debugger/)),
  makeRule({ id: 'A-3', scope: ['src/2*'] }, required(/copyright/i, { require: 'every' })),
];

const SNIPPETS = [
  'eval (x)\n',
  "pass = 'x'\n",
  "'use strict'\n",
  'debugger;\r\n',
  'const a = 1;\n',
  '// specflow-ignore-next-line A-1 -- because\n',
  '// specflow-ignore-next-line\n',
  '// copyright\n',
  'é\n',
  '\0',
];

const texts = fc.array(fc.constantFrom(...SNIPPETS), { maxLength: 4 }).map((parts) => parts.join(''));
const projects = fc.array(texts, { minLength: 64, maxLength: 80 });
const pathOf = (at: number): string => `src/${at}.ts`;

function makeProject(files: readonly string[]): string {
  return makeFolder(Object.fromEntries(files.map((text, at) => [pathOf(at), text])));
}

/** Later than any file here was made, so that all count as settled. */
const LATER = Date.now() + 600_000;
const CACHE = '.specflow/cache/match-sets-judged.txt';

interface Run {
  readonly result: CheckResult;
  /** Files that were read as text. */
  readonly read: readonly string[];
}

function check(root: string, { rules = RULES, now = LATER, remembers = true } = {}): Run {
  const tree = openWorkingTree(root, DEFAULT_CONFIG, null);
  const { readBytes, stamp, list } = tree;
  if (!readBytes || !stamp) throw new Error('a working tree reads bytes');
  const files = list().filter((file) => !file.startsWith('.specflow/'));
  const book = new StampBook();
  const memory = { stamp, book, cache: () => openMatchSetCache(root, 'key', now, files) };
  const verdicts = openVerdictCache({ root, key: 'key', rules, stampOf: (path) => book.stampOf(path), now });
  const read: string[] = [];
  const contract = { id: 't', file: 'contracts/t.yml', version: null, owner: null, rules, advice: [], waivers: [] };
  const result = enforce({
    tree: {
      ...tree,
      list: () => files,
      read: (path) => {
        read.push(path);
        return tree.read(path);
      },
    },
    contracts: { contracts: [contract], problems: [], findings: [], files: [] },
    config: DEFAULT_CONFIG,
    today: '2026-01-01',
    ...(remembers ? { prescan: prescanWith({ readBytes, within: withoutLimit, memory }), verdicts } : {}),
  });
  if (remembers) verdicts.save();
  return { result, read };
}

const plainly = (root: string, rules = RULES): CheckResult => check(root, { rules, remembers: false }).result;

const guilty = (): string =>
  makeProject(Array.from({ length: 70 }, (_, at) => (at % 7 === 0 ? 'eval(1);\n' : 'const a = 1;\n')));

describe('what is remembered of judging', () => {
  it('changes no result, whatever changed in between', () => {
    fc.assert(
      fc.property(projects, fc.array(fc.tuple(fc.nat({ max: 63 }), texts), { maxLength: 5 }), (files, changes) => {
        const root = makeProject(files);
        const expected = plainly(root);
        expect(check(root).result).toEqual(expected);
        expect(check(root).result).toEqual(expected);
        for (const [at, text] of changes) writeFileSync(join(root, pathOf(at)), `${text}\n`);
        expect(check(root).result).toEqual(plainly(root));
        expect(check(root).result).toEqual(plainly(root));
      }),
      { numRuns: 12 },
    );
  });

  it('spares reading what did not change', () => {
    const root = guilty();
    const rules = RULES.slice(0, 1);
    expect(check(root, { rules }).read).toHaveLength(10);
    expect(check(root, { rules }).read).toEqual([]);
    writeFileSync(join(root, pathOf(7)), 'eval(2);\n');
    expect(check(root, { rules }).read).toEqual([pathOf(7)]);
  });

  it('does not hide a change of the same size, whose times were put back', () => {
    const root = guilty();
    const file = join(root, pathOf(7));
    const { atime, mtime } = statSync(file);
    check(root);
    writeFileSync(file, 'eval(2);\n');
    utimesSync(file, atime, mtime);
    expect(check(root).result).toEqual(plainly(root));
    expect(plainly(root).violations.some(({ place }) => place?.lineText === 'eval(2);')).toBe(true);
  });

  it('does not hold for other rules', () => {
    const root = guilty();
    check(root);
    const rules = [makeRule({ id: 'A-1', scope: ['**/*.ts'] }, forbidden(/\beval\s*\(/, { message: 'Otherwise.' }))];
    expect(check(root, { rules }).result).toEqual(plainly(root, rules));
  });

  it('is not kept of a file that may still be changing', () => {
    const root = guilty();
    const rules = RULES.slice(0, 1);
    check(root, { rules, now: Date.now() - 10_000 });
    expect(check(root, { rules }).read).toHaveLength(10);
  });

  it.each<[string, (kept: string) => string]>([
    ['torn', (kept) => kept.slice(0, kept.length / 2)],
    ['changed by a letter', (kept) => kept.replace('eval(1)', 'eval(7)')],
    ['empty', () => ''],
    ['not ours', () => 'x\ny\n'],
  ])('counts for nothing where it is %s', (_, spoil) => {
    const root = guilty();
    const expected = check(root).result;
    const kept = readFileSync(join(root, CACHE), 'utf8');
    expect(spoil(kept)).not.toBe(kept);
    writeFileSync(join(root, CACHE), spoil(kept));
    expect(check(root).result).toEqual(expected);
    expect(readFileSync(join(root, CACHE), 'utf8')).toBe(kept);
  });

  it('leaves out what quotes very long lines', () => {
    const root = makeProject(Array.from({ length: 70 }, (_, at) => (at === 0 ? `eval(1);${' '.repeat(70_000)}` : '')));
    check(root);
    expect(check(root).read).toEqual([pathOf(0)]);
    expect(check(root).result).toEqual(plainly(root));
  });
});
