import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../../src/platform/processes/run-command.js';
import { makeFolder } from '../../support/make-folder.js';

// Small system programs are started here: that is what the module is for.
const options = (cwd = makeFolder()) => ({ cwd, timeoutMs: 20_000 });

describe('runCommand', () => {
  it('answers how a command ended', async () => {
    expect(await runCommand(['true'], options())).toEqual({ kind: 'exited', status: 0, output: '' });
    expect(await runCommand(['false'], options())).toEqual({ kind: 'exited', status: 1, output: '' });
    expect(await runCommand(['sh', '-c', 'kill -TERM $$'], options())).toMatchObject({
      kind: 'signalled',
      signal: 'SIGTERM',
    });
    expect(await runCommand(['no-such-program-anywhere'], options())).toMatchObject({ kind: 'not-started' });
    expect(await runCommand([], options())).toMatchObject({ kind: 'not-started' });
  });

  it('gives arguments to no shell', async () => {
    const folder = makeFolder();
    const result = await runCommand(['echo', '$(touch pwned)', '; touch pwned', '-rf.ts'], options(folder));
    expect(result).toEqual({ kind: 'exited', status: 0, output: '$(touch pwned) ; touch pwned -rf.ts\n' });
    expect(existsSync(join(folder, 'pwned'))).toBe(false);
  });

  it('hands over input, also to a program that does not read it, and variables', async () => {
    const given = { ...options(), input: 'line\n', env: { GIVEN: 'value' } };
    expect(await runCommand(['sh', '-c', 'cat; echo $GIVEN'], given)).toMatchObject({ output: 'line\nvalue\n' });
    const unread = { ...options(), input: 'x'.repeat(1_000_000) };
    expect(await runCommand(['true'], unread)).toEqual({ kind: 'exited', status: 0, output: '' });
    expect(await runCommand(['cat'], options())).toEqual({ kind: 'exited', status: 0, output: '' });
  });

  it('passes on no secret and no NODE_OPTIONS', async () => {
    process.env.SPECFLOW_CANARY = 'secret';
    const result = await runCommand(['env'], options());
    delete process.env.SPECFLOW_CANARY;
    expect(result).toMatchObject({ kind: 'exited', output: expect.stringContaining('PATH=') });
    expect(JSON.stringify(result)).not.toMatch(/CANARY|NODE_OPTIONS|VITEST/);
  });

  it('keeps the end of a long output', async () => {
    const result = await runCommand(['sh', '-c', 'seq 1 100000'], options());
    const output = 'output' in result ? result.output : '';
    expect(output.endsWith('99999\n100000\n')).toBe(true);
    expect(output.length).toBeLessThanOrEqual(64 * 1024);
  });

  it('kills the whole group when time is up', async () => {
    const script = 'sleep 600 & echo $!; wait';
    const result = await runCommand(['sh', '-c', script], { cwd: makeFolder(), timeoutMs: 150 });
    expect(result.kind).toBe('timed-out');
    const child = Number('output' in result ? result.output : '');
    await expect.poll(() => isAlive(child)).toBe(false);
  });
});

/** A killed process that nobody reaped yet is a zombie, not alive. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/State:\s+Z/.test(readStatus(pid));
  } catch {
    // No such process.
    return false;
  }
}

function readStatus(pid: number): string {
  return readFileSync(`/proc/${pid}/status`, 'utf8');
}
