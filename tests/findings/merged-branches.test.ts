import { cpSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Decision, type FindingRecord, openFinding } from '../../src/findings/finding-record.js';
import { readFindings } from '../../src/findings/findings-folder.js';
import { removeFindings, writeFindings } from '../../src/findings/write-findings.js';
import { makeFolder, writeFiles } from '../support/make-folder.js';
import { git } from '../support/make-repository.js';

const DAY = '2026-01-01';
const WHY =
  'The place is not what the check reported: the file changed, or another fix altered it. Run the check again.';

/** As like each other as findings get: of one rule, in one file, with one explanation. */
const record = (name: string, day = DAY): FindingRecord =>
  openFinding(
    {
      code: 'heal/escalated',
      ruleId: 'SEC-001',
      file: 'src/pages/settings/profile.ts',
      line: 12,
      message: WHY,
      help: 'See "specflow explain SEC-001" and "specflow heal --dry-run --rule SEC-001".',
      about: name,
    },
    'element.innerHTML = await render(user.biography, options.markdown);',
    day,
  );

type Step = (root: string) => void;
const raise =
  (name: string, day = DAY): Step =>
  (root) =>
    written(writeFindings(root, [record(name, day)]));
const close =
  (name: string): Step =>
  (root) =>
    written(removeFindings(root, new Set([record(name).id])));
const decide =
  (name: string, decision: Decision | null): Step =>
  (root) =>
    written(writeFindings(root, [{ ...record(name), decision }]));
const dismiss = (name: string, reason = 'no') => decide(name, { kind: 'dismissed', day: DAY, reason });
const accept = (name: string) => decide(name, { kind: 'accepted', day: DAY, reason: null });
const defer = (name: string, day = DAY) => decide(name, { kind: 'deferred', day, until: '2027-01-01', reason: null });
const reopen = (name: string) => decide(name, null);
const all =
  (...steps: readonly Step[]): Step =>
  (root) => {
    for (const step of steps) step(root);
  };

function written({ kind }: { readonly kind: string }): void {
  expect(kind).toBe('written');
}

/** `name: state` of each finding, by the names that tests give. */
function stateOf(root: string): Readonly<Record<string, string>> {
  const { records, problems } = readFindings(root);
  expect(problems).toEqual([]);
  const names = [...'abcdefghij'].map((name) => [record(name).id, name] as const);
  const nameOf = new Map(names);
  return Object.fromEntries(
    records.map(({ id, decision }) => [nameOf.get(id) ?? id, decision?.kind ?? 'open'] as const).sort(),
  );
}

function commit(folder: string, step: Step, name: string): void {
  step(folder);
  writeFiles(folder, { [`${name}.txt`]: name });
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', name);
}

/** Repositories that are there until all tests are done, each with one base. */
const bases = new Map<Step, string>();
afterAll(() => {
  for (const folder of bases.values()) rmSync(folder, { recursive: true, force: true });
});

/** A repository with a branch from the same base for each of the steps. */
function branchesFrom(base: Step, steps: readonly Step[]): string {
  const known = bases.get(base) ?? mkdtempSync(join(tmpdir(), 'specflow-base-'));
  if (!bases.has(base)) {
    bases.set(base, known);
    git(known, 'init', '--quiet', '--initial-branch=main');
    commit(known, base, 'base');
  }
  const folder = makeFolder();
  cpSync(known, folder, { recursive: true });
  for (const [at, step] of steps.entries()) {
    git(folder, 'checkout', '-q', '-b', `branch-${at}`, 'main');
    commit(folder, step, `branch-${at}`);
  }
  return folder;
}

/** What comes out where branches are merged into the first of an order, as git does it by default. */
function mergedIn(folder: string, [first, ...others]: readonly number[]): Readonly<Record<string, string>> {
  git(folder, 'checkout', '-q', '--detach', `branch-${first}`);
  for (const at of others) git(folder, 'merge', '-q', '--no-edit', `branch-${at}`);
  return stateOf(folder);
}

const THREE = all(raise('a'), raise('b'), raise('c'));
const DISMISSED = all(THREE, dismiss('a'));

