import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Git, openGit } from '../../src/platform/git/git.js';
import { entriesBelow, parseGitIndex, readIndexBytes } from '../../src/platform/git/git-index.js';
import { type IndexAhead, indexAhead, sourceOf } from '../../src/platform/git/index-ahead.js';
import { listAhead } from '../../src/platform/git/list-ahead.js';
import { makeFolder, writeFiles } from '../support/make-folder.js';
import { commitAll, git, makeRepository } from '../support/make-repository.js';

type Environment = Readonly<Record<string, string>>;

const environment = (more: Environment = {}) => ({
  PATH: process.env.PATH,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  ...more,
});

function committed(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = makeRepository(files);
  commitAll(folder);
  return folder;
}

function gitAt(root: string, more: Environment, cwd: string): Git {
  const opened = openGit(root, environment(more), cwd);
  if (opened === null) throw new Error('no repository found');
  return opened;
}

/** What git says itself, and what was read without asking it for everything. */
async function both(root: string, more: Environment = {}, cwd = root) {
  const asked = gitAt(root, more, cwd);
  const listing = (await listAhead(root, environment(more), cwd))?.whole();
  const ahead: IndexAhead | null = await indexAhead(root, [], () => null, environment(more), cwd);
  const source = ahead && sourceOf(ahead);
  const plain = (entries: readonly { path: string; blob: string; mode: string }[]) =>
    entries.map(({ path, blob, mode }) => [path, blob, mode]);
  const seen = (from: Pick<Git, 'indexFiles' | 'stagedChanges' | 'readBlobs' | 'blobSizes'>) => {
    const { entries, unmerged } = from.indexFiles();
    const { files, removed } = from.stagedChanges();
    const ids = entries.filter(({ mode }) => mode.startsWith('100')).map(({ blob }) => blob);
    return {
      entries: plain(entries),
      unmerged: [...unmerged].sort(),
      files: plain(files),
      removed,
      sizes: [...from.blobSizes(ids)].sort(),
      blobs: [...from.readBlobs(ids)].map(([id, bytes]) => [id, bytes?.toString('hex')]).sort(),
    };
  };
  const sort = ({ paths, unlisted }: { paths: readonly string[]; unlisted: readonly string[] }) => ({
    paths: [...paths].sort(),
    unlisted,
  });
  return {
    asked: { listing: sort(asked.listFiles()), index: seen(asked) },
    ahead: { listing: listing && sort(listing), index: source && seen(source) },
  };
}

const ODD_NAMES = {
  '.gitignore': 'out/\n*.log\n',
  'a b.ts': '',
  'ä/ö "quoted"\ttab.ts': 'x',
  'new\nline.ts': '',
  'A.ts': '',
  'a.ts': '',
  '\u{ffff}.ts': '',
  '\u{10000}.ts': '',
  [`${'deep/'.repeat(30)}file.ts`]: 'deep',
  [`long/${'n'.repeat(200)}.ts`]: 'long',
};

const LONG = `${'folder-of-some-length/'.repeat(200)}file.ts`;

