import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeFiles } from '../../support/make-folder.js';
import { commitAll, git, makeRepository } from '../../support/make-repository.js';
import { runIn } from '../../support/run-in-process.js';

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
      title: Auth and a helmet
      scope: ["src/**/*.ts"]
      behavior:
        required_patterns:
          - { pattern: /withAuth/, message: wire auth }
          - { pattern: /helmet/, message: wear a helmet }
    - id: APP-003
      title: A licence
      scope: ["docs/**"]
      behavior:
        required_patterns:
          - { pattern: /MIT/, message: say the licence }
`;

const FILES = ['src/a.ts', 'src/b.ts', 'src/c.ts', 'src/free/d.ts', 'docs/x.md', 'other.txt'];
const TEXTS = [
  'plain\n',
  'withAuth\n',
  'helmet\n',
  'withAuth helmet\n',
  'eval(x)\n',
  'MIT\n',
  'MIT withAuth\n',
  'a\0b',
];

function project(): string {
  const folder = makeRepository({ 'contracts/app.yml': CONTRACT, '.gitignore': '.specflow/\n' });
  writeFiles(folder, Object.fromEntries(FILES.map((file) => [file, 'plain\n'])));
  commitAll(folder);
  return folder;
}

/** What is said, but for the files that were looked at when everything was. */
async function checked(folder: string, ...more: readonly string[]) {
  return runIn(folder, ['check', '--staged', '--format', 'json', ...more]);
}

/** The same without anything that was kept, compiled contracts included; all of it is there again afterwards. */
async function forgetful(folder: string) {
  const [kept, aside] = [join(folder, '.specflow/cache'), join(folder, '.specflow/cache-aside')];
  renameSync(kept, aside);
  try {
    return await checked(folder, '--no-cache');
  } finally {
    renameSync(aside, kept);
  }
}

const witnesses = (folder: string): string => join(folder, '.specflow/cache/witnesses.json');

describe('a check of what is staged that remembers', () => {
  const file = fc.constantFrom(...FILES);
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('stage' as const), file, text: fc.constantFrom(...TEXTS) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), file }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('unstage' as const), file }) },
    { weight: 3, arbitrary: fc.constant({ kind: 'commit' as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'back' as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'other rules' as const }) },
  );

  it('says what one says that remembers nothing, whatever happened before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), async (steps) => {
        const folder = project();
        try {
          for (const each of steps) {
            take(each, folder);
            const remembering = await checked(folder);
            expect(remembering).toEqual(await forgetful(folder));
          }
        } finally {
          rmSync(folder, { recursive: true });
        }
      }),
      { numRuns: 5 },
    );
  }, 60_000);

  function take(each: typeof step extends fc.Arbitrary<infer Step> ? Step : never, folder: string): void {
    switch (each.kind) {
      case 'stage':
        writeFiles(folder, { [each.file]: each.text });
        return void git(folder, 'add', '--', each.file);
      case 'remove':
        return void git(folder, 'rm', '--quiet', '--force', '--ignore-unmatch', '--', each.file);
      case 'unstage':
        return void git(folder, 'reset', '--quiet');
      case 'commit':
        return void git(folder, 'commit', '--quiet', '--allow-empty', '--message=more');
      case 'back':
        return void git(folder, 'reset', '--quiet', '--hard', 'HEAD');
      case 'other rules': {
        const now = readFileSync(join(folder, 'contracts/app.yml'), 'utf8');
        writeFiles(folder, {
          'contracts/app.yml': now.includes('/helmet/') ? now.replace('/helmet/', '/hat/') : CONTRACT,
        });
        return void git(folder, 'add', 'contracts');
      }
    }
  }

  it('looks at no more than what is staged, once it knows the rest', async () => {
    const folder = project();
    writeFiles(folder, { 'src/b.ts': 'withAuth\n', 'src/c.ts': 'helmet\n' });
    commitAll(folder);
    writeFiles(folder, { 'src/a.ts': 'const a = 1;\n' });
    git(folder, 'add', 'src/a.ts');
    expect((await checked(folder)).code).toBe(0);
    // Were anything else looked at, it could not be found.
    git(folder, 'update-index', '--add', '--cacheinfo', `100644,${'1'.repeat(40)},src/never.ts`);
    git(folder, 'update-index', '--force-remove', 'src/never.ts');
    rmSync(join(folder, '.git/objects', ...split(git(folder, 'rev-parse', 'HEAD:src/b.ts').trim())));
    expect(await checked(folder)).toMatchObject({ code: 0 });
    expect(JSON.parse((await checked(folder)).out).summary).toMatchObject({ files: 1, violations: 0 });
  });

  it('looks at no more even where what holds a pattern is staged itself', async () => {
    const folder = project();
    writeFiles(folder, { 'src/a.ts': 'withAuth helmet\n' });
    git(folder, 'add', 'src/a.ts');
    expect((await checked(folder)).code).toBe(0);
    rmSync(join(folder, '.git/objects', ...split(git(folder, 'rev-parse', 'HEAD:src/b.ts').trim())));
    expect(await checked(folder)).toMatchObject({ code: 0 });
    writeFiles(folder, { 'src/a.ts': 'withAuth\n' });
    git(folder, 'add', 'src/a.ts');
    expect((await checked(folder)).code).not.toBe(0);
  });

  it('notices that the only file went which held a pattern', async () => {
    const folder = project();
    writeFiles(folder, { 'src/b.ts': 'withAuth helmet\n' });
    commitAll(folder);
    writeFiles(folder, { 'src/a.ts': 'a\n' });
    git(folder, 'add', 'src/a.ts');
    expect((await checked(folder)).code).toBe(0);
    git(folder, 'rm', '--quiet', 'src/b.ts');
    expect((await checked(folder)).code).toBe(1);
  });

  it.each<[string, (text: string) => string]>([
    ['cut short', (text) => text.slice(0, -3)],
    ['of another witness', (text) => text.replace('"src/b.ts"', '"src/c.ts"')],
    ['empty', () => ''],
  ])('takes a memory for none that is %s', async (_, damage) => {
    const folder = project();
    writeFiles(folder, { 'src/b.ts': 'withAuth helmet\n' });
    commitAll(folder);
    writeFiles(folder, { 'src/a.ts': 'a\n' });
    git(folder, 'add', 'src/a.ts');
    await checked(folder);
    const text = readFileSync(witnesses(folder), 'utf8');
    expect(damage(text)).not.toBe(text);
    writeFileSync(witnesses(folder), damage(text));
    git(folder, 'rm', '--quiet', 'src/b.ts');
    expect((await checked(folder)).code).toBe(1);
  });
});

function split(id: string): readonly [string, string] {
  return [id.slice(0, 2), id.slice(2)];
}
