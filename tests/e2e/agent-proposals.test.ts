import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { CLI, makeProject, type TestProject } from '../support/run-cli.js';

const AGENT = path.resolve(import.meta.dirname, '../support/fake-agent.mjs');
const CONTRACT = `contract_meta: { id: calls, version: 1 }
rules:
  non_negotiable:
    - id: OLD-1
      title: The old call is gone soon
      scope: ["src/**/*.ts"]
      behavior:
        forbidden_patterns:
          - pattern: /oldCall\\(/
            message: Use newCall
            auto_fix: { strategy: replace, hint: "newCall takes the same arguments" }
      example_violation: const x = oldCall(3)
      example_compliant: const x = newCall(3)
`;
const SOURCE = `import { newCall, oldCall } from './calls';
export const a = oldCall(1);
export const other = 2;
`;
const MENDED = SOURCE.replace('a = oldCall', 'a = newCall');

function projectWith(sin: string, extra = '', config: object = {}): TestProject {
  const project = makeProject({
    'contracts/calls.yml': CONTRACT,
    'src/a.ts': SOURCE,
    'src/calls.ts': 'export const newCall = (n: number) => n;\nexport const oldCall = newCall;\n',
    'tests/a.test.ts': '// a test\n',
  });
  const agent = [process.execPath, AGENT, sin, extra === 'ROOT' ? project.root : extra];
  project.write('.specflow/config.json', JSON.stringify({ heal_loop: { agent, ...config } }));
  return project;
}

const heal = (project: TestProject, ...more: readonly string[]) => {
  const run = project.specflow(['heal', '--agent', '--format', 'json', ...more], {
    env: { SECRET_TOKEN: 'x', WANTED: 'y', TMPDIR: SCRATCHES },
  });
  return { code: run.code, ...JSON.parse(run.stdout) };
};

/** A killed process whose parent is gone too may wait for somebody to take note of it. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    // There is no such process, or nothing is known of it any more.
    return false;
  }
}

/** Nobody else's scratch folders are in it. */
const SCRATCHES = realpathSync(mkdtempSync(path.join(tmpdir(), 'specflow-agents-')));
afterAll(() => rmSync(SCRATCHES, { recursive: true, force: true }));

const MODES = ['file', 'worktree'] as const;
const scratches = (): readonly string[] =>
  readdirSync(SCRATCHES).filter((name) => name.startsWith('specflow-scratch-'));

/** What the agent does, the gate that says no, and a part of what it says. */
const SINS: [sin: string, gate: string | null, told: string][] = [
  ['out of scope', 'agent-reach', 'outside the statement'],
  ['edits a test', 'agent-reach', 'tests/a.test.ts was'],
  ['edits another file', 'agent-reach', 'src/calls.ts was'],
  ['edits the contract', 'agent-reach', 'it is a contract'],
  ['edits our state', 'agent-reach', '.specflow/config.json was created'],
  ['creates a file', 'agent-reach', 'src/new.ts was created'],
  ['makes a link', 'agent-reach', 'src/link.ts was created'],
  ['becomes a link', 'agent-reach', 'ITSELF was replaced by something that is no file'],
  ['deletes the file', 'agent-reach', 'ITSELF was deleted'],
  ['answers and edits', 'agent-reach', 'two answers'],
  ['writes 100 MB into its copy', 'agent-reach', 'no text file'],
  ['garbage', 'agent-answer', ''],
  ['two answers', 'agent-answer', 'several answers'],
  ['claims success', 'agent-answer', 'no block'],
  ['suppresses', null, ''],
  ['breaks syntax', 'result-parses', ''],
  ['still violates', null, ''],
  ['fails', 'agent-answer', 'exited with 7'],
  ['writes 100 MB', 'agent-answer', 'wrote too much'],
];

