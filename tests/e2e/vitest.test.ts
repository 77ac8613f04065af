import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CliRun, makeProject, type TestProject } from '../support/run-cli.js';
import { SECURITY_CONTRACT } from '../support/sample-contract.js';

const repository = path.resolve(import.meta.dirname, '../..');
const TEST_FILE = `import { contractTests } from 'specflow/vitest';\ncontractTests();\n`;

/** A project with vitest and specflow in its node_modules, as npm would put them there. */
function projectWith(files: Readonly<Record<string, string>>): TestProject {
  const at = makeProject({
    'contracts/security.yml': SECURITY_CONTRACT,
    'package.json': '{ "type": "module" }',
    'contracts.test.js': TEST_FILE,
    ...files,
  });
  const modules = path.join(at.root, 'node_modules');
  mkdirSync(path.join(modules, 'specflow'), { recursive: true });
  for (const name of ['package.json', 'dist']) {
    cpSync(path.join(repository, name), path.join(modules, 'specflow', name), { recursive: true });
  }
  for (const name of ['vitest', 'oxc-parser']) {
    symlinkSync(path.join(repository, 'node_modules', name), path.join(modules, name));
  }
  return at;
}

function vitest(at: TestProject, ...args: readonly string[]): CliRun {
  const program = path.join(at.root, 'node_modules/vitest/vitest.mjs');
  const run = spawnSync(process.execPath, [program, 'run', ...args], {
    cwd: at.root,
    env: { PATH: process.env.PATH, NO_COLOR: '1' },
    encoding: 'utf8',
  });
  return { code: run.status, stdout: run.stdout, stderr: run.stderr };
}

interface Verdict {
  readonly suite: string | undefined;
  readonly title: string;
  readonly status: string;
  readonly message: string | undefined;
}

function verdicts(at: TestProject, ...args: readonly string[]): readonly Verdict[] {
  const [file] = JSON.parse(vitest(at, '--reporter', 'json', ...args).stdout).testResults;
  return file.assertionResults.map(
    (each: { ancestorTitles: string[]; title: string; status: string; failureMessages: string[] }) => ({
      suite: each.ancestorTitles.at(-1),
      title: each.title,
      status: each.status,
      message: each.failureMessages[0],
    }),
  );
}

describe('specflow/vitest', () => {
  it('shows no secret that only a rule nobody asked for knows', () => {
    const at = projectWith({
      'contracts.test.js': TEST_FILE.replace('()', "({ rules: ['SEC-003'] })"),
      'contracts/security.yml': SECURITY_CONTRACT.replace('innerHTML\\s*=', 'innerHTML\\s*=.*'),
      'src/a.ts': 'const password = "zq7vXk2mPw9e"; element.innerHTML = "zq7vXk2mPw9e"\n',
    });
    const { stdout, stderr } = vitest(at);
    expect(stdout + stderr).toContain('element.innerHTML');
    expect(stdout + stderr).not.toContain('zq7vXk2mPw9e');
  });

  it('is one test a rule, named by its id, and fails with the violations', () => {
    const at = projectWith({ 'src/a.ts': 'const x = 1\nelement.innerHTML = bio\n', 'src/b.ts': '// FIXME\n' });
    expect(verdicts(at)).toEqual([
      { suite: 'specflow', title: 'everything in scope can be judged', status: 'passed' },
      { suite: 'security', title: expect.stringMatching(/^SEC-001: /), status: 'passed' },
      {
        suite: 'security',
        title: expect.stringMatching(/^SEC-003: /),
        status: 'failed',
        message: [
          'Error: CONTRACT VIOLATION: SEC-003 - Direct innerHTML assignment',
          '  File: src/a.ts',
          '  Line: 2',
          '  Match: element.innerHTML = bio',
          '  At: src/a.ts:2:8',
        ].join('\n'),
      },
      // A rule that only warns does not fail a check either.
      { suite: 'security', title: expect.stringMatching(/^STYLE-1: /), status: 'passed' },
    ]);
    const run = vitest(at, '-t', 'SEC-003');
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/1 failed \| 3 skipped/);
    expect(run.stderr).toContain('At: src/a.ts:2:8');
    at.write('src/a.ts', '');
    expect(vitest(at).code).toBe(0);
  });

  it.each(['default', 'json', 'junit', 'tap', 'verbose'])(
    'closes the loop: heal --from mends what the %s reporter tells',
    (reporter) => {
      const secret = 'const api_key = "abc12345"\n';
      const at = projectWith({ 'src/a.ts': secret, 'src/b.ts': `\n${secret}` });
      const run = vitest(at, '--reporter', reporter);
      expect(run.code).toBe(1);
      const heal = at.specflow(['heal', '--from', '-'], { input: run.stdout + run.stderr });
      expect([heal.code, at.read('src/a.ts'), at.read('src/b.ts')]).toEqual([
        0,
        'const api_key = process.env.API_KEY\n',
        '\nconst api_key = process.env.API_KEY\n',
      ]);
      const again = vitest(at, '--reporter', reporter);
      expect(again.code).toBe(0);
      if (reporter === 'json' || reporter === 'junit' || reporter === 'default') {
        expect(at.specflow(['heal', '--from', '-'], { input: again.stdout }).code).toBe(0);
      }
    },
  );

  it('hides secrets, and leaves out what is exempt', () => {
    const at = projectWith({ 'src/a.ts': 'const api_key = "canary-0123456789"\n' });
    const run = vitest(at);
    expect(run.code).toBe(1);
    expect(run.stdout + run.stderr).toContain('SEC-001');
    expect(run.stdout + run.stderr).not.toContain('canary-');
    at.specflow(['baseline', 'create']);
    expect(vitest(at).code).toBe(0);
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['a contract that does not load', { 'contracts/broken.yml': 'rules: [' }, 'contracts/broken.yml:1'],
    ['a configuration that is wrong', { '.specflow/config.json': '{ "exlude": [] }' }, 'exlude'],
    ['an unknown rule', { 'contracts.test.js': TEST_FILE.replace('()', "({ rules: ['SEC-9'] })") }, 'SEC-9'],
    ['no contract', { '.specflow/config.json': '{ "contracts": ["none/*.yml"] }' }, 'contract/none'],
  ])('is red for %s', (_, files, text) => {
    const failed = verdicts(projectWith(files)).filter(({ status }) => status === 'failed');
    expect(failed).toHaveLength(1);
    expect(failed[0]?.message).toContain(text);
  });

  it('is red for a rule that could not look at a file of its scope, even alone', () => {
    const at = projectWith({ 'src/a.ts': 'a' });
    at.write('src/a.ts', Buffer.from([0x61, 0xff, 0xfe, 0x62]));
    expect(verdicts(at, '-t', 'SEC-001').filter(({ status }) => status === 'failed')).toMatchObject([
      { title: expect.stringMatching(/^SEC-001/), message: expect.stringContaining('src/a.ts') },
    ]);
  });
});
