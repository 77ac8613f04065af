import { describe, expect, it } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { runIn } from '../support/run-in-process.js';
import { SECURITY_CONTRACT } from '../support/sample-contract.js';

const SECRET = 'export const api_key = "abcdefgh1"\n';
const FILES = { 'contracts/security.yml': SECURITY_CONTRACT, '.gitignore': 'src/built.ts\n', 'src/built.ts': SECRET };
/** A work tree whose repository went elsewhere, as one that was copied into an image. */
const MOVED = { ...FILES, '.git': 'gitdir: /nowhere/at/all\n' };

describe('where there is a .git, and no git that could be asked', () => {
  it.each(['check', 'heal --dry-run'])('%s says that it looked at what is ignored too', async (command) => {
    const argv = [...command.split(' '), '--format', 'json'];
    const code = 'git/unusable';
    const told = JSON.parse((await runIn(makeFolder(MOVED), argv)).out).findings;
    expect(told).toContainEqual(expect.objectContaining({ code }));
    const plain = JSON.parse((await runIn(makeFolder(FILES), argv)).out).findings;
    expect(plain).not.toContainEqual(expect.objectContaining({ code }));
  });

  it.each(['findings sync', 'heal'])('%s writes down nothing of it for those who have a git', async (command) => {
    const root = makeFolder(MOVED);
    await runIn(root, command.split(' '));
    const { findings } = JSON.parse((await runIn(root, ['findings', 'list', '--json'])).out);
    expect(findings).not.toContainEqual(expect.objectContaining({ code: 'git/unusable' }));
  });

  it.each([
    'check --staged',
    'check --dirty',
    'check --since main',
    'check --policy-from main',
    'patterns learn',
    'patterns diff main',
    'init --hooks git',
  ])('%s does not say that there is no repository', async (command) => {
    const argv = command.split(' ');
    expect(await runIn(makeFolder(MOVED), argv)).toMatchObject({
      code: 2,
      err: expect.stringContaining('git/unusable'),
    });
    expect(await runIn(makeFolder(FILES), argv)).toMatchObject({ code: 2, err: expect.stringContaining('git/none') });
  });

  it('doctor says which of the two it is', async () => {
    expect((await runIn(makeFolder(MOVED), ['doctor'])).out).toContain('There is a .git, but');
    expect((await runIn(makeFolder(FILES), ['doctor'])).out).toContain('This is in no git repository.');
  });
});
