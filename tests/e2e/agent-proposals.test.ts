import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { makeProject, type TestProject } from '../support/run-cli.js';

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
  const agent = [process.execPath, AGENT, sin, extra];
  return makeProject({
    'contracts/calls.yml': CONTRACT,
    '.specflow/config.json': JSON.stringify({ heal_loop: { agent, ...config } }),
    'src/a.ts': SOURCE,
    'src/calls.ts': 'export const newCall = (n: number) => n;\nexport const oldCall = newCall;\n',
    'tests/a.test.ts': '// a test\n',
  });
}

const heal = (project: TestProject, ...more: readonly string[]) => {
  const run = project.specflow(['heal', '--agent', '--format', 'json', ...more], {
    env: { SECRET_TOKEN: 'x', WANTED: 'y' },
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

describe('heal --agent', () => {
  it.each([['right'], ['edits its copy']])('keeps a fix the gates agree to: %s', (sin) => {
    const project = projectWith(sin);
    expect(project.specflow(['heal']).code).toBe(1);
    const dry = heal(project, '--dry-run');
    expect(dry.results).toMatchObject([{ status: 'healed', source: 'agent' }]);
    expect(project.read('src/a.ts')).toBe(SOURCE);
    expect(heal(project)).toMatchObject({ code: 0, results: [{ status: 'healed', source: 'agent' }] });
    expect(project.read('src/a.ts')).toBe(MENDED);
  });

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

  it.each<[string, string | null]>([
    ['out of scope', 'agent-reach'],
    ['edits a test', 'agent-answer'],
    ['garbage', 'agent-answer'],
    ['two answers', 'agent-answer'],
    ['claims success', 'agent-answer'],
    ['suppresses', null],
    ['breaks syntax', 'result-parses'],
    ['still violates', null],
    ['fails', 'agent-answer'],
    ['writes 100 MB', 'agent-answer'],
  ])('changes nothing where the agent %s', (sin, gate) => {
    const project = projectWith(sin);
    const before = project.snapshot();
    const { code, results } = heal(project);
    expect({ code, results }).toMatchObject({ code: 1, results: [{ status: 'escalated' }] });
    const attempt = results[0].attempts.at(-1);
    expect(attempt.source).toBe('agent');
    if (gate !== null) expect(attempt.gate).toBe(gate);
    const after = project.snapshot();
    for (const file of Object.keys(before)) expect(after[file], file).toBe(before[file]);
  });

  it.each(['hangs', 'forks a child'])('stops an agent that %s, with all it started', (sin) => {
    const trace = path.join(makeFolder(), 'trace');
    const project = projectWith(sin, trace, { agent_timeout_seconds: 2 });
    expect(heal(project).results[0].attempts.at(-1).detail).toContain('stopped after 2 seconds');
    expect(project.read('src/a.ts')).toBe(SOURCE);
    if (!existsSync(trace)) return;
    const pid = Number(readFileSync(trace, 'utf8').split(' ')[0]);
    expect(isRunning(pid)).toBe(false);
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
