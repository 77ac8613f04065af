import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder, writeFiles } from '../../support/make-folder.js';
import { commitAll, git, makeRepository } from '../../support/make-repository.js';
import { runIn } from '../../support/run-in-process.js';

const contract = (scope: string): string => `contract_meta: { id: app, version: 1 }
rules:
  non_negotiable:
    - id: EVAL-1
      title: No eval
      scope: [${scope}]
      behavior:
        forbidden_patterns: [{ pattern: /eval/, message: No eval }]
`;
const FILES = {
  'contracts/app.yml': contract('"packages/**/*.js"'),
  'packages/app/a.js': 'fine\n',
  'shared/s.js': 'eval(1)\n',
  'shared/s.css': 'a {}\n',
};

/** A project that holds a submodule, an embedded repository that nobody added, and a link to a folder of its own. */
function project(scope?: string): string {
  const inner = makeRepository({ 'src/x.js': 'eval(1)\n', 'README.md': 'x\n' });
  commitAll(inner);
  const root = makeRepository({ ...FILES, ...(scope && { 'contracts/app.yml': contract(scope) }) });
  git(root, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner, 'packages/sub');
  symlinkSync('../../shared', join(root, 'packages/app/linked'));
  commitAll(root);
  writeFiles(root, { 'packages/nested/n.js': 'eval(1)\n' });
  git(join(root, 'packages/nested'), 'init', '--quiet');
  return root;
}

interface Told {
  readonly code: string;
  readonly file: string | null;
  readonly message: string;
}

async function told(root: string, ...argv: readonly string[]): Promise<readonly string[]> {
  const { out } = await runIn(root, [...(argv.length > 0 ? argv : ['check']), '--format', 'json']);
  const findings: readonly Told[] = JSON.parse(out).findings;
  return findings.map(({ code, file, message }) => `${code} ${file} ${/such as (\S+)\.$/.exec(message)?.[1] ?? ''}`);
}

describe('folders that are not entered', () => {
  const ALL = [
    'scope/not-entered packages/app/linked packages/app/linked/s.js',
    'scope/not-entered packages/nested packages/nested/n.js',
    'scope/not-entered packages/sub packages/sub/src/x.js',
  ];

  it('are not the other work trees of the same repository', async () => {
    const root = project();
    git(root, 'worktree', 'add', '--quiet', 'packages/worktree', '-b', 'other');
    expect(await told(root)).toEqual(ALL);
    expect(await told(join(root, 'packages/worktree'))).toEqual([ALL[0]]);
  });

  it('are told where rules ask for files in them, by every check of everything', async () => {
    const root = project();
    expect(await told(root)).toEqual(ALL);
    expect(await told(root)).toEqual(ALL);
    expect(await told(root, 'check', '--no-cache')).toEqual(ALL);
    expect(await told(root, 'check', '--rule', 'EVAL-1')).toEqual(ALL);
    expect(await told(join(root, 'packages'))).toEqual(ALL);
  });

  it('are told by a merge of shards', async () => {
    const root = project();
    const blobs = ['1', '2'].map((part) => join(makeFolder({}), `${part}.blob`));
    for (const [at, blob] of blobs.entries())
      await runIn(root, ['check', '--shard', `${at + 1}/2`, '-o', `blob=${blob}`]);
    expect(await runIn(root, ['report', 'merge', ...blobs])).toEqual(await runIn(root, ['check']));
    expect(await told(root, 'report', 'merge', ...blobs)).toEqual(ALL);
  });

  it('are told once, where the scope holds their own name too', async () => {
    expect(await told(project('"packages/**"'))).toEqual([
      'scope/not-entered packages/app/linked packages/app/linked/s.css',
      'scope/not-entered packages/nested packages/nested/n.js',
      'scope/not-entered packages/sub packages/sub/README.md',
    ]);
  });

  it('are not told where no rule asks, or what it asks for is judged in its own place, or left out', async () => {
    const quiet = async (scope: string, config = '{}') => {
      const root = project(scope);
      writeFiles(root, { '.specflow/config.json': config });
      return (await told(root)).filter((each) => each.startsWith('scope/not-entered'));
    };
    expect(await quiet('"packages/**/*.ts", "shared/**"')).toEqual([]);
    expect(await quiet('"packages/app/**/*.js", "shared/**"')).toEqual([]);
    expect(
      await quiet('"packages/**/*.js"', '{ "exclude": ["packages/sub/", "packages/nested/", "shared/"] }'),
    ).toEqual([ALL[0]]);
    expect(await quiet('"packages/**/*.js"', '{ "exclude": ["packages/*/"] }')).toEqual([]);
  });

  it('are told without git where a link leads to them: a repository within is looked at there', async () => {
    const root = makeFolder({ ...FILES, 'packages/nested/n.js': 'eval(1)\n' });
    mkdirSync(join(root, 'packages/nested/.git'));
    const outside = makeFolder({ 'o.js': 'eval(1)\n' });
    symlinkSync(outside, join(root, 'packages/outside'));
    symlinkSync('..', join(root, 'packages/up'));
    symlinkSync('nowhere', join(root, 'packages/dangling'));
    symlinkSync('round', join(root, 'packages/round'));
    expect(await told(root)).toEqual([
      'scope/not-entered packages/outside packages/outside/o.js',
      'scope/not-entered packages/up packages/up/shared/s.js',
    ]);
  });

  it('explain why a file in them is not judged', async () => {
    const root = project();
    writeFileSync(join(root, 'packages/nested/late.js'), '');
    const why = async (path: string) => (await runIn(root, ['files', '--why', path])).out.replace(/\s+/g, ' ');
    expect(await why('packages/sub/src/x.js')).toContain('It lies in packages/sub, a repository of its own');
    expect(await why('packages/nested/late.js')).toContain('It lies in packages/nested, a repository of its own');
    expect(await why('packages/app/linked/s.js')).toContain('It lies behind packages/app/linked, a link to a folder');
    expect(await why('.git/HEAD')).toContain('It is not listed');
  });
});
