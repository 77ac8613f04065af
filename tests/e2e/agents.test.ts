import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { agentPayload } from '../support/agent-payload.js';
import { CLI, type CliRun, makeProject, type TestProject } from '../support/run-cli.js';
import { SECURITY_CONTRACT, storeWith } from '../support/sample-contract.js';

const BAD = 'element.innerHTML = bio\n';
const GOOD = 'element.textContent = bio\n';
const REQUIRED = `contract_meta: { id: required, version: 1 }
rules:
  non_negotiable:
    - id: REQ-1
      title: Somebody logs
      scope: ["src/**/*.ts"]
      behavior:
        required_patterns:
          - pattern: /logger/
            message: Nobody logs
`;

function projectWith(files: Readonly<Record<string, string>>, options: { git?: boolean } = {}): TestProject {
  return makeProject({ 'contracts/security.yml': SECURITY_CONTRACT, ...files }, options);
}

function hook(project: TestProject, name: string, env: Readonly<Record<string, string>> = {}): CliRun {
  const [agent = ''] = name.split('-');
  return project.specflow(['hook', agent], { input: agentPayload(name, project.root), env });
}

const SILENT: CliRun = { code: 0, stdout: '', stderr: '' };

describe('hook', () => {
  it.each(['claude-write', 'claude-edit', 'claude-notebook-edit', 'codex-apply-patch', 'cursor-after-file-edit'])(
    'answers %s: silence for a clean edit, the violation and its remedy for a violating one',
    (name) => {
      // The rule that any file may satisfy is not asked of a single edit.
      const project = projectWith({ 'contracts/required.yml': REQUIRED, 'src/a.ts': GOOD });
      expect(hook(project, name)).toEqual(SILENT);
      project.write('src/a.ts', BAD);
      const { code, stdout, stderr } = hook(project, name);
      expect(stderr).toMatch(
        /^specflow: 1 contract violation\..*\nsrc\/a\.ts:1:8 SEC-003 Direct innerHTML assignment\n$/,
      );
      expect([code, stdout]).toEqual([2, '']);
      project.write('src/a.ts', GOOD);
      expect(hook(project, name)).toEqual(SILENT);
    },
  );

  it('judges by contracts that changed since the last edit', () => {
    const project = projectWith({ 'src/a.ts': BAD });
    expect(hook(project, 'claude-write').code).toBe(2);
    project.write('contracts/security.yml', SECURITY_CONTRACT.replaceAll('innerHTML', 'outerHTML'));
    expect(hook(project, 'claude-write')).toEqual(SILENT);
    project.write('contracts/security.yml', 'rules: [');
    expect(hook(project, 'claude-write')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^specflow hook claude could not look: contracts\/security\.yml:1 [^\n]*\n$/),
    });
  });

  it('is silent about what is ignored, gone, exempt, soft, not text or outside', () => {
    const project = projectWith({ '.gitignore': 'src/\n', 'src/a.ts': BAD }, { git: true });
    expect(hook(project, 'claude-write')).toEqual(SILENT);
    project.write('.gitignore', '');
    expect(hook(project, 'claude-write').code).toBe(2);
    project.write('src/a.ts', '// FIXME only a warning\n');
    expect(hook(project, 'claude-write')).toEqual(SILENT);
    project.write('.specflow/config.json', '{ "suppressions": { "allow_non_negotiable": true } }');
    project.write('src/a.ts', `// specflow-ignore-next-line SEC-003 -- trusted markup\n${BAD}`);
    expect(hook(project, 'claude-write')).toEqual(SILENT);
    const elsewhere = projectWith({ 'src/a.ts': BAD });
    const payload = agentPayload('claude-write', elsewhere.root).replace(
      `"cwd": "${elsewhere.root}"`,
      `"cwd": "${project.root}"`,
    );
    expect(project.specflow(['hook', 'claude'], { input: payload })).toEqual(SILENT);
  });

  it('finds the project whatever folder the agent has wandered to', () => {
    const project = projectWith({ 'src/a.ts': BAD });
    const wanderer = makeProject({ 'package.json': '{}' });
    const payload = agentPayload('claude-write', project.root).replace(
      `"cwd": "${project.root}"`,
      `"cwd": "${wanderer.root}"`,
    );
    const run = wanderer.specflow(['hook', 'claude'], { input: payload, env: { CLAUDE_PROJECT_DIR: project.root } });
    expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining('SEC-003') });
  });

  it('judges a package by its own contracts where the repository has none', () => {
    const project = makeProject(
      { 'packages/app/contracts/security.yml': SECURITY_CONTRACT, 'packages/app/src/a.ts': BAD },
      { git: true },
    );
    const payload = agentPayload('claude-write', project.root).replace('/src/a.ts', '/packages/app/src/a.ts');
    expect(project.specflow(['hook', 'claude'], { input: payload })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('\npackages/app/src/a.ts:1:8 SEC-003'),
    });
  });

  it('at the end of a turn judges the packages that changed, where the repository has no contract', () => {
    const project = makeProject(
      {
        'packages/app/contracts/security.yml': SECURITY_CONTRACT,
        'packages/app/src/a.ts': GOOD,
        'packages/lib/contracts/security.yml': SECURITY_CONTRACT,
        'packages/lib/src/old.ts': BAD,
        'README.md': '',
      },
      { git: true },
    );
    expect(hook(project, 'claude-stop')).toEqual(SILENT);
    project.write('README.md', 'changed');
    expect(hook(project, 'claude-stop')).toEqual(SILENT);
    project.write('packages/app/src/a.ts', BAD);
    const { code, stderr } = hook(project, 'claude-stop');
    expect(code).toBe(2);
    expect(stderr).toContain('\npackages/app/src/a.ts:1:8 SEC-003');
    expect(stderr).not.toContain('old.ts');
  });

  it('says that it could not look where the package that changed loads none of its contracts', () => {
    const project = makeProject(
      {
        'packages/app/contracts/security.yml': SECURITY_CONTRACT,
        'packages/app/.specflow/config.json': '{ "contracts": ["rules/*.yml"] }',
        'packages/app/src/a.ts': GOOD,
      },
      { git: true },
    );
    expect(hook(project, 'claude-stop')).toEqual(SILENT);
    project.write('packages/app/src/a.ts', BAD);
    expect(hook(project, 'claude-stop')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('No contract was found'),
    });
  });

  it('says that it could not look, without stopping the agent', () => {
    const project = projectWith({ 'src/a.ts': BAD });
    const empty = makeProject({ 'src/a.ts': BAD });
    const runs: readonly (readonly [CliRun, string])[] = [
      [project.specflow(['hook', 'claude'], { input: 'no json' }), 'no JSON object'],
      [project.specflow(['hook', 'claude'], { input: '' }), 'no JSON object'],
      [project.specflow(['hook', 'claud'], { input: '{}' }), 'claude, codex, cursor'],
      [hook(empty, 'claude-write'), 'No contract was found'],
    ];
    for (const [run, reason] of runs) {
      expect(run).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(reason) });
      expect(run.stderr.trimEnd().split('\n')).toHaveLength(1);
    }
  });

  it('at the end of a turn judges what is changed, with required patterns over their whole scope', () => {
    const project = projectWith(
      { 'contracts/required.yml': REQUIRED, 'src/old.ts': BAD, 'src/a.ts': 'logger\n' },
      { git: true },
    );
    expect(hook(project, 'claude-stop')).toEqual(SILENT);
    project.write('src/a.ts', GOOD);
    const { code, stderr } = hook(project, 'codex-stop');
    expect(code).toBe(2);
    expect(stderr).toContain('REQ-1 Nobody logs');
    expect(stderr).not.toContain('src/old.ts');
    expect(hook(project, 'claude-stop-again')).toEqual(SILENT);

    const cursor = hook(project, 'cursor-stop');
    expect(cursor).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(cursor.stdout)).toEqual({ followup_message: expect.stringContaining('REQ-1') });
    project.write('src/a.ts', 'logger\n');
    expect(hook(project, 'cursor-stop')).toEqual(SILENT);
  });

  it('tells Cursor once, where it has hooks of its own beside those of Claude', () => {
    const project = projectWith({ 'src/a.ts': BAD });
    const ask = (): CliRun =>
      project.specflow(['hook', 'claude'], { input: agentPayload('cursor-through-claude', project.root) });
    expect(ask().code).toBe(2);
    project.specflow(['hooks', 'install', '--agent', 'cursor']);
    expect(ask()).toEqual(SILENT);
  });
});

