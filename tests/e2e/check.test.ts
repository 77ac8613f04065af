import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHECK_REPORTERS } from '../../src/reporters/index.js';
import { CLI, makeProject } from '../support/run-cli.js';
import { SECURITY_CONTRACT, storeWith } from '../support/sample-contract.js';

const contract = { 'contracts/security.yml': SECURITY_CONTRACT };

const MINIFIED_CONTRACT = `contract_meta: { id: minified, version: 1 }
rules:
  non_negotiable:
    - id: VAR-1
      title: No var
      scope: ["src/**"]
      behavior: { forbidden_patterns: [{ pattern: '/\\bvar\\s/', message: no var }] }
    - id: SEC-1
      title: No hardcoded secrets
      scope: ["src/**"]
      behavior: { forbidden_patterns: [{ pattern: '/token="[^"]+"/', message: no secrets }] }
`;

describe('check', () => {
  it('says with --quiet too that it looked at no link', () => {
    const project = makeProject({ ...contract, 'src/a.ts': 'export const a = 1\n' });
    symlinkSync('missing.ts', path.join(project.root, 'src/link.ts'));
    const { code, stdout, stderr } = project.specflow(['check', '--quiet']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain('src/link.ts');
  });

  it('comes to its end on one line of thousands of violations, in little memory', () => {
    const line = 'var a=1;token="abcdefgh12345678";'.repeat(9_000);
    const project = makeProject({ 'contracts/c.yml': MINIFIED_CONTRACT, 'src/a.min.js': `${line}\n` });
    for (const format of ['json', 'pretty']) {
      const args = ['--max-old-space-size=700', CLI, 'check', '--format', format];
      const { status } = spawnSync(process.execPath, args, { cwd: project.root, maxBuffer: 1 << 28 });
      expect(`${format}: ${status}`).toBe(`${format}: 1`);
    }
  });

  it('exits 0 when clean, also with warnings', () => {
    const project = makeProject({ ...contract, 'src/a.ts': '// FIXME later\n' });
    const { code, stdout, stderr } = project.specflow(['check', '--stats']);
    expect(stdout).toContain('src/a.ts:1:4  warning  STYLE-1  Unfinished');
    expect(stderr).toMatch(/^1 file, 3 rules, 1 violation in \d+ ms\n$/);
    expect(code).toBe(0);
  });

  it('prints the same as JSON on stdout and into a file, with what heal would try', () => {
    const project = makeProject({
      ...contract,
      '.specflow/fix-patterns.json': storeWith('0.95', 'platinum'),
      'src/a.ts': 'element.innerHTML = bio\n',
    });
    const { code, stdout, stderr } = project.specflow(['check', '--format', 'json', '-o', 'contract-test=out/v.txt'], {
      from: 'src',
    });
    const [violation] = JSON.parse(stdout).violations;
    expect(violation).toMatchObject({ ruleId: 'SEC-003', file: 'src/a.ts', line: 1, column: 8 });
    expect(violation.heal).toEqual({
      fixable: true,
      source: 'pattern:fix-sec-003-innerhtml',
      tier: 'platinum',
      confidence: 0.95,
    });
    expect(project.read('src/out/v.txt')).toBe(
      'CONTRACT VIOLATION: SEC-003 - Direct innerHTML assignment\n  File: src/a.ts\n  Line: 1\n  Match: element.innerHTML = bio\n',
    );
    expect(stderr).toBe('');
    expect(code).toBe(1);
  });

  it('speaks to who runs it, unless told otherwise', () => {
    const project = makeProject({ ...contract, 'src/a.ts': 'element.innerHTML = bio\n' });
    const start = (env: Readonly<Record<string, string>>, ...args: readonly string[]): string =>
      project.specflow(['check', ...args], { env }).stdout.slice(0, 8);
    expect(start({})).toBe('src/a.ts');
    expect(start({ GITHUB_ACTIONS: 'true' })).toBe('::error ');
    const agent = { GITHUB_ACTIONS: 'true', CLAUDECODE: '1' };
    expect(project.specflow(['check'], { env: agent }).stdout).toMatch(
      /^src\/a\.ts:1:8 SEC-003 .*\nspecflow: 1 error\n$/,
    );
    const told = project.specflow(['check', '--format', 'pretty'], { env: agent });
    expect(told.stdout).toBe(project.specflow(['check']).stdout);
    expect(project.specflow(['heal', '--dry-run'], { env: agent }).stdout).not.toMatch(/^::/);
  });

  it('restricts itself to paths, rules and the text on standard input', () => {
    const bad = 'element.innerHTML = bio // FIXME\n';
    const project = makeProject({ ...contract, 'src/a.ts': bad, 'src/b.ts': bad, 'src/c.ts': '' });
    const rules = (...args: readonly string[]): string =>
      project.specflow(['check', '--quiet', ...args], { input: bad }).stdout.replace(/ {2}(?:error|warning).*/g, '');
    expect(rules('src/a.ts', '--rule', 'SEC-003')).toBe('src/a.ts:1:8\n');
    expect(rules('--stdin', '--stdin-filename', 'src/c.ts')).toBe('src/c.ts:1:8\nsrc/c.ts:1:28\n');
  });

  it('hands 20,000 violations to a slow reader whole, and is silent when the reader leaves', () => {
    const project = makeProject({ ...contract });
    for (const name of ['a', 'b', 'c', 'd']) project.write(`src/${name}.ts`, 'e.innerHTML = x\n'.repeat(5000));
    const pipe = (command: string): { code: number | null; stdout: string; stderr: string } => {
      const run = spawnSync('bash', ['-c', command], { cwd: project.root, encoding: 'utf8', maxBuffer: 1 << 28 });
      return { code: run.status, stdout: run.stdout, stderr: run.stderr };
    };
    const slow = pipe(`"${process.execPath}" "${CLI}" check --format json | (read -r first; echo "$first"; cat)`);
    expect(JSON.parse(slow.stdout).violations).toHaveLength(20_000);
    expect(pipe(`"${process.execPath}" "${CLI}" check | head -1`)).toMatchObject({ code: 0, stderr: '' });
  });

  it('echoes no secret whole, in any format', () => {
    const project = makeProject({ ...contract, 'src/a.ts': 'const api_key = "canary-0123456789"\n' });
    const formats = Object.keys(CHECK_REPORTERS);
    const files = formats.flatMap((format) => ['-o', `${format}=${format}.txt`]);
    project.specflow(['check', ...files]);
    for (const format of formats) {
      expect(project.read(`${format}.txt`)).toContain('SEC-001');
      expect(project.read(`${format}.txt`)).not.toContain('canary-');
    }
  });

  it.runIf(existsSync('/dev/full'))('says that a report could not be written, and exits 3', () => {
    const project = makeProject({ 'contracts/security.yml': SECURITY_CONTRACT, 'src/a.ts': 'a.innerHTML = b\n' });
    const into = (redirect: string) =>
      spawnSync('sh', ['-c', `"$0" "$1" check ${redirect}`, process.execPath, CLI], {
        cwd: project.root,
        timeout: 30_000,
      });
    const full = into('> /dev/full');
    expect([full.status, full.stderr.toString()]).toEqual([
      3,
      expect.stringMatching(/^error\[output\/failed\]: .*ENOSPC.*\n$/),
    ]);
    expect(into('> /dev/full 2> /dev/full').status).toBe(3);
  });

  it.each([['check'], ['hook', 'claude']])(
    'says that the folder it runs in is gone, and blocks no agent: %s',
    (...args) => {
      const gone = path.join(makeProject({}).root, 'gone');
      mkdirSync(gone);
      const shell = 'rmdir "$1" && shift && exec "$@"';
      const { status, stderr } = spawnSync('/bin/sh', ['-c', shell, 'sh', gone, process.execPath, CLI, ...args], {
        cwd: gone,
        encoding: 'utf8',
      });
      expect(stderr).toContain('error[usage/no-folder]: The current folder is not there any more.');
      expect(stderr).not.toMatch(/^ +at /m);
      expect(status).toBe(3);
    },
  );

  it('is strict, although it is no module', () => {
    const dist = path.dirname(CLI);
    const files = ['cli', 'scan-worker', 'commands/program', 'commands/answer-check', 'commands/answer-hook'];
    for (const file of files) {
      expect(readFileSync(path.join(dist, `${file}.cjs`), 'utf8'), file).toMatch(/^(?:#!.*\n)?["']use strict["'];/);
    }
  });

  it('loads no parser and no compiler', () => {
    const dist = path.dirname(CLI);
    const loaded = new Set<string>();
    const packages = new Set<string>();
    const load = (file: string): void => {
      if (loaded.has(file)) return;
      loaded.add(file);
      for (const found of readFileSync(file, 'utf8').matchAll(
        /^(?:import|export)\b[^'"]*?from\s*["']([^"']+)["']|^import\s*["']([^"']+)["']|(?<![\w.])require\(["']([^"']+)["']\)/gm,
      )) {
        const target = found[1] ?? found[2] ?? found[3] ?? '';
        if (target.startsWith('.')) load(path.resolve(path.dirname(file), target));
        else packages.add(target);
      }
    };
    const parts = path.join(dist, 'commands/program');
    load(path.join(parts, readdirSync(parts).find((name) => /^check-/.test(name)) ?? 'no check part'));
    for (const name of ['program', 'answer-check', 'answer-hook']) load(path.join(dist, `commands/${name}.cjs`));
    load(CLI);
    expect(loaded.size).toBeGreaterThan(5);
    expect([...packages].filter((name) => !name.startsWith('node:') && !isBuiltIn(name))).toEqual([]);
  });
});

function isBuiltIn(name: string): boolean {
  return process.getBuiltinModule?.(name) !== undefined;
}
