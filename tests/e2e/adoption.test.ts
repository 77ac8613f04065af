import { cpSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeProject, type TestProject } from '../support/run-cli.js';
import { SECURITY_CONTRACT } from '../support/sample-contract.js';

const BAD = 'element.innerHTML = bio\n';
const GOOD = 'element.textContent = bio\n';
const AUTH_CONTRACT = `contract_meta: { id: auth, version: 1 }
rules:
  non_negotiable:
    - id: AUTH-1
      title: Somebody asks who it is
      scope: ["src/**/*.ts"]
      behavior:
        required_patterns:
          - pattern: /requireLogin/
            message: Nobody asks who it is
`;

const legacy = (): TestProject =>
  makeProject(
    { 'contracts/security.yml': SECURITY_CONTRACT, 'src/a.ts': BAD, 'src/b.ts': '// FIXME later\n' },
    { git: true },
  );

describe('baseline', () => {
  it('lets a project start as it is, fails on what is new, and shrinks', () => {
    const at = legacy();
    expect(at.specflow(['baseline', 'show'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('baseline/none'),
    });
    expect(at.specflow(['baseline', 'create'])).toMatchObject({
      code: 0,
      stdout: '.specflow/baseline.json: 2 violations known, 2 new\n',
    });
    expect(at.specflow(['check', '--strict'])).toMatchObject({ code: 0, stdout: expect.stringContaining('2 exempt') });
    expect(at.specflow(['baseline', 'create']).code).toBe(2);

    at.write('src/a.ts', `// moved\n\n${BAD}${BAD.replace('bio', 'name')}`);
    expect(at.specflow(['check', '--quiet'])).toMatchObject({
      code: 1,
      stdout: 'src/a.ts:4:8  error  SEC-003  Direct innerHTML assignment\n',
    });
    const kept = at.read('.specflow/baseline.json');
    expect(at.specflow(['baseline', 'update'])).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(
        /2 violations known\nNot taken in: 1 new violation\..*\n {2}SEC-003 {2}src\/a\.ts:4\n/,
      ),
    });
    expect(at.read('.specflow/baseline.json')).toBe(kept);

    at.write('src/a.ts', GOOD);
    const stale = at.specflow(['check']);
    expect(stale).toMatchObject({ code: 0, stdout: expect.stringContaining('baseline/stale SEC-003 src/a.ts') });
    expect(at.specflow(['check', '--strict', '--quiet'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('  baseline/stale  src/a.ts  The baseline knows a violation of SEC-003'),
    });
    expect(at.specflow(['baseline', 'prune']).stdout).toContain('1 violation known, 1 gone');
    expect(at.specflow(['check', '--strict']).code).toBe(0);
    expect(JSON.parse(at.specflow(['baseline', 'show', '--json']).stdout)).toEqual({
      schemaVersion: 1,
      known: [{ ruleId: 'STYLE-1', file: 'src/b.ts', count: 1 }],
      total: 1,
    });
    at.write('src/a.ts', BAD);
    expect(at.specflow(['check', '--quiet']).code).toBe(1);
    expect(at.specflow(['baseline', 'update', '--force', '--rule', 'SEC-003'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('2 violations known, 1 new'),
    });
    expect(at.read('.specflow/baseline.json')).toBe(kept);
  });

  it('is refused when broken, and never written by a look that was not complete', () => {
    const at = legacy();
    at.specflow(['baseline', 'create']);
    const kept = at.read('.specflow/baseline.json');
    at.write('src/b.ts', Buffer.from([0x46, 0xff, 0xfe, 0x0a]));
    for (const verb of ['prune', 'update']) {
      expect(at.specflow(['baseline', verb])).toMatchObject({
        code: 3,
        stdout: '',
        stderr: expect.stringContaining('src/b.ts'),
      });
    }
    expect(at.read('.specflow/baseline.json')).toBe(kept);

    at.write('.specflow/baseline.json', kept.slice(0, 40));
    const before = at.snapshot();
    const check = at.specflow(['check', '--no-cache', '--quiet']);
    expect(check).toMatchObject({ code: 2, stdout: expect.stringContaining('.specflow/baseline.json:') });
    expect(check.stdout).toContain('SEC-003');
    for (const verb of ['prune', 'update', 'show']) expect(at.specflow(['baseline', verb]).code).toBe(2);
    expect(at.snapshot()).toEqual(before);
  });

  it('excuses nothing that is staged while it is not staged itself', () => {
    const at = legacy();
    at.write('src/a.ts', `${BAD}// touched\n`);
    at.git('add', 'src/a.ts');
    at.specflow(['baseline', 'create']);
    const alone = at.specflow(['check', '--staged']);
    expect(alone).toMatchObject({ code: 1, stdout: expect.stringContaining('baseline/not-staged') });
    at.git('add', '.specflow/baseline.json');
    expect(at.specflow(['check', '--staged']).code).toBe(0);
  });
});

describe('check of what changed', () => {
  it('looks at the changes since a branch, and at the whole scope of what has to be somewhere', () => {
    const at = makeProject(
      {
        'contracts/security.yml': SECURITY_CONTRACT,
        'contracts/auth.yml': AUTH_CONTRACT,
        'src/old.ts': BAD,
        'src/login.ts': 'requireLogin()\n',
      },
      { git: true },
    );
    at.git('branch', 'base');
    at.write('src/mine.ts', BAD);
    at.git('add', '--all');
    at.git('commit', '--quiet', '--message', 'mine');
    at.write('src/new.ts', BAD);
    const files = (...args: readonly string[]): string[] =>
      at
        .specflow(['check', '--quiet', ...args])
        .stdout.split('\n')
        .filter(Boolean)
        .map((line) => line.split(':')[0] ?? '');
    expect(files('--since', 'base')).toEqual(['src/mine.ts', 'src/new.ts']);
    expect(files('--dirty')).toEqual(['src/new.ts']);
    expect(files('--since', 'base', 'src/mine.ts')).toEqual(['src/mine.ts']);

    at.git('rm', '--quiet', 'src/login.ts');
    for (const option of [['--dirty'], ['--since', 'base'], ['--staged']]) {
      expect(at.specflow(['check', '--quiet', ...option]).stdout).toContain('no file  error  AUTH-1');
    }
    at.git('restore', '--staged', '--worktree', 'src/login.ts');
    at.git('clean', '--quiet', '--force', 'src');
    expect(at.specflow(['check', '--dirty'])).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('Nothing that is uncommitted'),
    });
  });

  it.each([
    [['--since', 'nowhere'], 'git/unknown-ref'],
    [['--since', '--dirty'], 'git/unknown-ref'],
    [['--since', 'HEAD', '--dirty'], 'usage/conflicting-option'],
    [['--staged', '--dirty'], 'usage/conflicting-option'],
    [['--stdin', '--stdin-filename', 'src/a.ts', '--dirty'], 'usage/stdin'],
  ])('refuses %j', (args, code) => {
    expect(legacy().specflow(['check', ...args], { input: '' })).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(`error[${code}]`),
    });
  });

  it('needs git', () => {
    const at = makeProject({ 'contracts/security.yml': SECURITY_CONTRACT });
    for (const option of [['--since', 'main'], ['--dirty']]) {
      const run = at.specflow(['check', ...option], { env: { GIT_CEILING_DIRECTORIES: path.dirname(at.root) } });
      expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining('git/none') });
    }
  });
});