it('loads nothing for a hook that it can do without', () => {
  const dist = path.dirname(CLI);
  const loaded = new Map<string, string>();
  const load = (file: string): void => {
    if (loaded.has(file)) return;
    const text = readFileSync(file, 'utf8');
    loaded.set(file, text);
    for (const [, target = ''] of text.matchAll(/(?<!\w)require\(["'](\.[^"']+)["']\)/g)) {
      load(path.resolve(path.dirname(file), target));
    }
  };
  load(CLI);
  load(path.join(dist, 'commands/answer-hook.cjs'));
  expect(loaded.size).toBe(2);
  const at = [...loaded.values()];
  const all = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.c?js$/.test(file))
    .map((file) => readFileSync(path.join(dist, file), 'utf8'));
  // A text of each package that survives being made small.
  const signs = ['commander.unknownCommand', 'YAMLParseError', 'node_modules/fast-glob', 'No newline at end of file'];
  const has = (texts: readonly string[], sign: string): boolean => texts.some((text) => text.includes(sign));
  expect(signs.filter((sign) => !has(all, sign))).toEqual([]);
  expect(signs.filter((sign) => has(at, sign))).toEqual([]);
});

describe('hooks', () => {
  /** The program as npm installs it. */
  function installed(project: TestProject, program = CLI): TestProject {
    mkdirSync(path.join(project.root, 'node_modules/.bin'), { recursive: true });
    symlinkSync(program, path.join(project.root, 'node_modules/.bin/specflow'));
    return project;
  }

  it.each([
    ['claude', '.claude/settings.json'],
    ['codex', '.codex/hooks.json'],
    ['cursor', '.cursor/hooks.json'],
  ])('of %s are installed once, proven to fire, and removed without a trace', (agent, file) => {
    const mine = '{\n  "version": 1,\n  "mine": [1,  2]\n}\n';
    const project = installed(projectWith({ [file]: mine }, { git: true }));
    const run = (verb: string): CliRun => project.specflow(['hooks', verb, '--agent', agent]);
    expect(run('status')).toMatchObject({ code: 1, stdout: expect.stringContaining('not installed') });
    expect(run('install')).toMatchObject({ code: 0, stdout: expect.stringContaining(file) });
    const text = project.read(file);
    expect(text).toContain('"mine": [1,  2]');
    expect(run('install').code).toBe(0);
    expect(project.read(file)).toBe(text);

    const before = project.snapshot();
    const status = run('status');
    expect(status.stdout.match(/^fires /gm)).toHaveLength(2);
    expect(status.code).toBe(0);
    expect(project.specflow(['hooks', 'status'])).toEqual(status);
    expect(project.snapshot()).toEqual(before);

    expect(run('uninstall').code).toBe(0);
    expect(project.read(file)).toBe(mine);
  });

  it.each(['claude', 'codex', 'cursor'])('of %s leave no settings behind that held nothing else', (agent) => {
    const project = projectWith({});
    const before = project.snapshot();
    project.specflow(['hooks', 'install', '--agent', agent]);
    expect(project.snapshot()).not.toEqual(before);
    expect(project.specflow(['hooks', 'uninstall', '--agent', agent])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^removed /),
    });
    expect(project.snapshot()).toEqual(before);
  });

  it('fire through the command line that the README shows', () => {
    const project = installed(projectWith({}));
    const command = 'npx --no-install specflow hook cursor';
    project.write('.cursor/hooks.json', JSON.stringify({ version: 1, hooks: { afterFileEdit: [{ command }] } }));
    const { stdout, code } = project.specflow(['hooks', 'status', '--agent', 'cursor']);
    expect(stdout).toContain(`fires          afterFileEdit  ${command}`);
    expect(stdout).toContain('not installed  stop');
    expect(code).toBe(1);
  });

  it('shows up a hook that never fires, one that always does, and one that is not run from here', () => {
    const project = projectWith({});
    const settings = (command: string): string =>
      JSON.stringify({ hooks: { PostToolUse: [{ hooks: [{ type: 'command', command }] }] } });
    const status = (command: string): CliRun => {
      project.write('.claude/settings.json', settings(command));
      return project.specflow(['hooks', 'status', '--agent', 'claude']);
    };
    project.write('silent-specflow', '');
    project.write('loud-specflow', 'console.error("SPECFLOW-PROBE"); process.exitCode = 2\n');
    expect(status('node silent-specflow hook claude')).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(
        /does not work {2}PostToolUse[^\n]*\n +it said nothing of a violation \(exit code 0\)/,
      ),
    });
    expect(status('node loud-specflow hook claude').stdout).toContain('is not silent about a clean file');
    expect(status('./no-such-specflow hook claude').stdout).toContain('exit code 127');
    expect(status('touch pwned; specflow hook claude').stdout).toContain('was not run from here');
    expect(Object.keys(project.snapshot())).not.toContain('pwned');
  });

  it('go into the settings of one user on request, and never twice', () => {
    const project = projectWith({});
    const run = (...args: readonly string[]): CliRun => project.specflow(['hooks', ...args]);
    expect(run('install', '--agent', 'claude', '--local').code).toBe(0);
    expect(project.read('.claude/settings.local.json')).toContain('npx --no-install specflow hook claude');
    expect(run('install', '--agent', 'claude').stdout).toContain('kept');
    expect(Object.keys(project.snapshot())).not.toContain('.claude/settings.json');
    expect(run('install', '--agent', 'cursor', '--local')).toMatchObject({ code: 2 });
    expect(run('install').stderr).toContain('--agent');
    expect(run('uninstall', '--agent', 'claude', '--local').code).toBe(0);
    expect(run('status')).toMatchObject({ code: 1, stdout: expect.stringContaining('No coding agent has our hooks') });
  });

  it('leave settings with comments alone, and say what to add', () => {
    const commented = '{\n  // mine\n}\n';
    const project = projectWith({ '.claude/settings.json': commented });
    expect(project.specflow(['hooks', 'install', '--agent', 'claude'])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/comments[\s\S]*"PostToolUse"/),
    });
    expect(project.read('.claude/settings.json')).toBe(commented);
  });
});

