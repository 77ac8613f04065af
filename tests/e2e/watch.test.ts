import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { CLI, makeProject, type TestProject } from '../support/run-cli.js';
import { SECURITY_CONTRACT } from '../support/sample-contract.js';

const BAD = 'element.innerHTML = bio\n';
const RUN_ENDED = /Watching; Ctrl-C ends\.\n/g;
const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

interface Watched {
  /** What was printed by the next run, once it is over. */
  nextRun(): Promise<string>;
  /** Exit code after a signal, as a shell tells it: a signal that comes in the middle of a run ends it by itself. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

function watch(at: TestProject, ...args: readonly string[]): Watched {
  const child = spawn(process.execPath, [CLI, 'check', '--watch', ...args], {
    cwd: at.root,
    env: { PATH: process.env.PATH, HOME: at.root, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let heard = '';
  let seen = 0;
  let wake = (): void => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      heard += chunk.toString();
      wake();
    });
  }
  return {
    async nextRun() {
      for (;;) {
        RUN_ENDED.lastIndex = seen;
        const found = RUN_ENDED.exec(heard);
        if (found) {
          const text = heard.slice(seen, RUN_ENDED.lastIndex);
          seen = RUN_ENDED.lastIndex;
          return text;
        }
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    end: (signal) =>
      new Promise((resolve) => {
        child.on('exit', (code) => resolve(code ?? 128 + constants.signals[signal]));
        child.kill(signal);
      }),
  };
}

const project = (): TestProject =>
  makeProject(
    {
      'contracts/security.yml': SECURITY_CONTRACT,
      '.gitignore': 'dist/\n',
      'src/a.ts': 'export {}\n',
      'src/b.ts': 'export {}\n',
    },
    { git: true },
  );

describe('check --watch', () => {
  it('shows no secret that only a rule nobody asked for knows', async () => {
    const at = project();
    at.write('src/a.ts', 'const password = "zq7vXk2mPw9e"; element.innerHTML = "zq7vXk2mPw9e"\n');
    const said = await watch(at, '--rule', 'SEC-003', '--format', 'json').nextRun();
    expect(said).toContain('element.innerHTML');
    expect(said).not.toContain('zq7vXk2mPw9e');
  });

  it('tells of each change, reads only what changed, and ends with a signal', async () => {
    const at = project();
    const watching = watch(at);
    expect(await watching.nextRun()).toMatch(/no error {2}\(2 files of 2 read/);
    at.write('src/a.ts', BAD);
    const second = await watching.nextRun();
    expect(second).toContain('src/a.ts:1:8  error  SEC-003');
    expect(second).toMatch(/1 error {2}\(1 file of 2 read/);
    at.write('src/deep/new.ts', BAD);
    expect(await watching.nextRun()).toContain('src/deep/new.ts:1:8');
    rmSync(path.join(at.root, 'src/deep'), { recursive: true });
    at.write('src/a.ts', 'export {}\n');
    let last = await watching.nextRun();
    // A removal and a save may come as two batches.
    if (!last.includes('no error')) last = await watching.nextRun();
    expect(last).toContain('no error');
    expect(await watching.end('SIGINT')).toBe(130);
  });

  it('loads changed contracts, and waits out a broken one', async () => {
    const at = project();
    const watching = watch(at);
    await watching.nextRun();
    at.write('contracts/security.yml', SECURITY_CONTRACT.replace('/\\.innerHTML\\s*=/', '/export/'));
    expect(await watching.nextRun()).toContain('src/a.ts:1:1  error  SEC-003');
    at.write('.specflow/config.json', '{ "exlude": [] }');
    expect(await watching.nextRun()).toMatch(/exclude[\s\S]*Nothing was checked/);
    at.write('.specflow/config.json', '{ "exclude": ["src/"] }');
    expect(await watching.nextRun()).toContain('no error');
    expect(await watching.end('SIGTERM')).toBe(143);
  });

  it('does not look at ignored folders', async () => {
    const at = project();
    at.write('dist/out.ts', BAD);
    const watching = watch(at);
    await watching.nextRun();
    at.write('dist/out.ts', `${BAD}${BAD}`);
    at.write('src/b.ts', BAD);
    const next = await watching.nextRun();
    expect(next).toContain('src/b.ts');
    expect(next).not.toContain('dist');
  });

  it.each([
    [['--staged'], 'usage/conflicting-option'],
    [['--shard', '1/2'], 'usage/conflicting-option'],
    [['-o', 'json=x.json'], 'usage/watch'],
    [['--format', 'blob'], 'usage/watch'],
  ])('refuses %j', (args, code) => {
    expect(project().specflow(['check', '--watch', ...args])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(code),
    });
  });
});
