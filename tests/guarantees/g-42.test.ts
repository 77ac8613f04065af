import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { guarantee } from './harness/guarantee.js';
import { contractOf } from './harness/heal-in.js';
import { NEUTRAL_ENV } from './harness/run-process.js';
import type { Subject } from './harness/subject.js';

/** Writes down how it was called, beside itself. */
const RECORDER = `import { appendFileSync } from 'node:fs';
appendFileSync(new URL('called.jsonl', import.meta.url), JSON.stringify({ args: process.argv.slice(2), env: process.env, cwd: process.cwd() }) + '\\n');
`;

/** Starts a child that would go on for a minute, tells its number, and waits with it. */
const PARENT = `import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
const child = spawn(process.execPath, ['-e', 'setTimeout(() => undefined, 60000)'], { stdio: 'ignore' });
writeFileSync(process.argv[2], String(child.pid));
setTimeout(() => undefined, 60000);
`;

const CANARY = 'canary-zq81';
/** Each would be something else to a shell. */
const WORDS = [
  '$(touch pwned)',
  '`touch pwned`',
  '; touch pwned',
  '| touch pwned',
  '&& touch pwned',
  '> pwned',
  '*',
  '~',
  '$HOME',
  '%PATH%',
  "it's",
  '"',
  '\\',
  'a b',
  '',
  '-rf',
  '--',
  '\n',
];

interface Call {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // What was killed and not yet waited for is as good as gone.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    // No such process.
    return false;
  }
}

async function diesWithin(pid: number, ms: number): Promise<boolean> {
  for (let waited = 0; waited < ms && isAlive(pid); waited += 50) await wait(50);
  return !isAlive(pid);
}

async function endsTheWholeGroup(subject: Subject): Promise<void> {
  const { runCommand } = await subject.load<typeof import('../../src/platform/processes/run-command.js')>(
    'src/platform/processes/run-command.ts',
  );
  const cwd = makeFolder({ 'parent.mjs': PARENT });
  const note = join(cwd, 'child.pid');
  const result = await runCommand([process.execPath, 'parent.mjs', note], { cwd, timeoutMs: 1500 });
  expect(result.kind).toBe('timed-out');
  const child = Number(readFileSync(note, 'utf8'));
  expect(child).toBeGreaterThan(1);
  const isGone = await diesWithin(child, 2000);
  if (!isGone) process.kill(child, 'SIGKILL');
  expect(isGone, 'the child of the command is gone').toBe(true);
}

/** It gets its words and the variables it was promised, and sits in a folder that is not the project. */
async function agentIsTreatedAlike(subject: Subject): Promise<void> {
  const tool = makeFolder({ 'record.mjs': RECORDER });
  const agent = [process.execPath, join(tool, 'record.mjs'), ...WORDS];
  const folder = makeFolder({
    'contracts/plain.yml': contractOf([{ id: 'R-1', scope: ['src/**'], forbidden: '/\\beval\\(/' }]),
    '.specflow/config.json': JSON.stringify({ heal_loop: { agent, agent_env: ['AGENT_KEY'] } }),
    'src/$(touch pwned).ts': 'export const f = (x: string) => eval(x)\n',
  });
  const env = { MY_CANARY: CANARY, NPM_TOKEN: CANARY, AGENT_KEY: 'promised' };
  const { code } = await subject.run(['heal', '--agent'], { cwd: folder, env });
  expect(code).toBe(1);
  // It answers nothing of use, so it is asked once more.
  const calls = callsOf(tool);
  expect(calls).toHaveLength(2);
  for (const call of calls) {
    expect(call.args).toEqual(WORDS);
    expect(call.env.AGENT_KEY).toBe('promised');
    expect(JSON.stringify(call.env)).not.toContain(CANARY);
    expect(`${call.cwd}/`).not.toContain(`${folder}/`);
  }
  for (const place of [folder, join(folder, 'src'), tool]) expect(existsSync(join(place, 'pwned')), place).toBe(false);
}

function callsOf(tool: string): readonly Call[] {
  return readFileSync(join(tool, 'called.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

guarantee({
  id: 'G-42',
  async holds(subject) {
    const tool = makeFolder({ 'record.mjs': RECORDER });
    const program = [process.execPath, join(tool, 'record.mjs')];
    const folder = makeFolder({
      'contracts/plain.yml': contractOf([
        {
          id: 'R-1',
          scope: ['src/**'],
          forbidden: '/bad/',
          fix: { strategy: 'replace', find: 'bad', replace: 'good' },
        },
      ]),
      '.specflow/config.json': JSON.stringify({ heal_loop: { verify: [[...program, ...WORDS]] } }),
      'src/$(touch pwned).txt': 'bad\n',
      'src/-rf.txt': 'bad\n',
      'src/; touch pwned.txt': 'bad\n',
    });
    const env = {
      MY_CANARY: CANARY,
      AWS_SECRET_ACCESS_KEY: CANARY,
      NPM_TOKEN: CANARY,
      GITHUB_TOKEN: CANARY,
      NODE_OPTIONS: '--no-warnings',
      LD_PRELOAD: '',
      GIT_DIR: '/nowhere',
      PATH: NEUTRAL_ENV.PATH ?? '',
    };
    const { code, stdout, stderr } = await subject.run(['heal', '--format', 'json'], { cwd: folder, env });
    expect(code, stdout + stderr).toBe(0);
    for (const file of ['$(touch pwned).txt', '-rf.txt', '; touch pwned.txt']) {
      expect(readFileSync(join(folder, 'src', file), 'utf8')).toBe('good\n');
    }
    const calls = callsOf(tool);
    expect(calls.length).toBeGreaterThan(0);
    for (const call of calls) {
      expect(call.args).toEqual(WORDS);
      expect(call.cwd).toBe(folder);
      expect(JSON.stringify(call.env)).not.toContain(CANARY);
      for (const name of ['NODE_OPTIONS', 'LD_PRELOAD', 'GIT_DIR']) expect(call.env).not.toHaveProperty(name);
      expect(call.env.PATH).toBe(env.PATH);
    }
    for (const place of [folder, join(folder, 'src'), tool])
      expect(existsSync(join(place, 'pwned')), place).toBe(false);

    // A command that is one string would need a shell to be taken apart; there is none.
    const asString = makeFolder({
      'contracts/plain.yml': contractOf([{ id: 'R-1', forbidden: '/bad/' }]),
      '.specflow/config.json': JSON.stringify({ heal_loop: { verify: ['touch pwned'] } }),
      'src/a.txt': 'bad\n',
    });
    expect((await subject.run(['heal'], { cwd: asString })).code).toBe(2);
    expect(existsSync(join(asString, 'pwned'))).toBe(false);

    await agentIsTreatedAlike(subject);
    await endsTheWholeGroup(subject);
  },
  bug: {
    file: 'src/platform/processes/run-command.ts',
    find: 'process.kill(-child.pid, ',
    replace: 'process.kill(child.pid, ',
  },
});