describe.each(MODES)('heal --agent in mode %s', (agent_mode) => {
  it.each([['right'], ['edits its copy']])('keeps a fix the gates agree to: %s', (sin) => {
    const project = projectWith(sin, '', { agent_mode });
    expect(project.specflow(['heal']).code).toBe(1);
    const dry = heal(project, '--dry-run');
    expect(dry.results).toMatchObject([{ status: 'healed', source: 'agent' }]);
    expect(project.read('src/a.ts')).toBe(SOURCE);
    expect(heal(project)).toMatchObject({ code: 0, results: [{ status: 'healed', source: 'agent' }] });
    expect(project.read('src/a.ts')).toBe(MENDED);
  });

  describe('and one that', () => {
    const elsewhere = path.join(SCRATCHES, `theirs-${agent_mode}.ts`);
    const fileOf = (sin: string): string => `src/${sin.replaceAll(' ', '-')}.ts`;
    let healed: ReturnType<typeof heal>;
    let before: Readonly<Record<string, string>>;
    let project: TestProject;

    // Each sin is asked for in a file of its own, so that one run of the program shows all of them.
    beforeAll(() => {
      writeFileSync(elsewhere, SOURCE);
      project = projectWith('by file', elsewhere, { agent_mode, agent_attempts: 1 });
      for (const [sin] of SINS) project.write(fileOf(sin), SOURCE);
      before = project.snapshot();
      healed = heal(project, ...SINS.map(([sin]) => fileOf(sin)));
    }, 60_000);

    it.each(SINS)('%s changes nothing', (sin, gate, told) => {
      const result = healed.results.find(({ file }: { file: string }) => file === fileOf(sin));
      expect(result).toMatchObject({ status: 'escalated' });
      const attempt = result.attempts.at(-1);
      expect(attempt.source).toBe('agent');
      if (gate !== null) expect(attempt.gate).toBe(gate);
      expect(attempt.detail).toContain(told.replace('ITSELF', fileOf(sin)));
      expect(project.read(fileOf(sin))).toBe(SOURCE);
    });

    it('sins leaves no trace', () => {
      expect(healed.code).toBe(1);
      expect(healed.results).toHaveLength(SINS.length);
      const after = project.snapshot();
      for (const file of Object.keys(before)) expect(after[file], file).toBe(before[file]);
      expect(readFileSync(elsewhere, 'utf8')).toBe(SOURCE);
      expect(scratches()).toEqual([]);
    });
  });

  it.each(['writes to the project', 'writes a new file to the project', 'plants a git hook'])(
    'says so, takes no answer and asks no more where the agent %s',
    (sin) => {
      const project = projectWith(sin, 'ROOT', { agent_mode });
      project.git('init', '-q');
      const other = SOURCE.replace('a = oldCall', 'b = oldCall');
      project.write('src/b.ts', other);
      const { code, results, problems } = heal(project);
      expect(code).toBe(3);
      expect(problems).toMatchObject([{ code: 'agent/project-changed' }]);
      expect(results.map(({ status }: { status: string }) => status)).toEqual(['escalated', 'escalated']);
      expect(JSON.stringify(results)).toContain('is not asked again');
      expect(project.read('src/b.ts')).toBe(other);
    },
  );

  it.each(['hangs', 'forks a child', 'forks a child that flees'])(
    'stops an agent that %s, with all it started',
    (sin) => {
      const trace = path.join(makeFolder(), 'trace');
      const project = projectWith(sin, trace, { agent_mode, agent_timeout_seconds: 2 });
      expect(heal(project).results[0].attempts.at(-1).detail).toContain('stopped after 2 seconds');
      expect(project.read('src/a.ts')).toBe(SOURCE);
      if (!existsSync(trace)) return;
      const pid = Number(readFileSync(trace, 'utf8').split(' ')[0]);
      expect(isRunning(pid)).toBe(false);
    },
  );

  it.skipIf(process.platform !== 'linux')('ends what an agent leaves running behind it', () => {
    const trace = path.join(makeFolder(), 'trace');
    expect(heal(projectWith('leaves a child', trace, { agent_mode })).code).toBe(0);
    expect(isRunning(Number(readFileSync(trace, 'utf8').split(' ')[0]))).toBe(false);
  });

  it('asks a second time with the answer and what was wrong with it', () => {
    const trace = path.join(makeFolder(), 'prompt');
    const project = projectWith('learns from the objection', trace, { agent_mode });
    expect(heal(project)).toMatchObject({ code: 0, results: [{ status: 'healed', source: 'agent' }] });
    expect(project.read('src/a.ts')).toBe(MENDED);
    const second = readFileSync(`${trace}.2`, 'utf8');
    expect(second).toContain('What was wrong with it: ');
    expect(second).toContain('    export const a = newCall(1;');
    expect(readFileSync(`${trace}.1`, 'utf8')).not.toContain('What was wrong');
    const once = projectWith('learns from the objection', trace, { agent_mode, agent_attempts: 1 });
    expect(heal(once)).toMatchObject({ code: 1, results: [{ status: 'escalated' }] });
  });

  it('asks no more often than it is told to', () => {
    const trace = path.join(makeFolder(), 'asked');
    const { results } = heal(projectWith('never learns', trace, { agent_mode, agent_attempts: 3 }));
    expect(readFileSync(trace, 'utf8')).toBe('xxx');
    expect(results[0].attempts).toHaveLength(3);
  });
});

