import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Session } from '../../../src/commands/workspace/session.js';
import { keepSealed } from '../../../src/prescan/cache/sealed-cache.js';
import { writeFiles } from '../../support/make-folder.js';
import { commitAll, git, makeRepository } from '../../support/make-repository.js';
import { type Heard, runIn } from '../../support/run-in-process.js';

const CONTRACT = `contract_meta: { id: app, version: 1 }
rules:
  non_negotiable:
    - id: APP-001
      title: No eval
      scope: ["src/**/*.ts", "!src/free/**"]
      behavior:
        forbidden_patterns:
          - { pattern: '/eval\\(/', message: no eval }
    - id: APP-002
      title: Auth
      scope: ["src/**/*.ts"]
      behavior:
        required_patterns:
          - { pattern: /withAuth/, message: wire auth }
    - id: APP-003
      title: A licence, and no draft
      scope: ["docs/**", "only/**"]
      behavior:
        forbidden_patterns:
          - { pattern: /DRAFT/, message: finish it }
        required_patterns:
          - { pattern: /MIT/, message: say the licence }
    - id: APP-005
      title: Alone
      scope: ["lone/**", "lonely/**"]
      behavior:
        forbidden_patterns:
          - { pattern: /eval/, message: no eval }
    - id: APP-004
      title: Notes
      scope: ["notes/*.txt"]
      behavior:
        required_patterns:
          - { pattern: /NOTE/, message: note it }
`;

const SILENT = 'match-sets-silent.bin';
const clock = { today: () => '2026-01-01', now: () => Date.now() };

/** Seconds since 1970. Each file that is written gets times of its own: what the system says of it tells it from before. */
let written = 1_000_000;

function write(folder: string, path: string, text: string): void {
  writeFiles(folder, { [path]: text });
  utimesSync(join(folder, path), written, written++);
}

function project(): string {
  const many = Array.from({ length: 900 }, (_, at) => [
    `src/many/${at % 30}/file-${at}.ts`,
    `export const n = ${at};\n`,
  ]);
  const files: Readonly<Record<string, string>> = {
    'contracts/app.yml': CONTRACT,
    '.gitignore': '.specflow/\nignored/\n',
    ...Object.fromEntries(many),
    'src/bad.ts': 'eval(1);\n',
    'src/auth.ts': 'withAuth();\n',
    'src/free/d.ts': 'eval(2);\n',
    'src/kept.ts': '// specflow-ignore-next-line APP-001 -- a fixture\neval(3);\n',
    'src/logo.ts': 'a\0b',
    'docs/x.md': 'MIT\n',
    'ignored/src.ts': 'eval(4);\n',
    'notes/a.txt': 'NOTE\n',
    'notes/b.txt': 'nothing\n',
    'other/out-of-scope.txt': 'x\n',
    'lone/a.txt': 'a\n',
    'lonely/b.txt': 'b\n',
  };
  const folder = makeRepository();
  for (const [path, text] of Object.entries(files)) write(folder, path, text);
  commitAll(folder);
  return folder;
}

const checked = (folder: string, more: readonly string[] = [], session: Partial<Session> = { clock }) =>
  runIn(folder, ['check', '--format', 'json', ...more], { env: { PATH: process.env.PATH }, ...session });

const filesIn = (heard: Heard | undefined): number => JSON.parse(heard?.out ?? '').summary.files;

/** Makes the number of silent files wrong, so that a report shows whether it was believed. */
function forge(folder: string): void {
  const [, key = '', head = ''] = readFileSync(join(folder, '.specflow/cache', SILENT), 'latin1').split('\n');
  const bytes = readFileSync(join(folder, '.specflow/cache', SILENT));
  const body = bytes.subarray(20 + Buffer.byteLength(key, 'latin1') + 1);
  const forged = head.replace(/"files":(\d+)/, (_, files: string) => `"files":${Number(files) + 1000}`);
  keepSealed(folder, SILENT, JSON.parse(Buffer.from(key, 'latin1').toString()), [
    Buffer.from(forged, 'latin1'),
    body.subarray(Buffer.byteLength(head, 'latin1')),
  ]);
}

async function believes(folder: string): Promise<boolean> {
  const kept = readFileSync(join(folder, '.specflow/cache', SILENT));
  if (kept.length === 0) return false;
  forge(folder);
  const files = filesIn(await checked(folder, [], later));
  writeFiles(folder, { [`.specflow/cache/${SILENT}`]: kept });
  return files > 1000;
}

