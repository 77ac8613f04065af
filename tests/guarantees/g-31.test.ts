import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { expect } from 'vitest';
import { makeFaultProject, removeFolder, saveIn } from '../faults/fault-project.js';
import { flawsAfterFault, flawsAtTheEnd } from '../faults/judge.js';
import { copyOf } from '../faults/run-point.js';
import { makeFolder } from '../support/make-folder.js';
import { amount } from './harness/amount.js';
import { guarantee } from './harness/guarantee.js';
import { contractOf } from './harness/heal-in.js';
import { NEUTRAL_ENV } from './harness/run-process.js';
import type { Subject } from './harness/subject.js';

interface Stop {
  /** Milliseconds from the signal to the end; null where the run had ended before. */
  readonly took: number | null;
  readonly ending: string;
}

/** Presses Ctrl-C so many milliseconds after the start, or once it is time. */
function interrupt(cli: string, args: readonly string[], cwd: string, when: number | (() => boolean)): Promise<Stop> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const isTime = typeof when === 'number' ? () => performance.now() - started >= when : when;
    const child = spawn(process.execPath, [cli, ...args], { cwd, env: NEUTRAL_ENV, stdio: 'ignore' });
    let pressed: number | null = null;
    let giveUp: NodeJS.Timeout | undefined;
    const press = setInterval(() => {
      if (!isTime()) return;
      clearInterval(press);
      pressed = performance.now();
      child.kill('SIGINT');
      giveUp = setTimeout(() => child.kill('SIGKILL'), 6000);
    }, 2);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearInterval(press);
      clearTimeout(giveUp);
      resolve({ took: pressed === null ? null : performance.now() - pressed, ending: signal ?? String(code) });
    });
  });
}

/** @param moments milliseconds after the start */
async function expectConsistent(subject: Subject, template: string, moments: readonly number[]): Promise<number> {
  let hits = 0;
  for (const after of moments) {
    const root = copyOf(template);
    try {
      const { took, ending } = await interrupt(subject.cli, ['heal'], root, after);
      if (took !== null) hits++;
      expect(took ?? 0, `Ctrl-C after ${after} ms: ${ending}`).toBeLessThan(1000);
      expect(flawsAfterFault(root), `Ctrl-C after ${after} ms: ${ending}`).toEqual([]);
      await subject.run(['heal'], { cwd: root });
      expect(flawsAtTheEnd(root, 'none', null), `Ctrl-C after ${after} ms: ${ending}`).toEqual([]);
    } finally {
      removeFolder(root);
    }
  }
  return hits;
}

guarantee({
  id: 'G-31',
  async holds(subject) {
    const plain = makeFaultProject('none');
    const waiting = makeFaultProject('none');
    const marks = makeFolder({});
    const verify = [['sh', '-c', 'touch "$0" && sleep 5', join(marks, 'begun')]];
    saveIn(waiting, '.specflow/config.json', JSON.stringify({ heal_loop: { verify } }));
    try {
      const started = performance.now();
      const whole = copyOf(plain);
      await subject.run(['heal'], { cwd: whole }).finally(() => removeFolder(whole));
      const length = performance.now() - started;
      const times = amount(8, 200);
      const moments = Array.from({ length: times }, (_, n) => 20 + ((n + Math.random()) * length) / times);
      expect(await expectConsistent(subject, plain, moments)).toBeGreaterThan(times / 3);

      // With all fixes on disk, waiting for a command that proves them: they go back before the process ends.
      const root = copyOf(waiting);
      const { took, ending } = await interrupt(subject.cli, ['heal'], root, () => existsSync(join(marks, 'begun')));
      expect(took, ending).toBeLessThan(1000);
      expect(ending).toBe('130');
      expect(flawsAtTheEnd(root, 'disagrees', null)).toEqual([]);
      removeFolder(root);
    } finally {
      removeFolder(plain);
      removeFolder(waiting);
      removeFolder(marks);
    }
    const evil = makeFolder({
      'contracts/evil.yml': contractOf([{ id: 'EVIL-1', forbidden: '/^(a+)+\\1$/' }]),
      '.specflow/config.json': '{}',
      'src/a.txt': `${'a'.repeat(60)}b`,
    });
    const { took, ending } = await interrupt(subject.cli, ['check'], evil, 600);
    expect(took ?? 0, `during a regex: ${ending}`).toBeLessThan(1000);
  },
  bug: {
    file: 'src/cli.ts',
    find: "process.on('uncaughtException', breakDown);",
    replace: "process.on('uncaughtException', breakDown);\nprocess.on('SIGINT', () => undefined);",
  },
});
