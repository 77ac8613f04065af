import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { git, makeRepository } from '../support/make-repository.js';
import { type Heard, runIn } from '../support/run-in-process.js';
import { SECURITY_CONTRACT } from '../support/sample-contract.js';

const SECRET = 'export const api_key = "abcdefgh1"\n';
const FILES = { 'contracts/security.yml': SECURITY_CONTRACT, 'src/a b.ts': SECRET, 'src/b.ts': SECRET };

/** What is said to come next, without the remark behind it. */
function nextOf({ out, err }: Heard): string | undefined {
  return /^Next: (.*?)(?: {2}\(.*)?$/m.exec(out + err)?.[1];
}

function staged(): string {
  const root = makeRepository(FILES);
  git(root, 'add', 'contracts', 'src/b.ts');
  return root;
}

describe('the next command', () => {
  it.each([
    [['check'], 'specflow heal --dry-run'],
    [['check', 'src/a b.ts'], "specflow heal --dry-run 'src/a b.ts'"],
    [
      ['check', '-r', 'SEC-001,SEC-003', '-c', 'security'],
      'specflow heal --dry-run --rule SEC-001 --rule SEC-003 --contract security',
    ],
    [['heal', '-n', 'src/b.ts'], 'specflow heal src/b.ts'],
    [
      ['heal', '-n', '-c', 'security', '--min-confidence', '.5'],
      'specflow heal --contract security --min-confidence 0.5',
    ],
    [
      ['heal', '-n', '--include-baseline', '--max-iterations', '2'],
      'specflow heal --include-baseline --max-iterations 2',
    ],
  ])('%j: %s', async (argv, next) => {
    expect(nextOf(await runIn(makeFolder(FILES), argv))).toBe(next);
  });

  it('names the files of a change, as seen from where one is', async () => {
    const root = staged();
    expect(nextOf(await runIn(root, ['check', '--staged']))).toBe('specflow heal --dry-run src/b.ts');
    expect(nextOf(await runIn(`${root}/src`, ['check', '--dirty', '-r', 'SEC-001']))).toBe(
      "specflow heal --dry-run --rule SEC-001 'a b.ts' b.ts",
    );
  });

  it('takes no file for an option', async () => {
    const root = makeFolder({
      ...FILES,
      '-n.ts': SECRET,
      'contracts/security.yml': SECURITY_CONTRACT.replaceAll('src/**', '**'),
    });
    expect(nextOf(await runIn(root, ['check', './-n.ts']))).toBe('specflow heal --dry-run ./-n.ts');
  });

  it('heals no text from standard input', async () => {
    const readInput = async () => Buffer.from(SECRET);
    const heard = await runIn(makeFolder(FILES), ['check', '--stdin', '--stdin-filename', 'src/c.ts'], { readInput });
    expect(nextOf(heard)).toBe('specflow explain SEC-001');
  });

  it('shows a heal by git only where git tracks the files', async () => {
    const tracked = makeRepository(FILES);
    git(tracked, 'add', '.');
    expect(nextOf(await runIn(tracked, ['heal']))).toBe('git diff');
    const some = await runIn(staged(), ['heal']);
    expect(nextOf(some)).toBe('git diff');
    expect(some.out).toContain('(without 1 file that git does not track: see the report)');
    for (const root of [makeRepository(FILES), makeFolder(FILES)]) {
      expect(nextOf(await runIn(root, ['heal']))).toMatch(/^look at the diffs in \.specflow\/runs\/.*\/report\.md$/);
    }
  });

  it('does not send to heal again what heal left to a person, as long as its text stays', async () => {
    const root = makeFolder({ ...FILES, 'src/b.ts': 'export function b(secret = "abcdefgh1") {}\n' });
    expect(nextOf(await runIn(root, ['check', 'src/b.ts']))).toBe('specflow heal --dry-run src/b.ts');
    await runIn(root, ['heal', 'src/b.ts']);

    const after = await runIn(root, ['check', 'src/b.ts']);
    expect(nextOf(after)).toMatch(/^specflow findings show \w+$/);
    const [, id = ''] = /= heal left this to you: specflow findings show (\w+)/.exec(after.out) ?? [];
    expect((await runIn(root, ['findings', 'show', id])).out).toContain('slot-is-default');
    expect(after.out).not.toContain('fixable by');
    expect((await runIn(root, ['check', '-f', 'agent', 'src/b.ts'])).out).not.toContain('[heal]');
    expect((await runIn(root, ['check', '-f', 'agent'])).out.match(/\[heal\]/g)).toHaveLength(2);
    expect((await runIn(root, ['check'])).out).toContain('(it has a fix to try for 1 of 2)');

    writeFileSync(join(root, 'src/b.ts'), '\n\nexport function b(secret = "abcdefgh1") {}\n');
    expect(nextOf(await runIn(root, ['check', 'src/b.ts']))).toBe(`specflow findings show ${id}`);
    writeFileSync(join(root, 'src/b.ts'), 'export const secret = "abcdefgh1";\n');
    expect(nextOf(await runIn(root, ['check', 'src/b.ts']))).toBe('specflow heal --dry-run src/b.ts');
  });

  it('sends to heal again what heal left to a person, once the rule says how to mend it in another way', async () => {
    const root = makeFolder({ ...FILES, 'src/b.ts': 'export function b(secret = "abcdefgh1") {}\n' });
    const next = async () => nextOf(await runIn(root, ['check', 'src/b.ts']));
    const say = (wrap: string, comment = '') =>
      writeFileSync(
        join(root, 'contracts/security.yml'),
        comment + SECURITY_CONTRACT.replace('process.env.${UPPER_SNAKE_CASE_NAME}', wrap),
      );
    say('JSON.parse(');
    await runIn(root, ['heal', 'src/b.ts']);
    const [left, before] = [await next(), await runIn(root, ['findings', 'list', '--json'])];
    expect(left).toMatch(/^specflow findings show \w+$/);
    say('JSON.parse(', '# moved\n');
    expect(await next()).toBe(left);

    say('process.env.${UPPER_SNAKE_CASE_NAME}');
    expect(await next()).toBe('specflow heal --dry-run src/b.ts');
    // It is tried, in vain: told of as it is now, by one finding that is as old as it was.
    await runIn(root, ['heal', 'src/b.ts']);
    expect(await next()).toBe(left);
    const after = await runIn(root, ['findings', 'list', '--json']);
    const [was, is] = [before, after].map(({ out }) => JSON.parse(out).findings);
    expect(is).toHaveLength(1);
    expect(is[0]).toMatchObject({ id: was[0].id, firstSeen: was[0].firstSeen });
    expect(is[0].message).not.toBe(was[0].message);
  });
});