describe('what an agent has before it', () => {
  const seenIn = (config: object): string => {
    const project = projectWith('looks around', '', config);
    project.write('.gitignore', 'secrets.env\n');
    project.write('secrets.env', 'KEY=x\n');
    project.git('init', '-q');
    heal(project);
    const found = JSON.parse(project.specflow(['findings', 'list', '--json']).stdout).findings;
    return found.find(({ code }: { code: string }) => code === 'agent/observed').message;
  };

  it('is the one file', () => expect(seenIn({})).toBe('src src/a.ts'));

  it('or every file of the project but ignored ones and our state', () => {
    expect(seenIn({ agent_mode: 'worktree' })).toBe(
      'contracts contracts/calls.yml src src/a.ts src/calls.ts tests tests/a.test.ts',
    );
  });

  it.skipIf(process.platform !== 'linux')(
    'is swept up, with what still runs in it, by the run after a kill',
    async () => {
      const project = projectWith('hangs', '', { agent_mode: 'worktree' });
      const killed = spawn(process.execPath, [CLI, 'heal', '--agent'], {
        cwd: project.root,
        stdio: 'ignore',
        env: { ...process.env, CI: '', TMPDIR: SCRATCHES },
      });
      await expect.poll(() => agentsIn(scratches()).length, { timeout: 30_000 }).toBe(1);
      const [agent = 0] = agentsIn(scratches());
      killed.kill('SIGKILL');
      await new Promise((resolve) => killed.on('exit', resolve));
      expect(scratches()).toHaveLength(1);
      project.write(
        '.specflow/config.json',
        JSON.stringify({ heal_loop: { agent: [process.execPath, AGENT, 'right'] } }),
      );
      expect(heal(project).code).toBe(0);
      expect(scratches()).toEqual([]);
      expect(isRunning(agent)).toBe(false);
    },
  );
});

/** Processes that work in one of these folders of the temporary directory. */
function agentsIn(names: readonly string[]): readonly number[] {
  return readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return [];
    try {
      const cwd = readlinkSync(`/proc/${pid}/cwd`);
      return names.some((name) => cwd.startsWith(path.join(SCRATCHES, name))) ? [Number(pid)] : [];
    } catch {
      // It is gone, or somebody else's.
      return [];
    }
  });
}

describe('heal --agent', () => {
  it('teaches a pattern that waits for one human accept, and notes what the agent noticed', () => {
    const project = projectWith('right');
    heal(project);
    const [pattern] = JSON.parse(project.read('.specflow/fix-patterns.json')).patterns;
    expect(pattern).toMatchObject({
      rule_id: 'OLD-1',
      confidence: 0.5,
      provenance: 'agent',
      replacement_template: 'newCall(${1})',
    });
    const found = JSON.parse(project.specflow(['findings', 'list', '--json']).stdout).findings;
    expect(found).toMatchObject([{ code: 'agent/observed', message: 'helper.ts is not used by anybody.' }]);
    project.write('src/b.ts', SOURCE.replace('(1)', '(42)'));
    expect(project.specflow(['heal', '--format', 'json']).stdout).toContain('not accepted by a person yet');
    project.specflow(['patterns', 'accept', pattern.id]);
    expect(project.specflow(['heal']).code).toBe(0);
    expect(project.read('src/b.ts')).toBe(MENDED.replace('(1)', '(42)'));
  });

  it('tells an owner of an ignored file of the project that changed meanwhile', () => {
    const project = projectWith('writes an ignored file of the project', 'ROOT');
    project.git('init', '-q');
    project.write('.gitignore', '.env\n');
    project.write('.env', 'KEY=mine\n');
    expect(heal(project).code).toBe(0);
    const found = JSON.parse(project.specflow(['findings', 'list', '--json']).stdout).findings;
    expect(found).toMatchObject([{ code: 'agent/ignored-changed', file: '.env' }]);
    project.specflow(['findings', 'sync']);
    expect(JSON.parse(project.specflow(['findings', 'list', '--json']).stdout).findings).toHaveLength(1);
  });

  it('gives it no variable that nobody named, and no folder of the project', () => {
    const project = projectWith('environment', '', { agent_env: ['WANTED'] });
    heal(project);
    const [{ message }] = JSON.parse(project.specflow(['findings', 'list', '--json']).stdout).findings.filter(
      ({ code }: { code: string }) => code === 'agent/observed',
    );
    expect(message).toContain('WANTED');
    expect(message).not.toContain('SECRET_TOKEN');
    expect(message).not.toContain(project.root);
  });

  it('shows it the rule, the hint, the compliant example and the place', () => {
    const trace = path.join(makeFolder(), 'prompt');
    heal(projectWith('prompt', trace));
    const prompt = readFileSync(trace, 'utf8');
    for (const part of [
      'OLD-1',
      'Use newCall',
      'newCall takes the same',
      'const x = newCall(3)',
      'line 2, column 18',
    ]) {
      expect(prompt).toContain(part);
    }
  });

  it('is asked for by flag only, and says where none is configured', () => {
    const project = makeProject({ 'contracts/calls.yml': CONTRACT, 'src/a.ts': SOURCE });
    expect(project.specflow(['heal', '--agent'])).toMatchObject({ code: 2, stdout: '' });
  });
});
