import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { git, makeRepository } from '../support/make-repository.js';
import { type Heard, runIn } from '../support/run-in-process.js';
import { SECURITY_CONTRACT } from '../support/sample-contract.js';

const PROJECT = {
  'contracts/security.yml': SECURITY_CONTRACT,
  '.specflow/config.json': '{ "exclude": ["src/vendor/", "!src/vendor/ours.ts"] }',
  '.gitignore': 'dist/\n*.log\n',
  'src/a.ts': 'export {}\n',
  'src/b.tsx': 'export {}\n',
  'src/latin.ts': Buffer.from([0x61, 0xff, 0xe9, 0x0a]),
  'src/logo.png': Buffer.from([0x89, 0x50, 0, 0]),
  'src/vendor/theirs.ts': 'export {}\n',
  'src/vendor/ours.ts': 'export {}\n',
  'dist/out.ts': 'export {}\n',
  'src/debug.log': 'x\n',
  'docs/readme.md': 'x\n',
};

const why = async (root: string, path: string, ...more: readonly string[]): Promise<Heard> =>
  runIn(root, ['files', '--why', path, ...more]);

describe('files', () => {
  it('lists what rules look at, one path a line', async () => {
    const root = makeRepository(PROJECT);
    const all = await runIn(root, ['files']);
    expect(all).toEqual({
      out: 'src/a.ts\nsrc/b.tsx\nsrc/latin.ts\nsrc/vendor/ours.ts\n',
      err: '',
      code: 0,
    });
    expect((await runIn(root, ['files', '--rule', 'STYLE-1'])).out).toBe(
      'src/a.ts\nsrc/latin.ts\nsrc/vendor/ours.ts\n',
    );
    expect((await runIn(root, ['files', 'src/vendor'])).out).toBe('src/vendor/ours.ts\n');
    expect(JSON.parse((await runIn(root, ['files', 'src/b.tsx', '--format', 'json'])).out)).toEqual({
      schemaVersion: 1,
      files: [{ path: 'src/b.tsx', rules: ['SEC-001', 'SEC-003'] }],
    });
  });

  it.each([
    ['src/a.ts', 'judged', 'in the scope of 3 rules'],
    ['src/b.tsx', 'judged', 'in the scope of 2 rules'],
    ['docs/readme.md', 'not judged', 'in the scope of no rule'],
    ['contracts/security.yml', 'not judged', 'It is a contract'],
    ['.specflow/config.json', 'not judged', 'state of specflow itself'],
    ['src/vendor/theirs.ts', 'not judged', 'leaves it out: src/vendor/'],
    ['src/vendor/ours.ts', 'judged', 'in the scope of 3 rules'],
    ['dist/out.ts', 'not judged', 'git ignores it: .gitignore:1: dist/'],
    ['src/debug.log', 'not judged', 'git ignores it: .gitignore:2: *.log'],
    ['.git/HEAD', 'not judged', 'It is not listed'],
    ['src/latin.ts', 'not judged', 'cannot be judged'],
  ])('tells why %s is %s', async (path, verdict, reason) => {
    const root = makeRepository(PROJECT);
    const { out, code } = await why(root, path);
    expect(out).toContain(`${path}: ${verdict}\n  `);
    expect(out.replace(/\n {2}/g, ' ')).toContain(reason);
    expect(code).toBe(0);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('lists no link, which nobody follows', async () => {
    const root = makeFolder(PROJECT);
    symlinkSync('a.ts', join(root, 'src/link.ts'));
    symlinkSync('nowhere.ts', join(root, 'src/loose.ts'));
    expect((await runIn(root, ['files', 'src'])).out).not.toMatch(/link|loose/);
  });

  it('names the glob of each rule that decides', async () => {
    const scope = '["src/**/*.{ts,tsx}", "!src/b*", "src/b.tsx"]';
    const root = makeRepository({
      ...PROJECT,
      'contracts/security.yml': SECURITY_CONTRACT.replace('["src/**/*.{ts,tsx}"]', scope),
      'src/bad.ts': 'export {}\n',
    });
    const rules = async (path: string): Promise<unknown> =>
      JSON.parse((await why(root, path, '--rule', 'SEC-001', '--format', 'json')).out).rules;
    expect(await rules('src/a.ts')).toEqual([{ ruleId: 'SEC-001', isInScope: true, glob: 'src/**/*.{ts,tsx}' }]);
    expect(await rules('src/bad.ts')).toEqual([{ ruleId: 'SEC-001', isInScope: false, glob: '!src/b*' }]);
    expect(await rules('src/b.tsx')).toEqual([{ ruleId: 'SEC-001', isInScope: true, glob: 'src/b.tsx' }]);
    expect(await rules('docs/readme.md')).toEqual([{ ruleId: 'SEC-001', isInScope: false, glob: null }]);
  });

  it('says that a picture in scope is no gap', async () => {
    const root = makeRepository({
      ...PROJECT,
      'contracts/security.yml': SECURITY_CONTRACT.replace('["src/**/*.{ts,tsx}"]', '["src/**"]'),
    });
    expect((await why(root, 'src/logo.png')).out).toContain('A check is complete without it.');
  });

  it.each([
    [['files', '--why', 'src'], 'usage/why'],
    [['files', '--why', 'src/a.ts', 'src/b.tsx'], 'usage/why'],
    [['files', '--why', 'src/none.ts'], 'usage/path-not-found'],
    [['files', '--why', '../x'], 'usage/path'],
    [['files', 'nowhere'], 'usage/path-not-found'],
    [['files', '--rule', 'SEC-9'], 'usage/unknown-rule'],
  ])('refuses %j', async (argv, code) => {
    expect(await runIn(makeRepository(PROJECT), argv)).toMatchObject({
      out: '',
      err: expect.stringContaining(`error[${code}]`),
      code: 2,
    });
  });

  it('works where there is no git, and says when nothing is in scope', async () => {
    const root = makeFolder({ 'contracts/security.yml': SECURITY_CONTRACT, 'lib/a.ts': '', 'node_modules/x.ts': '' });
    expect(await runIn(root, ['files'])).toMatchObject({ out: '', err: expect.stringContaining('--why'), code: 0 });
    expect((await why(root, 'node_modules/x.ts')).out).toContain('It is not listed');
  });

  it('tells of a contract that does not load, since its rules are missing', async () => {
    const root = makeRepository({ ...PROJECT, 'contracts/broken.yml': 'rules: [' });
    git(root, 'add', '--all');
    expect(await runIn(root, ['files'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('contracts/broken.yml'),
    });
  });
});
