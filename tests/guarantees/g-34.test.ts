import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { expect } from 'vitest';
import { parseEvidence } from '../../src/pattern-store/evidence/parse-evidence.js';
import { parseStore } from '../../src/pattern-store/format/parse-store.js';
import { makeFaultProject, readIn, removeFolder, saveIn } from '../faults/fault-project.js';
import { copyOf } from '../faults/run-point.js';
import { makeFolder } from '../support/make-folder.js';
import { storeWith } from '../support/sample-contract.js';
import { allEnded } from './harness/all-ended.js';
import { amount } from './harness/amount.js';
import { guarantee } from './harness/guarantee.js';
import { type ProcessEnd, runProcess } from './harness/run-process.js';
import type { Subject } from './harness/subject.js';

const A_YEAR_LATER = ['--require', resolve(import.meta.dirname, '../faults/clock-shim.cjs')];
const WRITERS = 8;
const ID = 'fix-sec-003-innerhtml';

/** Eight at once, each one update after the other: every one of them is in the store, and in its evidence. */
async function expectNoneLost(subject: Subject): Promise<void> {
  const root = makeFolder({ '.specflow/fix-patterns.json': storeWith('0.95', 'platinum') });
  const times = amount(3, 100);
  const reject = async (): Promise<void> => {
    for (let n = 0; n < times; n++) {
      const { code, stderr } = await subject.run(['patterns', 'reject', ID], { cwd: root, timeoutMs: 60_000 });
      expect(code, stderr).toBe(0);
    }
  };
  await allEnded(Array.from({ length: WRITERS }, reject));
  const { store } = parseStore('store', readIn(root, '.specflow/fix-patterns.json'));
  const { lines } = parseEvidence('evidence', readIn(root, '.specflow/evidence.jsonl'));
  expect(store?.patterns[0]?.failureCount).toBe(WRITERS * times);
  expect(lines?.filter(({ kind }) => kind === 'rejected')).toHaveLength(WRITERS * times);
  expect(readdirSync(join(root, '.specflow/runs'))).toEqual(['.gitignore']);
}

type Owner = Readonly<Record<string, string | number | null>>;

/** Puts a lock in place, as another process would have left it. */
function plantLock(root: string, name: string, owner: Owner): void {
  saveIn(
    root,
    `.specflow/runs/${name}.lock`,
    `${JSON.stringify({ token: 'a'.repeat(32), purpose: 'specflow heal', ...owner })}\n`,
  );
}

async function healLater(subject: Subject, root: string): Promise<ProcessEnd & { readonly took: number }> {
  const started = performance.now();
  const end = await runProcess(process.execPath, [...A_YEAR_LATER, subject.cli, 'heal'], { cwd: root });
  return { ...end, took: performance.now() - started };
}

guarantee({
  id: 'G-34',
  async holds(subject) {
    const { thisProcess } = await subject.load<typeof import('../../src/platform/processes/process-identity.js')>(
      'src/platform/processes/process-identity.ts',
    );
    const me: Owner = { ...thisProcess() };
    const template = makeFaultProject('none');
    try {
      await subject.run(['heal', 'src/a.ts'], { cwd: template });

      // Somebody lives, and a clock that was set says nothing about that.
      const held = copyOf(template);
      plantLock(held, 'heal', me);
      const refused = await healLater(subject, held);
      expect(refused.code).toBe(3);
      expect(refused.stderr).toContain(`process ${process.pid}`);
      expect(readIn(held, 'src/deep/c.ts')).toContain('abc12345');
      removeFolder(held);

      const dead = spawnSync('git', ['--version']).pid;
      for (const owner of [
        { ...me, pid: dead },
        { ...me, start: '1' },
        { ...me, boot: 'before' },
      ]) {
        const root = copyOf(template);
        plantLock(root, 'heal', owner);
        plantLock(root, 'store', owner);
        const { code, stderr, took } = await healLater(subject, root);
        expect(code, stderr).toBe(0);
        expect(took).toBeLessThan(5000);
        expect(readIn(root, 'src/deep/c.ts')).not.toContain('abc12345');
        expect(readdirSync(join(root, '.specflow/runs')).filter((name) => name.includes('lock'))).toEqual([]);
        removeFolder(root);
      }
    } finally {
      removeFolder(template);
    }
    await expectNoneLost(subject);
  },
  // Whoever is in the way is taken for dead.
  bug: {
    file: 'src/platform/state/lock.ts',
    find: 'if (!isLeftOver(holder, attempt)) return holder;',
    replace: 'if (!isLeftOver(holder, attempt) && holder.process === null) return holder;',
  },
});