describe('guard', () => {
  it('tells the rules and proven fixes of files, there or not yet', () => {
    const project = projectWith({ '.specflow/fix-patterns.json': storeWith('0.95', 'platinum') });
    const { code, stdout } = project.specflow([
      'guard',
      'src/new.ts',
      'src/other.ts',
      'README.md',
      'contracts/security.yml',
    ]);
    expect(stdout).toMatch(/^src\/new\.ts, src\/other\.ts\n {2}SEC-001 error [^\n]* Fix: Replace hardcoded value/);
    expect(stdout).toMatch(/ {2}SEC-003 error [^\n]*\n {4}proven fix \(platinum 0\.95, fix-sec-003-innerhtml\)/);
    expect(stdout).toContain('\nREADME.md: no rule applies\n');
    expect(stdout).toContain('contracts/security.yml: no rule applies, it is a contract');
    expect(code).toBe(0);

    const json = JSON.parse(project.specflow(['guard', 'src/new.ts', '--format', 'json']).stdout);
    expect(json.files[0].rules.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual([
      'SEC-001',
      'SEC-003',
      'STYLE-1',
    ]);
    expect(json.files[0].rules[1].fixes).toEqual([
      expect.objectContaining({ id: 'fix-sec-003-innerhtml', tier: 'platinum', confidence: 0.95 }),
    ]);
  });

  it('calls no fix proven that heal would not apply, and refuses a path outside', () => {
    const project = projectWith({ '.specflow/fix-patterns.json': storeWith('0.65', 'silver') });
    expect(project.specflow(['guard', 'src/a.ts']).stdout).not.toContain('proven');
    expect(project.specflow(['guard', '../a.ts'])).toMatchObject({ code: 2 });
  });
});

describe('export agents-md', () => {
  it('creates the file, keeps its block up to date and touches nothing else', () => {
    const project = projectWith({ 'CLAUDE.md': '# Mine\n' });
    const run = (...args: readonly string[]): CliRun => project.specflow(['export', 'agents-md', ...args]);
    expect(run('--check')).toMatchObject({ code: 1, stdout: expect.stringContaining('stale') });
    expect(Object.keys(project.snapshot())).not.toContain('AGENTS.md');
    expect(run().code).toBe(0);
    expect(project.read('AGENTS.md')).toContain('**SEC-003** No innerHTML');
    expect(run('--check').code).toBe(0);

    run('--file', 'CLAUDE.md');
    project.write('CLAUDE.md', `${project.read('CLAUDE.md')}\nbelow\n`);
    project.write('contracts/security.yml', SECURITY_CONTRACT.replace('No innerHTML', 'No markup'));
    expect(run('--check', '--file', 'CLAUDE.md').code).toBe(1);
    run('--file', 'CLAUDE.md');
    expect(project.read('CLAUDE.md')).toMatch(
      /^# Mine\n\n<!-- specflow:start -->[\s\S]*No markup[\s\S]*-->\n\nbelow\n$/,
    );
  });

  it('writes nothing while a contract does not load, or where the markers are no pair', () => {
    const project = projectWith({ 'AGENTS.md': '<!-- specflow:start -->\n' });
    const before = project.snapshot();
    expect(project.specflow(['export', 'agents-md'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('pair'),
    });
    project.write('contracts/broken.yml', 'rules: [');
    expect(project.specflow(['export', 'agents-md', '--file', 'CLAUDE.md']).code).toBe(2);
    expect(project.snapshot()).toEqual({ ...before, 'contracts/broken.yml': 'rules: [' });
  });
});