describe('shards', () => {
  it('merge into the report one machine would have given, to the byte', () => {
    const at = makeProject({});
    cpSync(path.resolve(import.meta.dirname, '../fixtures/sample-project'), at.root, { recursive: true });
    const blobs = [1, 2, 3, 4].map((index) => {
      const blob = `.specflow/runs/${index}.blob`;
      const run = at.specflow(['check', '--quiet', '--shard', `${index}/4`, '-o', `blob=${blob}`]);
      expect(run.stdout).not.toContain('ARCH-003');
      expect(run.stderr).toContain(`shard ${index} of 4`);
      expect(statSync(path.join(at.root, blob)).mode & 0o077).toBe(0);
      return blob;
    });
    for (const format of ['json', 'pretty']) {
      const merged = at.specflow(['report', 'merge', '--format', format, ...blobs]);
      expect(merged).toEqual(at.specflow(['check', '--format', format]));
      expect([merged.code, merged.stdout]).toEqual([1, expect.stringContaining('ARCH-003')]);
    }
    expect(at.specflow(['report', 'merge', ...blobs.slice(1)])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('shard 1/4'),
    });
    at.write('contracts/architecture.yml', at.read('contracts/architecture.yml').replace(/(src\/)/, './$1'));
    expect(at.specflow(['report', 'merge', ...blobs])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('report/foreign-blob'),
    });
  });
});

describe('init --hooks', () => {
  it.each([
    ['lefthook', 'lefthook.yml'],
    ['pre-commit', '.pre-commit-config.yaml'],
    ['husky', '.husky/pre-commit'],
  ])('%s writes its file once, and a dry run none', (manager, file) => {
    const at = makeProject({ 'src/a.ts': 'export {}\n' }, { git: true });
    const before = at.snapshot();
    expect(at.specflow(['init', '--dry-run', '--hooks', manager]).stdout).toContain(file);
    expect(at.snapshot()).toEqual(before);
    expect(at.specflow(['init', '--hooks', manager]).code).toBe(0);
    expect(at.read(file)).toContain('specflow check --staged');
    const after = at.snapshot();
    expect(at.specflow(['init', '--hooks', manager]).stdout).toMatch(/kept .*our hook is in it already/);
    expect(at.snapshot()).toEqual(after);
  });

  it('leaves the configuration of somebody else, and shows what to add', () => {
    const at = makeProject({ 'lefthook.yml': 'pre-push: {}\n' }, { git: true });
    expect(at.specflow(['init', '--hooks', 'lefthook']).stdout).toContain('      jobs:\n        - name: specflow\n');
    expect(at.read('lefthook.yml')).toBe('pre-push: {}\n');
  });
});
