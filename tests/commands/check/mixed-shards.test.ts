import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../support/make-folder.js';
import { commitAll, git, makeRepository } from '../../support/make-repository.js';
import { type Heard, runIn } from '../../support/run-in-process.js';

const CONTRACT = `contract_meta: { id: app, version: 1 }
rules:
  non_negotiable:
    - id: EVAL-1
      title: No eval
      scope: ["src/**"]
      behavior:
        forbidden_patterns: [{ pattern: /eval/, message: No eval }]
`;
const FILES = {
  'contracts/app.yml': CONTRACT,
  'src/a.js': 'eval(1)\n',
  'src/b.js': 'fine\n',
  'src/c.js': 'fine\n',
  'docs/readme.md': 'x\n',
};

/** Nothing that a shard saw is told. */
const MIXED = {
  code: 2,
  out: expect.stringMatching(
    /"files": 0,[\s\S]*"violations": \[\],\s*"problems": \[\s*\{\s*"code": "report\/mixed-trees"/,
  ),
  err: expect.stringContaining('report/mixed-trees'),
};

async function shard(root: string, part: string, ...more: readonly string[]): Promise<string> {
  const blob = join(makeFolder({}), `${part[0]}.blob`);
  await runIn(root, ['check', '--shard', part, '-o', `blob=${blob}`, '--format', 'json', ...more]);
  return blob;
}

/** Checks with two shards, something happening in between, and merges them. */
async function mergedAround(root: string, between: () => void, ...more: readonly string[]): Promise<Heard> {
  const one = await shard(root, '1/2', ...more);
  between();
  const two = await shard(root, '2/2', ...more);
  return runIn(root, ['report', 'merge', one, two, '--format', 'json']);
}

function committed(): string {
  const root = makeRepository(FILES);
  commitAll(root);
  return root;
}

const write =
  (root: string, path: string, text: string): (() => void) =>
  () =>
    writeFileSync(join(root, path), text);

describe('shards of different files', () => {
  it.each<[string, (root: string) => void]>([
    ['another commit', (root) => commitAll(root)],
    ['a file that was changed', (root) => write(root, 'src/a.js', 'fine\n')()],
    ['a new file', (root) => write(root, 'src/new.js', 'eval(1)\n')()],
    ['a file that went', (root) => rmSync(join(root, 'src/a.js'))],
  ])('%s is no part of the same run', async (_, between) => {
    const root = committed();
    const heard = await mergedAround(root, () => between(root));
    expect(heard).toMatchObject(MIXED);
    expect(heard.err).toMatch(/1\.blob and .*2\.blob do not/s);
  });

  it('says which commits they are of', async () => {
    const root = committed();
    const before = git(root, 'rev-parse', 'HEAD').slice(0, 12);
    const { err } = await mergedAround(root, () => commitAll(root));
    expect(err).toContain(`at commit ${before}`);
    expect(err).toContain(`at commit ${git(root, 'rev-parse', 'HEAD').slice(0, 12)}`);
    expect(err).toContain('Run all shards on the same commit.');
  });

  it('notices a change without git, in a dirty tree, and before the first commit', async () => {
    const plain = makeFolder(FILES);
    expect(await mergedAround(plain, write(plain, 'src/a.js', 'fine\n'))).toMatchObject(MIXED);
    const dirty = committed();
    write(dirty, 'src/a.js', 'eval(2)\n')();
    expect(await mergedAround(dirty, write(dirty, 'src/a.js', 'eval(3)\n'), '--dirty')).toMatchObject(MIXED);
    const young = makeRepository(FILES);
    expect(await mergedAround(young, write(young, 'src/b.js', 'fin3\n'))).toMatchObject(MIXED);
  });

  it('judges what is staged by what is staged', async () => {
    const root = committed();
    const stage = (text: string) => {
      write(root, 'src/a.js', text)();
      git(root, 'add', '.');
    };
    stage('eval(2)\n');
    expect(await mergedAround(root, () => stage('eval(3)\n'), '--staged')).toMatchObject(MIXED);
    expect(await mergedAround(root, write(root, 'src/a.js', 'not staged\n'), '--staged')).toMatchObject({ code: 1 });
  });

  it('lets be what no rule looks at, and what is only called changed', async () => {
    const root = committed();
    const between = (): void => {
      write(root, 'docs/readme.md', 'y\n')();
      write(root, '1.blob', 'x')();
      write(root, 'src/a.js', FILES['src/a.js'])();
    };
    const heard = await mergedAround(root, between);
    expect(heard).toEqual(await runIn(root, ['check', '--format', 'json']));
    const plain = makeFolder(FILES);
    expect(await mergedAround(plain, write(plain, 'src/a.js', FILES['src/a.js']))).toMatchObject({ code: 1 });
  });

  it('lets be what another shard of the same run wrote, and names what else is there', async () => {
    const root = committed();
    const merged = (...more: readonly string[]) => runIn(root, ['report', 'merge', '1.blob', '2.blob', ...more]);
    write(root, 'contracts/app.yml', CONTRACT.replace('src/**', '**/*'))();
    git(root, 'add', '.');
    for (const index of [1, 2]) {
      await runIn(root, ['check', '--shard', `${index}/2`, '-o', `junit=${index}.xml`, '-o', `blob=${index}.blob`]);
    }
    expect(await merged()).toMatchObject({ code: 1 });
    write(root, 'left.js', 'x')();
    await runIn(root, ['check', '--shard', '2/2', '-o', 'blob=2.blob']);
    const { code, err } = await merged();
    expect(code).toBe(2);
    expect(err).toMatch(/1\.blob and 2\.blob do not .* between them they differ in 2\.xml and left\.js\./s);
  });

  it('refuses a baseline that the shards did not have', async () => {
    const root = committed();
    const blobs = [await shard(root, '1/2'), await shard(root, '2/2')];
    await runIn(root, ['baseline', 'create']);
    const { code, err } = await runIn(root, ['report', 'merge', ...blobs]);
    expect(code).toBe(2);
    expect(err).toContain('another baseline');
  });
});

it('writes no blob of a check that another commit says how to judge', async () => {
  const { code, err } = await runIn(committed(), ['check', '--policy-from', 'main', '-o', 'blob=x.blob']);
  expect(code).toBe(2);
  expect(err).toContain('--policy-from');
});

describe('a merge says what one machine says', () => {
  it.each([
    [[]],
    [['--rule', 'EVAL-1']],
    [['--contract', 'app', 'src']],
    [['./src/a.js']],
    [['--dirty']],
    [['--since', 'main']],
  ])('%j', async (more) => {
    const root = committed();
    write(root, 'src/c.js', 'eval(3)\n')();
    const blobs = [await shard(root, '1/2', ...more), await shard(root, '2/2', ...more)];
    for (const format of ['pretty', 'markdown', 'json']) {
      const whole = await runIn(root, ['check', '--format', format, ...more]);
      expect(await runIn(root, ['report', 'merge', ...blobs, '--format', format])).toEqual(whole);
      expect(whole.code).toBe(1);
    }
  });

  it('also where git cannot be asked', async () => {
    const root = makeFolder({ ...FILES, '.git': 'gitdir: /nowhere/at/all\n' });
    const heard = await mergedAround(root, () => mkdirSync(join(root, 'empty')));
    expect(heard).toEqual(await runIn(root, ['check', '--format', 'json']));
    expect(heard.out).toContain('git/unusable');
  });
});
