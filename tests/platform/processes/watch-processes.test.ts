import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bearsMark, markedCommand } from '../../../src/platform/processes/marked-command.js';
import { runCommand } from '../../../src/platform/processes/run-command.js';
import { type ProcessWatch, watchProcesses } from '../../../src/platform/processes/watch-processes.js';
import { makeFolder } from '../../support/make-folder.js';

// Small system programs are started here: that is what the module is for.
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) [ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    // There is no such process.
    return false;
  }
}

/** Runs a script of a shell that is watched; how many are left at the end, and the number that the script wrote down. */
async function watched(script: string, timeoutMs: number) {
  const folder = makeFolder();
  let watch: ProcessWatch | null = null;
  const { argv, mark } = markedCommand(['sh', '-c', script]);
  const end = await runCommand(argv, {
    cwd: folder,
    timeoutMs,
    onStart: (pid) => {
      watch = watchProcesses(pid, folder, mark);
    },
    onKill: () => (watch as ProcessWatch | null)?.look(),
  });
  const left = (watch as ProcessWatch | null)?.endAll();
  const note = join(folder, 'pid');
  return { end: end.kind, left, pid: existsSync(note) ? Number(readFileSync(note, 'utf8')) : 0 };
}

/** Sleeps far longer than the test, and writes down its number first. */
const SLEEPER = `sh -c 'echo $$ > pid; exec sleep 300'`;

describe.skipIf(process.platform !== 'linux')('watchProcesses', () => {
  it.each<[string, string, number, string]>([
    ['in the same group', `${SLEEPER}`, 700, 'timed-out'],
    ['in a session of its own, without environment', `setsid env -i ${SLEEPER}; sleep 300`, 700, 'timed-out'],
    ['behind an answer', `setsid env -i ${SLEEPER} >/dev/null 2>&1 </dev/null & sleep 0.3`, 20_000, 'exited'],
    [
      'orphaned at once, without environment, input and output',
      `(setsid env -i ${SLEEPER} >/dev/null 2>&1 </dev/null &) ; while [ ! -s pid ]; do :; done`,
      20_000,
      'exited',
    ],
    [
      'orphaned and elsewhere, with the output open',
      `here=$PWD; (cd / && setsid env -i sh -c "echo \\$\\$ > $here/pid; exec sleep 300" &) ; sleep 300`,
      700,
      'timed-out',
    ],
    [
      'orphaned at once and elsewhere, without anything',
      `here=$PWD; (cd / && setsid env -i sh -c "echo \\$\\$ > $here/pid; exec sleep 300" >/dev/null 2>&1 </dev/null &) ; while [ ! -s pid ]; do :; done`,
      20_000,
      'exited',
    ],
    [
      'orphaned at once and elsewhere, with a lower limit',
      `here=$PWD; (cd / && prlimit --locks=5:5 setsid env -i sh -c "echo \\$\\$ > $here/pid; exec sleep 300" >/dev/null 2>&1 </dev/null &) ; while [ ! -s pid ]; do :; done`,
      20_000,
      'exited',
    ],
  ])('ends what runs %s', async (_, script, timeoutMs, kind) => {
    const { end, left, pid } = await watched(script, timeoutMs);
    expect({ end, left }).toEqual({ end: kind, left: 0 });
    expect(pid).toBeGreaterThan(1);
    expect(isRunning(pid)).toBe(false);
  });

  it('marks what can be started, and only that', async () => {
    const { argv, mark } = markedCommand(['sh', '-c', 'echo "$0" $(cat /proc/self/limits)', 'a b']);
    const end = await runCommand(argv, { cwd: makeFolder(), timeoutMs: 20_000 });
    expect(mark).not.toBeNull();
    expect(end).toMatchObject({ kind: 'exited', status: 0, output: expect.stringMatching(`^a b .*${mark} ${mark}`) });
    expect(bearsMark(process.pid, mark ?? '')).toBe(false);
    expect(markedCommand(['no-such-program-anywhere'])).toEqual({ argv: ['no-such-program-anywhere'], mark: null });
    expect(markedCommand(['sh'], '').mark).toBeNull();
    expect(markedCommand(['/no/such/program']).mark).toBeNull();
  });

  it('leaves others alone', async () => {
    const folder = makeFolder();
    const other = runCommand(['sleep', '1'], { cwd: folder, timeoutMs: 20_000 });
    expect(await watched('true', 20_000)).toMatchObject({ end: 'exited', left: 0 });
    expect(await other).toMatchObject({ kind: 'exited', status: 0 });
  });
});
