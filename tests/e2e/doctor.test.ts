import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLI, type CliRun, makeProject, type TestProject } from '../support/run-cli.js';
import { SECURITY_CONTRACT } from '../support/sample-contract.js';

interface Answer {
  readonly state: string;
  readonly message: string;
  readonly remedy?: string;
}

function project(): TestProject {
  const at = makeProject({ 'src/a.ts': 'export {}\n', 'contracts/security.yml': SECURITY_CONTRACT }, { git: true });
  mkdirSync(path.join(at.root, 'node_modules/.bin'), { recursive: true });
  symlinkSync(CLI, path.join(at.root, 'node_modules/.bin/specflow'));
  at.write('.gitignore', 'node_modules\n');
  return at;
}

function doctor(at: TestProject): { readonly code: number | null; of(name: string): readonly Answer[] } {
  const run = at.specflow(['doctor', '--format', 'json']);
  const { checkups, exitCode } = JSON.parse(run.stdout);
  expect(run.code).toBe(exitCode);
  return {
    code: run.code,
    of: (name) => checkups.find((each: { readonly name: string }) => each.name === name)?.answers,
  };
}

const pretty = (at: TestProject): CliRun => at.specflow(['doctor'], { env: { COLUMNS: '80' } });

describe('doctor', () => {
  it('finds nothing wrong with a sound project, tries its hooks, and changes nothing', () => {
    const at = project();
    at.specflow(['init', '--hooks', 'git']);
    at.specflow(['hooks', 'install', '--agent', 'claude']);
    at.specflow(['export', 'agents-md']);
    at.specflow(['baseline', 'create']);
    const before = at.snapshot();
    const { stdout, stderr, code } = pretty(at);
    expect([stderr, code]).toEqual(['', 0]);
    expect(stdout).toContain('✔ all is in order');
    expect(stdout).toMatch(/^ok {4}pre-commit hook +\.git\/hooks\/pre-commit fires$/m);
    expect(stdout).toMatch(/^ok {4}agent hooks +Claude Code: PostToolUse fires$/m);
    expect(stdout).toMatch(/AGENTS\.md is current/);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(at.snapshot()).toEqual(before);
  });

  it('fails where a hook does not fire, and says what to do', () => {
    // A program that finds nothing: every commit would pass.
    const broken = makeProject({ 'contracts/security.yml': SECURITY_CONTRACT, 'src/a.ts': '' }, { git: true });
    mkdirSync(path.join(broken.root, 'node_modules/.bin'), { recursive: true });
    symlinkSync('/bin/true', path.join(broken.root, 'node_modules/.bin/specflow'));
    broken.specflow(['init', '--hooks', 'git']);
    const { code, of } = doctor(broken);
    expect(of('pre-commit hook')).toEqual([
      {
        state: 'fail',
        code: 1,
        message: expect.stringContaining('let a violation through'),
        remedy: expect.any(String),
      },
    ]);
    expect(code).toBe(1);
  });

  it('does not run a hook that somebody changed', () => {
    const at = project();
    at.specflow(['init', '--hooks', 'git']);
    const hook = at.read('.git/hooks/pre-commit');
    at.write('.git/hooks/pre-commit', hook.replace('(\n', `(\n  touch ${at.root}/ran\n`));
    expect(doctor(at).of('pre-commit hook')).toMatchObject([{ state: 'warn' }]);
    expect(Object.keys(at.snapshot())).not.toContain('ran');
  });

  it.each([
    ['.specflow/config.json', '{ "exlude": [] }', 'configuration', 2],
    ['contracts/security.yml', 'rules: [', 'contracts', 2],
    ['.specflow/fix-patterns.json', '{', 'pattern store', 2],
    ['.specflow/baseline.json', '{', 'baseline', 2],
  ])('tells of a broken %s', (file, text, name, code) => {
    const at = project();
    at.write(file, text);
    const found = doctor(at);
    expect(found.of(name)).toEqual(expect.arrayContaining([expect.objectContaining({ state: 'fail' })]));
    expect(found.code).toBe(code);
  });

  it('warns of what is stale, and of a missing repository, without failing', () => {
    const at = project();
    at.write('src/a.ts', 'element.innerHTML = bio\n');
    at.specflow(['baseline', 'create']);
    at.specflow(['export', 'agents-md']);
    at.write('src/a.ts', 'export {}\n');
    at.write('contracts/security.yml', SECURITY_CONTRACT.replace('No innerHTML', 'Never innerHTML'));
    const { code, of } = doctor(at);
    expect(of('baseline')).toMatchObject([{ state: 'warn', remedy: expect.stringContaining('baseline prune') }]);
    expect(of('AGENTS.md')).toMatchObject([{ state: 'warn', remedy: expect.stringContaining('export agents-md') }]);
    expect(code).toBe(0);
    const bare = makeProject({ 'contracts/security.yml': SECURITY_CONTRACT });
    expect(doctor(bare).of('git')).toMatchObject([{ state: 'warn' }]);
  });

  it('fails in an empty folder, since nothing is judged there', () => {
    const run = makeProject({}).specflow(['doctor']);
    expect(run).toMatchObject({ code: 2, stdout: expect.stringContaining('specflow init') });
  });
});
