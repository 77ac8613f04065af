import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enforce } from '../../src/enforce.js';
import type { Prescan } from '../../src/engine/inspection/prescan.js';
import type { Within } from '../../src/model/bounded.js';
import { withoutLimit } from '../../src/model/bounded.js';
import type { CheckResult } from '../../src/model/check-result.js';
import { DEFAULT_CONFIG } from '../../src/model/config.js';
import type { Rule } from '../../src/model/contract.js';
import { openWorkingTree } from '../../src/platform/files/working-tree.js';
import { openMatchSetCache } from '../../src/prescan/cache/match-set-cache.js';
import { prescanWith } from '../../src/prescan/prescan.js';
import { StampTable } from '../../src/prescan/stamps/stamp-table.js';
import { makeFolder } from '../support/make-folder.js';
import { domains, forbidden, makeRule, required } from '../support/make-rule.js';

const RULES: readonly Rule[] = [
  makeRule({ id: 'A-1', scope: ['**/*.ts'] }, forbidden(/\beval\s*\(/), forbidden(/(password|token)\s*=\s*'[^']+'/i)),
  makeRule({ id: 'A-2', scope: ['**/*.ts', '!src/1*'], severity: 'warning' }, forbidden(/[^\s]{3,}é/), forbidden(/\t/)),
  makeRule({ id: 'A-3', scope: ['**/*.js'] }, required(/use strict/), required(/authMiddleware/)),
  makeRule({ id: 'A-4', scope: ['src/2*'] }, required(/copyright/i, { require: 'every' })),
  makeRule({ id: 'A-5', scope: ['**/*'] }, domains('forbid', ['evil.example'])),
  makeRule({ id: 'A-6', scope: ['**/*'] }, forbidden(/(?=never)/), forbidden(/debugger;?$/m)),
  makeRule({ id: 'A-7', scope: ['**/*'] }, forbidden(/^const ordinary/), forbidden(/(?<!.)eval/s)),
  makeRule({ id: 'A-8', scope: ['src/3*'] }, required(/^authMiddleware/)),
];

const SNIPPETS = [
  'eval (x)\n',
  "const Token = 'abc'\n",
  'a\tb\n',
  'café olé\n',
  "'use strict'\n",
  'authMiddleware()\n',
  '// Copyright me\n',
  "fetch('https://evil.example/x')\n",
  'debugger;\n',
  'const ordinary = 1;\n',
  'function evaluate() {}\n',
  '😀\n',
  '\r\n',
  'never\n',
  '// specflow-ignore-next-line A-2 -- because\n',
  '// specflow-ignore-next-line\n',
  '\ufeff',
  '\0',
  'passwords are fine\n',
];

const projects = fc.array(fc.array(fc.constantFrom(...SNIPPETS), { maxLength: 6 }), { minLength: 64, maxLength: 90 });

function makeProject(files: readonly (readonly string[])[]): string {
  return makeFolder(
    Object.fromEntries(files.map((parts, index) => [`src/${index}.${index % 3 === 0 ? 'js' : 'ts'}`, parts.join('')])),
  );
}

function check(root: string, prescan?: Prescan, rules = RULES): CheckResult {
  const tree = openWorkingTree(root, DEFAULT_CONFIG, null);
  const contract = {
    id: 'test',
    file: 'contracts/test.yml',
    version: null,
    owner: null,
    rules,
    advice: [],
    waivers: [],
  };
  const contracts = { contracts: [contract], problems: [], findings: [], files: [] };
  return enforce({ tree, contracts, config: DEFAULT_CONFIG, today: '2026-01-01', prescan });
}

function prescanOf(root: string, memory?: { readonly now: number }, within: Within = withoutLimit): Prescan {
  const { readBytes, stamp, list } = openWorkingTree(root, DEFAULT_CONFIG, null);
  if (!readBytes || !stamp) throw new Error('a working tree reads bytes');
  const cache = memory && (() => openMatchSetCache(root, 'key', memory.now, list()));
  return prescanWith({ readBytes, within, memory: cache && { cache, stamp } });
}

const LATER = Date.now() + 60_000;
const CACHE = '.specflow/cache/match-sets.bin';

describe('a prescan', () => {
  it('changes no result, with or without what it remembers', () => {
    fc.assert(
      fc.property(projects, (files) => {
        const root = makeProject(files);
        const expected = check(root);
        expect(check(root, prescanOf(root))).toEqual(expected);
        expect(check(root, prescanOf(root, { now: LATER }))).toEqual(expected);
        expect(check(root, prescanOf(root, { now: LATER }))).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  });

  it('sees the start of a file behind its byte order mark', () => {
    const root = makeProject([...Array.from({ length: 70 }, () => ['a\n']), ['\ufeff', 'const ordinary = 1;\n']]);
    const found = check(root, prescanOf(root)).violations.map(({ rule, file, place }) => [
      rule.id,
      file,
      place?.column,
    ]);
    expect(found).toContainEqual(['A-7', 'src/70.ts', 1]);
  });

  it('leaves to be judged in full what takes too long', () => {
    const root = makeProject(Array.from({ length: 70 }, (_, index) => [SNIPPETS[index % SNIPPETS.length] ?? '']));
    expect(
      check(
        root,
        prescanOf(root, undefined, () => ({ kind: 'timeout' })),
      ),
    ).toEqual(check(root));
  });

  it('asks of a file only what matches in it', () => {
    const root = makeProject(Array.from({ length: 70 }, () => ['const ordinary = 1;\n']));
    writeFileSync(join(root, 'src/7.ts'), 'eval(1)');
    const tree = openWorkingTree(root, DEFAULT_CONFIG, null);
    const foresight = prescanOf(root)(tree.list(), () => [...RULES.slice(0, 1)]);
    const words = tree.list().map((file) => [file, foresight?.wordOf(file)?.kind]);
    expect(words.filter(([, kind]) => kind !== 'silent')).toEqual([['src/7.ts', 'speaks']]);
  });
});

describe('what a prescan remembers', () => {
  const quiet = (): string => makeProject(Array.from({ length: 70 }, () => ['const ordinary = 1;\n']));
  const remembered = (root: string): CheckResult => check(root, prescanOf(root, { now: LATER }));
  const violating = (root: string): readonly (string | null)[] => {
    const { violations } = remembered(root);
    return violations.flatMap(({ rule, file }) => (rule.id === 'A-1' ? [file] : []));
  };

  it('does not hide a change of the same size, whose times were put back', () => {
    const root = quiet();
    const file = join(root, 'src/1.ts');
    const { atime, mtime } = statSync(file);
    remembered(root);
    writeFileSync(file, 'eval(ordinary+= 1);\n'.slice(0, 20));
    utimesSync(file, atime, mtime);
    expect(violating(root)).toEqual(['src/1.ts']);
  });

  it('does not hold for a rule that was not asked before', () => {
    const root = quiet();
    remembered(root);
    const rules = [makeRule({ id: 'A-1', scope: ['**/*'] }, forbidden(/ordinary/))];
    expect(check(root, prescanOf(root, { now: LATER }), rules).violations).toHaveLength(70);
  });

  it('is not kept of a file that may still be changing', () => {
    const root = quiet();
    check(root, prescanOf(root, { now: Date.now() - 10_000 }));
    expect(readIfThere(join(root, CACHE))).not.toContain('src/1.ts');
  });

  it.each<[string, (kept: string) => string]>([
    ['torn', (kept) => kept.slice(0, kept.length / 2)],
    ['changed by a letter', (kept) => kept.replace('src/1.ts', 'src/1.tx')],
    ['empty', () => ''],
    ['not ours', () => 'x\ny\n'],
  ])('counts for nothing where it is %s', (_, spoil) => {
    const root = quiet();
    writeFileSync(join(root, 'src/1.ts'), 'eval(1)');
    const expected = remembered(root);
    const kept = readFileSync(join(root, CACHE), 'latin1');
    writeFileSync(join(root, CACHE), spoil(kept), 'latin1');
    expect(remembered(root)).toEqual(expected);
    expect(readFileSync(join(root, CACHE), 'latin1')).toBe(kept);
  });

  it('stays of files that were not looked at this time, as long as they are there', () => {
    const root = quiet();
    remembered(root);
    const listed = openWorkingTree(root, DEFAULT_CONFIG, null).list();
    const looked = listed.filter((file) => file.startsWith('src/1'));
    const present = listed.filter((file) => file !== 'src/2.ts');
    const cache = openMatchSetCache(root, 'key', LATER, present);
    cache.keep([...looked, ...listed.slice(-10)], StampTable.ofFiles(looked.length + 10), () => null);
    const kept = readFileSync(join(root, CACHE), 'latin1');
    expect(['src/1.ts', 'src/2.ts', 'src/4.ts'].map((path) => kept.includes(path))).toEqual([false, false, true]);
  });

  it('is not written anew for the sake of a few', () => {
    const root = quiet();
    remembered(root);
    const kept = readFileSync(join(root, CACHE), 'latin1');
    writeFileSync(join(root, 'src/1.ts'), 'eval(1)');
    expect(violating(root)).toEqual(['src/1.ts']);
    expect(violating(root)).toEqual(['src/1.ts']);
    expect(readFileSync(join(root, CACHE), 'latin1')).toBe(kept);
  });
});

function readIfThere(path: string): string {
  return statSync(path, { throwIfNoEntry: false }) ? readFileSync(path, 'latin1') : '';
}