/** The first run looks at all files, the second keeps which of them are silent. */
async function learn(folder: string, session?: Partial<Session>): Promise<Heard> {
  await checked(folder, [], session);
  return checked(folder, [], session);
}

/** As if what was written so far could not change any more unnoticed. */
const later = { clock: { ...clock, now: () => Date.now() + 10_000 } };

describe('a check that remembers which files are silent', () => {
  it('names them again only where something else is asked', async () => {
    const folder = project();
    const all = [[], ['--rule', 'APP-001'], ['src'], ['--dirty'], ['--shard', '1/2'], ['--no-cache']];
    const runs = () => Promise.all(all.map((argv) => checked(folder, argv, later)));
    await learn(folder, later);
    const [whole, ...parts] = await runs();
    forge(folder);
    const [believed, ...others] = await runs();
    expect(filesIn(believed) - filesIn(whole)).toBe(1000);
    expect(others).toEqual(parts);
    writeFiles(folder, { '.specflow/config.json': '{ "exclude": ["src/many/1/**"] }' });
    expect(filesIn(await checked(folder, [], later))).toBeLessThan(filesIn(whole));
  });

  it('remembers nothing of files that may still change unnoticed', async () => {
    const begun = Date.now();
    const folder = project();
    await checked(folder, [], later);
    await checked(folder, [], { clock: { ...clock, now: () => begun } });
    expect(existsSync(join(folder, '.specflow/cache/match-sets.bin'))).toBe(true);
    expect(existsSync(join(folder, '.specflow/cache', SILENT))).toBe(false);
  });

  it('goes through all files once, where many are new', async () => {
    const folder = project();
    await learn(folder, later);
    for (let at = 0; at < 70; at++) write(folder, `src/new/file-${at}.ts`, 'eval(1);\n');
    const first = await checked(folder, [], later);
    expect(await believes(folder)).toBe(false);
    await learn(folder, later);
    expect(await believes(folder)).toBe(true);
    expect(await checked(folder, [], later)).toEqual(first);
  });

  it('tells names apart that are no UTF-8 and come out alike', async () => {
    const folder = project();
    const bytes = (name: string): Buffer =>
      Buffer.concat([Buffer.from(`${folder}/src/z`), Buffer.from(name, 'latin1')]);
    const real = bytes('\xef\xbf\xbd.ts');
    const broken = bytes('\xff.ts');
    for (const file of [real, broken]) {
      writeFileSync(file, 'x\n');
      utimesSync(file, written, written++);
    }
    commitAll(folder);
    await learn(folder, later);
    rmSync(broken);
    git(folder, 'add', '--all');
    writeFileSync(real, 'eval(1);\n');
    utimesSync(real, written, written++);
    const remembering = await checked(folder, [], later);
    expect(remembering.out).toContain('src/z\ufffd.ts');
    expect(remembering).toEqual(await checked(folder, ['--no-cache'], later));
  });

  it('believes nothing that git tracks', async () => {
    const folder = project();
    await learn(folder, later);
    forge(folder);
    const said = await checked(folder, [], later);
    git(folder, 'add', '--force', `.specflow/cache/${SILENT}`);
    expect(filesIn(said) - filesIn(await checked(folder, [], later))).toBe(1000);
  });

  it.each<[string, (folder: string) => void, (folder: string) => void, string]>([
    [
      'a file git was told to take for unchanged',
      (folder) => git(folder, 'update-index', '--assume-unchanged', 'lone/a.txt'),
      (folder) => write(folder, 'lone/a.txt', 'eval\n'),
      'APP-005',
    ],
    [
      'a file git was told to keep out of the work tree',
      (folder) => git(folder, 'update-index', '--skip-worktree', 'lone/a.txt'),
      (folder) => write(folder, 'lone/a.txt', 'eval\n'),
      'APP-005',
    ],
    [
      'a file git tracks from now on, and that was written again since',
      () => undefined,
      (folder) => {
        write(folder, 'src/new.ts', 'eval(5)');
        git(folder, 'add', 'src/new.ts');
        write(folder, 'src/new.ts', 'eval(67)');
      },
      'eval(67)',
    ],
    [
      'a glob that selects nothing any more',
      () => undefined,
      (folder) => git(folder, 'rm', '--quiet', 'lone/a.txt'),
      'The glob lone/**',
    ],
    [
      'a scope that selects nothing any more',
      () => undefined,
      (folder) => git(folder, 'rm', '--quiet', 'lone/a.txt', 'lonely/b.txt'),
      'scope/empty',
    ],
  ])('sees %s', async (_, before, change, said) => {
    const folder = project();
    before(folder);
    const unchanged = await learn(folder, later);
    expect(unchanged.out).not.toContain(said);
    change(folder);
    const remembering = await checked(folder, [], later);
    expect(remembering.out).toContain(said);
    expect(remembering).toEqual(await checked(folder, ['--no-cache'], later));
  });

  const some = fc.constantFrom(
    'src/many/0/file-0.ts',
    'src/many/1/file-1.ts',
    'src/many/2/file-2.ts',
    'src/bad.ts',
    'src/auth.ts',
    'src/kept.ts',
    'src/free/d.ts',
    'src/new.ts',
    'docs/x.md',
    'only/new.md',
    'notes/a.txt',
    'notes/b.txt',
    'other/out-of-scope.txt',
    'lone/a.txt',
    'lonely/b.txt',
    'ignored/src.ts',
  );
  const text = fc.constantFrom('plain\n', 'withAuth\n', 'eval(x)\n', 'MIT\n', 'DRAFT\n', 'NOTE\n', 'a\0b', '');
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('write' as const), path: some, text }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), path: some }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('link' as const), path: some }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('stage' as const), path: some }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('untrack' as const), path: some }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('assume' as const), path: some, text }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('mode' as const), path: some }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'move folder' as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'link folder' as const }) },
    { weight: 2, arbitrary: fc.constant({ kind: 'commit' as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'back' as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'refresh' as const }) },
  );
  type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never;

  it('says what one says that remembers nothing, whatever happens', async () => {
    const folder = project();
    await learn(folder, later);
    expect(await believes(folder)).toBe(true);
    let believed = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        for (const each of steps) take(each, folder);
        if (await believes(folder)) believed++;
        const remembering = await checked(folder, [], later);
        expect(remembering).toEqual(await checked(folder, ['--no-cache'], later));
      }),
      { numRuns: 40, endOnFailure: true },
    );
    console.log('believed', believed);
    expect(believed).toBeGreaterThan(0);
  }, 60_000);

  function take(each: Step, folder: string): void {
    const path = 'path' in each ? join(folder, each.path) : folder;
    const quietly = (...args: readonly string[]): void => {
      try {
        git(folder, ...args);
      } catch {
        // There is no such file just now.
      }
    };
    const isThere = existsSync(path);
    switch (each.kind) {
      case 'write':
        rmSync(path, { force: true });
        write(folder, each.path, each.text);
        break;
      case 'delete':
        rmSync(path, { force: true });
        break;
      case 'link':
        rmSync(path, { force: true });
        mkdirSync(dirname(path), { recursive: true });
        symlinkSync(join(folder, 'src/bad.ts'), path);
        break;
      case 'mode':
        if (isThere) chmodSync(path, 0o755);
        break;
      case 'stage':
        quietly('add', '--all', '--', each.path);
        break;
      case 'untrack':
        quietly('rm', '--quiet', '--cached', '--', each.path);
        break;
      case 'assume':
        quietly('update-index', '--assume-unchanged', each.path);
        if (isThere) write(folder, each.path, each.text);
        break;
      case 'move folder':
        swap(join(folder, 'src/many/3'), join(folder, 'src/many/moved'));
        break;
      case 'link folder':
        swapForLink(join(folder, 'src/many/4'), join(folder, 'ignored/four'));
        break;
      case 'commit':
        quietly('commit', '--quiet', '--all', '--allow-empty', '--message=more');
        break;
      case 'back':
        quietly('reset', '--quiet', '--hard');
        break;
      case 'refresh':
        quietly('update-index', '--refresh');
    }
  }
});

function swap(one: string, other: string): void {
  if (existsSync(one)) rmSync(other, { recursive: true, force: true });
  if (existsSync(one)) renameSync(one, other);
  else if (existsSync(other)) renameSync(other, one);
}

/** Puts a link in the place of a folder, or the folder back in the place of the link. */
function swapForLink(folder: string, elsewhere: string): void {
  const isLink = lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  if (isLink) rmSync(folder);
  swap(folder, elsewhere);
  if (!isLink && existsSync(elsewhere)) symlinkSync(elsewhere, folder);
}