/** Repositories that are plain enough to be read without asking git for everything. */
const PLAIN: [string, () => string, Environment?][] = [
  ['odd names', () => committed(ODD_NAMES)],
  [
    'staged, unstaged, untracked and ignored files',
    () => {
      const folder = committed({ ...ODD_NAMES, 'gone.ts': 'g', 'moved.ts': 'm', 'mode.ts': '#!' });
      writeFiles(folder, { 'a.ts': 'staged', 'new.ts': 'n', 'untracked/deep/x.ts': '', 'out/x.ts': '', 'x.log': '' });
      git(folder, 'add', 'a.ts', 'new.ts');
      git(folder, 'mv', 'moved.ts', 'here.ts');
      git(folder, 'rm', '--quiet', 'gone.ts');
      git(folder, 'update-index', '--chmod=+x', 'mode.ts');
      writeFiles(folder, { 'a.ts': 'on disk' });
      unlinkSync(join(folder, 'A.ts'));
      return folder;
    },
  ],
  [
    'flags on entries',
    () => {
      const folder = committed({ 'a.ts': 'a', 'b.ts': 'b', 'c.ts': 'c' });
      git(folder, 'update-index', '--assume-unchanged', 'a.ts');
      git(folder, 'update-index', '--skip-worktree', 'b.ts');
      writeFiles(folder, { 'd.ts': 'd' });
      git(folder, 'add', '--intent-to-add', 'd.ts');
      unlinkSync(join(folder, 'b.ts'));
      return folder;
    },
  ],
  [
    'an index that spells paths by the one before',
    () => {
      const folder = committed(ODD_NAMES);
      git(folder, 'update-index', '--index-version=4');
      writeFiles(folder, { 'new.ts': '' });
      git(folder, 'add', '.');
      return folder;
    },
  ],
  [
    'long ids',
    () => {
      const folder = makeFolder(ODD_NAMES);
      git(folder, 'init', '--quiet', '--object-format=sha256');
      commitAll(folder);
      writeFiles(folder, { 'new.ts': 'n' });
      git(folder, 'add', 'new.ts');
      return folder;
    },
  ],
  [
    'a link, a submodule and a repository nobody added',
    () => {
      const library = committed({ 'lib.ts': '' });
      const folder = committed({ 'a.ts': '' });
      symlinkSync('a.ts', join(folder, 'link.ts'));
      git(folder, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', library, 'lib');
      git(folder, 'init', '--quiet', 'inner');
      writeFiles(folder, { 'inner/x.ts': '' });
      git(folder, 'add', 'link.ts');
      return folder;
    },
  ],
  [
    'a linked work tree, as its hooks are told of it',
    () => {
      const folder = committed({ 'a.ts': 'a', 'sub/b.ts': 'b' });
      const place = join(makeFolder(), 'tree');
      git(folder, 'worktree', 'add', '--quiet', place);
      writeFiles(place, { 'a.ts': 'other' });
      git(place, 'add', 'a.ts');
      return place;
    },
  ],
  [
    'packed refs and objects',
    () => {
      const folder = committed(ODD_NAMES);
      git(folder, 'pack-refs', '--all');
      git(folder, 'repack', '-adq');
      writeFiles(folder, { 'a.ts': 'loose' });
      git(folder, 'add', 'a.ts');
      return folder;
    },
  ],
  ['an index elsewhere', () => elsewhere(), { GIT_INDEX_FILE: '.git/other' }],
];

function elsewhere(): string {
  const folder = committed({ 'a.ts': 'a' });
  writeFileSync(join(folder, '.git/other'), readFileSync(join(folder, '.git/index')));
  writeFiles(folder, { 'b.ts': '' });
  git(folder, 'add', 'b.ts');
  return folder;
}

/** Repositories of which git has to be asked. */
const OUT_OF_THE_ORDINARY: [string, () => string, Environment?][] = [
  [
    'a split index',
    () => {
      const folder = committed({ 'a.ts': 'a' });
      git(folder, 'update-index', '--split-index');
      return folder;
    },
  ],
  [
    'a sparse index',
    () => {
      const folder = committed({ 'a/a.ts': 'a', 'b/c/d.ts': 'b' });
      git(folder, 'sparse-checkout', 'set', '--cone', '--sparse-index', 'a');
      return folder;
    },
  ],
  ['another work tree', () => committed({ 'a.ts': '' }), { GIT_WORK_TREE: '.' }],
  [
    'a work tree named in its configuration',
    () => {
      const folder = committed({ 'a.ts': '' });
      git(folder, 'config', 'core.worktree', folder);
      return folder;
    },
  ],
  ['no commit yet', () => makeRepository({ 'a.ts': '' })],
];

describe('a repository read without asking git for everything', () => {
  it.each<[string, () => string, Environment?]>(PLAIN)('is what git says of %s', async (_, make, more) => {
    const { asked, ahead } = await both(make(), more);
    expect(ahead).toEqual(asked);
  });

  it('is what git says below the top', async () => {
    const folder = committed({ 'a.ts': '', 'sub/b.ts': 'b', 'sub/deep/c.ts': 'c', 'subs/d.ts': '' });
    writeFiles(folder, { 'sub/b.ts': 'staged', 'sub/new.ts': '' });
    git(folder, 'add', 'sub/b.ts');
    git(folder, 'rm', '--quiet', '--cached', 'sub/deep/c.ts');
    const { asked, ahead } = await both(join(folder, 'sub'));
    expect(ahead).toEqual(asked);
    expect(ahead.index?.files.map(([path]) => path)).toEqual(['b.ts']);
  });

  it('is what git says in a hook that names the repository', async () => {
    const folder = committed({ 'a.ts': 'a' });
    const { asked, ahead } = await both(folder, { GIT_DIR: '.git', GIT_INDEX_FILE: '.git/index' });
    expect(ahead).toEqual(asked);
  });

  it('is what git says in a hook of a linked work tree that went into a package', async () => {
    const folder = committed({ 'a.ts': 'a', 'sub/b.ts': 'b' });
    const linked = join(makeFolder(), 'linked');
    git(folder, 'worktree', 'add', '--quiet', linked);
    writeFiles(linked, { 'sub/b.ts': 'staged', 'sub/new.ts': '' });
    git(linked, 'add', 'sub/b.ts');
    const hook = { GIT_DIR: join(folder, '.git/worktrees/linked') };
    const { asked, ahead } = await both(join(linked, 'sub'), hook);
    expect(ahead).toEqual(asked);
    expect(ahead.index?.files.map(([path]) => path)).toEqual(['b.ts']);
  });

  it('is what git says during a conflict', async () => {
    const folder = committed({ 'a.ts': 'base\n', 'b.ts': '' });
    git(folder, 'switch', '--quiet', '--create', 'side');
    writeFiles(folder, { 'a.ts': 'side\n' });
    commitAll(folder);
    git(folder, 'switch', '--quiet', 'main');
    writeFiles(folder, { 'a.ts': 'main\n' });
    commitAll(folder);
    expect(() => git(folder, 'merge', '--quiet', 'side')).toThrow();
    const { asked, ahead } = await both(folder);
    expect(ahead).toEqual(asked);
    expect(ahead.index?.unmerged).toEqual(['a.ts']);
    const bytes = readIndexBytes(join(folder, '.git/index'), 20);
    expect(bytes && entriesBelow(bytes, ['b'])).toBeNull();
  });

  it.each<[string, () => string, Environment?]>(OUT_OF_THE_ORDINARY)('is left to git: %s', async (_, make, more) => {
    const folder = make();
    const ahead = await indexAhead(folder, [], () => null, environment(more), folder);
    expect(ahead && sourceOf(ahead)).toBeNull();
  });

  it('is left to git where there is none, or git is not installed', async () => {
    expect(await listAhead(makeFolder({ 'a.ts': '' }), environment(), '/')).toBeNull();
    const folder = committed({ 'a.ts': '' });
    expect(await listAhead(folder, { PATH: makeFolder() }, folder)).toBeNull();
    expect(await listAhead(join(folder, '.git'), environment(), folder)).toBeNull();
    rmSync(join(folder, '.git/HEAD'));
    expect(await listAhead(folder, environment(), folder)).toBeNull();
  });

  it('holds what lies below the folders that are asked for, as the root sees it', async () => {
    const folder = committed({ 'own/a.yml': '', 'owner.ts': '', 'sub/own/b.yml': '', 'sub/c.ts': '' });
    const below = async (root: string): Promise<readonly string[] | undefined> =>
      (await indexAhead(root, ['own'], () => null, environment(), root))?.own?.map(({ path }) => path);
    expect([await below(folder), await below(join(folder, 'sub'))]).toEqual([['own/a.yml'], ['own/b.yml']]);
  });

  it('tells about how many files are tracked, before they are read', async () => {
    const paths = Array.from({ length: 300 }, (_, at) => `src/some/folder/deep/down/file-with-a-name-${at}.ts`);
    const folder = committed(Object.fromEntries(paths.map((path) => [path, path])));
    const told: number[] = [];
    const listing = await listAhead(folder, environment(), folder, { expect: (files) => void told.push(files) });
    expect([listing?.whole()?.paths.length, told.length]).toEqual([300, 1]);
    expect(told[0]).toBeGreaterThan(200);
    expect(told[0]).toBeLessThan(450);
  });

  it('tells which tracked files may differ from the index, and looks into none', async () => {
    const paths = ['a.ts', 'gone.ts', 'mode.ts', 'same.ts', 'sub/ä b.ts', 'sub/c.ts'];
    const folder = committed({
      ...Object.fromEntries(paths.map((path) => [path, 'four'])),
      '.gitattributes': '* filter=f',
    });
    git(folder, 'config', 'filter.f.clean', `touch ${join(folder, 'ran')}; cat`);
    for (const path of paths) utimesSync(join(folder, path), 10, path === 'same.ts' ? 20 : 10);
    git(folder, 'update-index', '--refresh');
    rmSync(join(folder, 'ran'), { force: true });
    utimesSync(join(folder, '.git/index'), 20, 20);
    const touched = async (root = folder) =>
      [...((await listAhead(root, environment(), root, { asksTouched: true }))?.touched ?? ['?'])].sort();
    expect(await touched()).toEqual(['.gitattributes', 'same.ts']);
    writeFiles(folder, { 'a.ts': 'five', 'sub/ä b.ts': 'five', 'new.ts': '' });
    rmSync(join(folder, 'gone.ts'));
    chmodSync(join(folder, 'mode.ts'), 0o755);
    expect(await touched()).toEqual(['.gitattributes', 'a.ts', 'gone.ts', 'mode.ts', 'same.ts', 'sub/ä b.ts']);
    expect(await touched(join(folder, 'sub'))).toEqual(['ä b.ts']);
    expect(existsSync(join(folder, 'ran'))).toBe(false);
    utimesSync(join(folder, '.git/index'), 5, 5);
    expect(await touched()).toHaveLength(7);
  });

  it('tells times by whole seconds, as git does', async () => {
    const folder = committed({ 'a.ts': '' });
    utimesSync(join(folder, 'a.ts'), 1_700_000_000, 1_700_000_000);
    git(folder, 'update-index', '--refresh');
    // A fraction that would be rounded up where times are counted in milliseconds.
    execFileSync('touch', ['-d', '@1700000000.999999999', join(folder, '.git/index')]);
    expect((await listAhead(folder, environment(), folder, { asksTouched: true }))?.touched).toEqual(['a.ts']);
  });

  it('is compared with another commit as well', async () => {
    const folder = committed({ 'a.ts': 'a', 'b.ts': 'b' });
    const first = git(folder, 'rev-parse', 'HEAD').trim();
    writeFiles(folder, { 'a.ts': 'later' });
    commitAll(folder);
    git(folder, 'rm', '--quiet', 'b.ts');
    const ahead = await indexAhead(folder, [], () => first, environment(), folder);
    expect([ahead?.changes.files, ahead?.changes.removed]).toEqual([[], ['b.ts']]);
    expect([ahead?.since?.files.map(({ path }) => path), ahead?.since?.removed]).toEqual([['a.ts'], ['b.ts']]);
    expect((await indexAhead(folder, [], () => '0'.repeat(40), environment(), folder))?.since).toBeNull();
  });
});

describe('the index of git', () => {
  const names = fc.uniqueArray(
    fc.array(fc.stringMatching(/^[a-zé.\-_ ]{1,12}$/), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/')),
    { minLength: 1, maxLength: 40 },
  );

  it('is read as git reads it, whatever the names and the version', () => {
    const folder = makeRepository();
    const blob = '257cc5642cb1a054f08cc83f2d943e56fd3ebe99';
    fc.assert(
      fc.property(names, fc.constantFrom(2, 3, 4), (written, version) => {
        rmSync(join(folder, '.git/index'), { force: true });
        const entries = written.map((name) => `100644 ${blob}\t${name}\0`).join('');
        writeFileSync(join(folder, 'entries'), entries);
        try {
          git(folder, '-c', `index.version=${version}`, 'read-tree', '--empty');
          for (const name of written) {
            git(
              folder,
              '-c',
              `index.version=${version}`,
              'update-index',
              '--add',
              '--cacheinfo',
              `100644,${blob},${name}`,
            );
          }
        } catch {
          // Names such as `..` or `.git`, and a file where a folder is, git itself refuses.
        }
        const bytes = readIndexBytes(join(folder, '.git/index'), 20);
        const listed = git(folder, 'ls-files', '-z').split('\0').filter(Boolean);
        expect(bytes && parseGitIndex(bytes)?.paths).toEqual(listed);
        const starts = ['a', 'b/c'];
        const below = listed.filter((path) => starts.some((start) => path.startsWith(`${start}/`)));
        expect(bytes && entriesBelow(bytes, starts)?.map(({ path }) => path)).toEqual(below);
      }),
      { numRuns: 3 },
    );
  });

  it('is not read when cut short or changed in its frame', () => {
    const folder = committed(ODD_NAMES);
    const index = readIndexBytes(join(folder, '.git/index'), 20);
    if (index === null) throw new Error('no index');
    expect(parseGitIndex(index)?.paths.length).toBe(Object.keys(ODD_NAMES).length);
    const whole = parseGitIndex(index)?.paths;
    const read = Array.from({ length: index.bytes.length }, (_, length) =>
      parseGitIndex({ ...index, bytes: index.bytes.subarray(0, length) }),
    ).filter((cut) => cut !== null);
    // Cut where an extension begins it is as good as whole.
    expect(read.map(({ paths }) => paths)).toEqual(read.map(() => whole));
    expect(read.length).toBeLessThan(4);
    for (const at of [0, 7]) {
      const bytes = Buffer.from(index.bytes);
      bytes[at] = 9;
      expect(parseGitIndex({ ...index, bytes })).toBeNull();
    }
    expect(parseGitIndex({ ...index, idBytes: 32 })).toBeNull();
  });

  it('names what is longer than the index tells', () => {
    const folder = makeRepository();
    mkdirSync(join(folder, 'x'));
    git(folder, 'update-index', '--add', '--cacheinfo', `100644,${'1'.repeat(40)},${LONG}`);
    const index = readIndexBytes(join(folder, '.git/index'), 20);
    expect(index && parseGitIndex(index)?.paths).toEqual([LONG]);
  });
});
