import { describe, expect, it } from 'vitest';
import { writeFiles } from '../../support/make-folder.js';
import { commitAll, git, makeRepository } from '../../support/make-repository.js';
import { runIn } from '../../support/run-in-process.js';

const contract = (pattern: string, kind = 'forbidden'): string => `contract_meta: { id: app, version: 1 }
rules:
  non_negotiable:
    - id: APP-1
      title: App
      scope: ["src/**"]
      behavior:
        ${kind}_patterns: [{ pattern: /${pattern}/, message: No }]
`;
const JUDGED_BY_LESS = /(\S.*) changed too, and only files that changed were judged by that/;

/** A project that holds `eval`, which no rule forbids yet. */
function project(): string {
  const root = makeRepository({
    'contracts/app.yml': contract('debugger'),
    '.specflow/config.json': '{ "exclude": ["gen/"] }',
    'src/a.js': 'eval(1)\n',
    'src/b.js': 'fine\n',
  });
  commitAll(root);
  return root;
}

/** What each way to judge only changes says changed too. */
async function saidOf(root: string): Promise<readonly (string | undefined)[]> {
  git(root, 'add', '--all');
  const ways = [['--staged'], ['--dirty'], ['--since', 'HEAD'], ['--staged', '--quiet'], ['--staged', '--no-cache']];
  const heard = await Promise.all(ways.map((way) => runIn(root, ['check', ...way])));
  return heard.map(({ err }) => JUDGED_BY_LESS.exec(err)?.[1]);
}

describe('a check of changes', () => {
  it.each([
    ['a rule that other files break', { 'contracts/app.yml': contract('eval') }, 'contracts/app.yml'],
    ['a pattern that no file holds', { 'contracts/app.yml': contract('auth', 'required') }, 'contracts/app.yml'],
    ['another exclusion', { '.specflow/config.json': '{}' }, '.specflow/config.json'],
    ['a contract beside a file', { 'contracts/app.yml': contract('eval'), 'src/b.js': 'ok\n' }, 'contracts/app.yml'],
  ])('says that only changes were judged by %s', async (_, files, name) => {
    const root = project();
    writeFiles(root, files);
    expect(await saidOf(root)).toEqual(Array(5).fill(name));
  });

  it('says so of a contract that went', async () => {
    const root = project();
    writeFiles(root, { 'contracts/more.yml': contract('eval').replace('id: app', 'id: more').replace('APP', 'MORE') });
    commitAll(root);
    git(root, 'rm', '--quiet', 'contracts/more.yml');
    expect(await saidOf(root)).toEqual(Array(5).fill('contracts/more.yml'));
  });

  it('says nothing where only files changed, nor of a check of everything or by the rules of another commit', async () => {
    const root = project();
    writeFiles(root, { 'src/b.js': 'ok\n' });
    expect(await saidOf(root)).toEqual(Array(5).fill(undefined));
    writeFiles(root, { 'contracts/app.yml': contract('eval') });
    expect((await runIn(root, ['check'])).err).not.toMatch(JUDGED_BY_LESS);
    expect((await runIn(root, ['check', '--since', 'HEAD', '--policy-from', 'HEAD'])).err).not.toMatch(JUDGED_BY_LESS);
  });
});
