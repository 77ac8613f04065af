import { spawnSync } from 'node:child_process';
import { copyFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeProject, type TestProject } from '../support/run-cli.js';
import { SECURITY_CONTRACT } from '../support/sample-contract.js';

const BAD = 'element.innerHTML = bio\n';
const GOOD = 'element.textContent = bio\n';

function project(): TestProject {
  return makeProject(
    { 'contracts/security.yml': SECURITY_CONTRACT, 'src/a.ts': GOOD, 'src/old.ts': BAD },
    { git: true },
  );
}

/** The check, with proof that it changed neither the tree nor the index, and says the same with and without a memory. */
function staged(at: TestProject): { code: number | null; stdout: string; stderr: string } {
  const index = (): string => at.git('ls-files', '--stage').stdout + at.git('status', '--porcelain').stdout;
  const files = () => Object.entries(at.snapshot()).filter(([file]) => !file.startsWith('.specflow/cache/'));
  const before = [index(), files()];
  const run = at.specflow(['check', '--staged', '--quiet']);
  expect([index(), files()]).toEqual(before);
  expect(at.specflow(['check', '--staged', '--quiet'])).toEqual(run);
  expect(at.specflow(['check', '--staged', '--quiet', '--no-cache'])).toEqual(run);
  return run;
}

describe('check --staged', () => {
  it('fails on bad staged text, however clean the working copy', () => {
    const at = project();
    at.write('src/a.ts', BAD);
    at.git('add', 'src/a.ts');
    at.write('src/a.ts', GOOD);
    expect(staged(at)).toMatchObject({ code: 1, stdout: expect.stringContaining('src/a.ts:1:8') });
  });

  it('passes clean staged text, however bad the working copy', () => {
    const at = project();
    at.write('src/a.ts', '// touched\n');
    at.git('add', 'src/a.ts');
    at.write('src/a.ts', BAD);
    expect(staged(at)).toMatchObject({ code: 0, stdout: '' });
  });

  it('judges a partly staged file by its staged part', () => {
    const at = project();
    at.write('src/a.ts', `// one\n${BAD}`);
    at.git('add', 'src/a.ts');
    at.write('src/a.ts', `// one\n${BAD}${BAD}`);
    expect(staged(at)).toMatchObject({
      code: 1,
      stdout: 'src/a.ts:2:8  error  SEC-003  Direct innerHTML assignment\n',
    });
  });

  it('says so, and passes, when nothing in scope is staged', () => {
    const at = project();
    at.write('README.md', 'hello\n');
    at.git('add', 'README.md');
    expect(staged(at)).toMatchObject({
      code: 0,
      stdout: '',
      stderr: expect.stringContaining('Nothing that is staged'),
    });
  });

  it('judges by the staged contracts and configuration, whatever the working copy says', () => {
    const at = project();
    at.write('src/a.ts', BAD);
    at.git('add', 'src/a.ts');
    at.write('contracts/security.yml', SECURITY_CONTRACT.replaceAll('src/**', 'nowhere/**'));
    expect(staged(at).code).toBe(1);
    at.git('rm', '--quiet', '--cached', 'contracts/security.yml');
    at.git('reset', '--quiet', 'contracts/security.yml');
    rmSync(path.join(at.root, 'contracts/security.yml'));
    expect(staged(at).code).toBe(1);

    at.write('.specflow/config.json', '{ "exclude": [] }\n');
    at.git('add', '.specflow/config.json');
    at.write('.specflow/config.json', '{ "exclude": ["src/**"] }\n');
    expect(staged(at).code).toBe(1);
    at.git('add', '.specflow/config.json');
    expect(staged(at).code).toBe(0);
  });

  it('judges by a contract that is on disk alone too, and says so', () => {
    const at = project();
    at.git('rm', '--quiet', '--cached', 'contracts/security.yml');
    at.write('src/a.ts', BAD);
    at.git('add', 'src/a.ts');
    const { findings, violations } = JSON.parse(at.specflow(['check', '--staged', '--format', 'json']).stdout);
    expect(violations).toHaveLength(1);
    expect(findings).toEqual([
      expect.objectContaining({ code: 'contract/not-staged', file: 'contracts/security.yml' }),
    ]);
  });

  it('says which staged contract is broken, however right it is on disk', () => {
    const at = project();
    at.write('contracts/security.yml', 'rules: [\n');
    at.git('add', 'contracts/security.yml');
    at.write('contracts/security.yml', SECURITY_CONTRACT);
    expect(staged(at)).toMatchObject({ code: 2, stdout: expect.stringContaining('contracts/security.yml:') });
  });

  it('judges a renamed file under its new name, and by the rules that hold there', () => {
    const at = project();
    at.write('docs/a.txt', `one\ntwo\nthree\n${BAD}`);
    at.git('add', '--all');
    at.git('commit', '--quiet', '--message', 'out of scope');
    at.git('mv', 'docs/a.txt', 'src/renamed.ts');
    expect(staged(at)).toMatchObject({ code: 1, stdout: expect.stringMatching(/^src\/renamed\.ts:4:8 [^\n]*\n$/) });
    at.git('mv', 'src/renamed.ts', 'docs/b.txt');
    expect(staged(at).code).toBe(0);
  });

  it('follows the index that git names, as in `git commit -- path`', () => {
    const at = project();
    at.write('src/a.ts', BAD);
    const index = path.join(at.root, '.git/next-index');
    const env = { GIT_INDEX_FILE: index };
    copyFileSync(path.join(at.root, '.git/index'), index);
    spawnSync('git', ['add', 'src/a.ts'], { cwd: at.root, env: { PATH: process.env.PATH, ...env } });
    expect(at.specflow(['check', '--staged', '--quiet'], { env }).code).toBe(1);
    expect(staged(at).code).toBe(0);
  });

  it('judges a linked work tree, and a submodule from within, by their own index', () => {
    const at = project();
    at.git('worktree', 'add', '--quiet', 'tree');
    const library = project();
    at.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', library.root, 'lib');
    for (const from of ['tree', 'lib']) {
      at.write(`${from}/src/a.ts`, BAD);
      const run = (): number | null => at.specflow(['check', '--staged', '--quiet'], { from }).code;
      expect([from, run()]).toEqual([from, 0]);
      at.git('-C', from, 'add', 'src/a.ts');
      expect([from, run()]).toEqual([from, 1]);
    }
    // What is staged within is not what is staged here.
    expect(staged(at).code).toBe(0);
  });
});