describe('findings of two branches that git merges by itself', () => {
  it.each<[string, Step, Step, Step, Readonly<Record<string, string>>]>([
    ['both heal the same', THREE, close('a'), close('a'), { b: 'open', c: 'open' }],
    ['both heal, different ones', THREE, close('a'), close('b'), { c: 'open' }],
    [
      'both heal different ones and find different ones',
      THREE,
      all(close('a'), raise('d')),
      all(close('b'), raise('e')),
      { c: 'open', d: 'open', e: 'open' },
    ],
    [
      'both heal the same and find different ones',
      THREE,
      all(close('a'), raise('d')),
      all(close('a'), raise('e')),
      { b: 'open', c: 'open', d: 'open', e: 'open' },
    ],
    [
      'one heals and finds, the other heals only',
      THREE,
      all(close('a'), close('b'), raise('d')),
      all(close('a'), close('b')),
      { c: 'open', d: 'open' },
    ],
    ['both find the same', THREE, raise('d'), raise('d'), { a: 'open', b: 'open', c: 'open', d: 'open' }],
    [
      'both find the same on different days',
      THREE,
      raise('d', '2026-01-05'),
      raise('d', '2026-01-03'),
      { a: 'open', b: 'open', c: 'open', d: 'open' },
    ],
    ['one dismisses, the other heals', THREE, dismiss('a'), close('a'), { a: 'dismissed', b: 'open', c: 'open' }],
    [
      'one dismisses, the other heals and finds',
      THREE,
      dismiss('a'),
      all(close('a'), raise('d')),
      { a: 'dismissed', b: 'open', c: 'open', d: 'open' },
    ],
    ['one accepts, the other heals', THREE, accept('a'), close('a'), { a: 'accepted', b: 'open', c: 'open' }],
    ['one defers, the other heals', THREE, defer('a'), close('a'), { a: 'deferred', b: 'open', c: 'open' }],
    ['one dismisses, the other accepts', THREE, dismiss('a'), accept('a'), { a: 'dismissed', b: 'open', c: 'open' }],
    [
      'both dismiss, for different reasons',
      THREE,
      dismiss('a'),
      dismiss('a', 'x'),
      { a: 'dismissed', b: 'open', c: 'open' },
    ],
    ['both dismiss different ones', THREE, dismiss('a'), dismiss('b'), { a: 'dismissed', b: 'dismissed', c: 'open' }],
    ['both defer, the one later', THREE, defer('a'), defer('a', '2026-01-02'), { a: 'deferred', b: 'open', c: 'open' }],
    ['one takes a dismissal back', DISMISSED, reopen('a'), close('b'), { a: 'open', c: 'open' }],
    [
      'one takes it back, the other accepts',
      DISMISSED,
      reopen('a'),
      accept('a'),
      { a: 'accepted', b: 'open', c: 'open' },
    ],
    [
      'one finds what the other dismissed before',
      raise('b'),
      all(raise('a'), dismiss('a')),
      raise('a', '2026-01-09'),
      { a: 'dismissed', b: 'open' },
    ],
    [
      'one heals all, the other dismisses all',
      THREE,
      all(close('a'), close('b'), close('c')),
      all(dismiss('a'), dismiss('b'), dismiss('c')),
      { a: 'dismissed', b: 'dismissed', c: 'dismissed' },
    ],
  ])('%s', (_, base, one, other, state) => {
    const folder = branchesFrom(base, [one, other]);
    expect(mergedIn(folder, [0, 1])).toEqual(state);
    expect(mergedIn(folder, [1, 0])).toEqual(state);
  });

  it('come out the same from three branches, in each order', () => {
    const steps = [
      all(close('a'), close('b'), raise('d'), dismiss('c')),
      all(dismiss('a'), close('c'), raise('d', '2026-01-07'), raise('e')),
      all(close('a'), defer('b'), raise('f')),
    ];
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ];
    const state = { a: 'dismissed', b: 'deferred', c: 'dismissed', d: 'open', e: 'open', f: 'open' };
    const folder = branchesFrom(THREE, steps);
    for (const order of orders) expect(mergedIn(folder, order), order.join()).toEqual(state);
  });

  it('are no renames of each other to git', () => {
    const folder = branchesFrom(THREE, [all(close('a'), close('b'), close('c'), raise('d'), raise('e'), dismiss('f'))]);
    const names = git(folder, 'diff', '-M', '--name-status', 'main', 'HEAD', '--', '.specflow/findings');
    const kinds = names
      .trim()
      .split('\n')
      .map((line) => line.charAt(0));
    expect(kinds.sort().join('')).toBe('AAADDD');
  });
});

describe('a finding of an older specflow', () => {
  it('is read by its plain name, and has the new one once it is decided', () => {
    const folder = makeFolder();
    raise('a')(folder);
    const findings = join(folder, '.specflow/findings');
    const [name = ''] = readdirSync(findings);
    renameSync(join(findings, name), join(findings, `${record('a').id}.json`));
    expect(stateOf(folder)).toEqual({ a: 'open' });
    dismiss('a')(folder);
    expect(stateOf(folder)).toEqual({ a: 'dismissed' });
    expect(readdirSync(findings)).toEqual([expect.stringMatching(/^\w{12}-\w{8}\.json$/)]);
  });
});
