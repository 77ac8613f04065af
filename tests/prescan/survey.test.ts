import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleWorker } from '../../.ci/bundle.mjs';
import { withoutLimit } from '../../src/model/bounded.js';
import { DEFAULT_CONFIG } from '../../src/model/config.js';
import type { Rule } from '../../src/model/contract.js';
import { openWorkingTree } from '../../src/platform/files/working-tree.js';
import { startThread, type Thread } from '../../src/platform/runtime/start-thread.js';
import { planScan } from '../../src/prefilter/plan-scan.js';
import { prescanWith } from '../../src/prescan/prescan.js';
import { prescanJob } from '../../src/prescan/prescan-job.js';
import { openSurvey } from '../../src/prescan/survey.js';
import type { ScanOrder } from '../../src/prescan/threads/scan-order.js';
import { BATCH_FILES, endBatch, matchSetWriter, takeBatch } from '../../src/prescan/threads/shared-scan.js';
import type { ThreadPool } from '../../src/prescan/threads/thread-pool.js';
import { makeFolder } from '../support/make-folder.js';
import { forbidden, makeRule } from '../support/make-rule.js';

const RULES: readonly Rule[] = [
  makeRule({ id: 'A-1' }, forbidden(/\beval\s*\(/), forbidden(/(?=never)never/)),
  makeRule({ id: 'A-2' }, forbidden(/debugger/i), forbidden(/café/)),
];

const TEXTS = [
  'const a = 1;\n',
  'eval (x)\n',
  'DEBUGGER; never\n',
  'un café\n',
  '\0',
  '// specflow-ignore-next-line\n',
];

/** Enough for several batches. */
const FILES = 600;

const PROGRAMS = {
  'fails-at-once.mjs': "throw new Error('no');\n",
  'takes-and-fails.mjs': `import { parentPort } from 'node:worker_threads';
parentPort.once('message', ({ scan }) => {
  Atomics.add(scan.counters, 0, 1);
  throw new Error('no');
});
`,
  'takes-and-gives-up.mjs': `import { parentPort } from 'node:worker_threads';
parentPort.once('message', ({ scan: { counters, done } }) => {
  const batch = Atomics.add(counters, 0, 1);
  if (batch < done.length) Atomics.store(done, batch, 2);
});
`,
  'takes-and-sleeps.mjs': `import { parentPort } from 'node:worker_threads';
parentPort.once('message', ({ scan }) => {
  Atomics.add(scan.counters, 0, 1);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
});
`,
};

const SOURCES = Object.fromEntries(
  Array.from({ length: FILES }, (_, at) => [`src/${at}.ts`, TEXTS[at % TEXTS.length] ?? '']),
);

/** @param wait called before the first file is read in this thread */
function wordsOf(root: string, pool: ThreadPool | null, wait?: () => void): readonly unknown[] {
  const { readBytes, list } = openWorkingTree(root, DEFAULT_CONFIG, null);
  if (!readBytes) throw new Error('a working tree reads bytes');
  let read = 0;
  const counted: typeof readBytes = (path) => {
    if (read++ === 0) wait?.();
    return readBytes(path);
  };
  const files = list();
  const foresight = prescanWith({ readBytes: counted, within: withoutLimit, poolFor: () => pool })(files, () => RULES);
  const words = files.map((file) => {
    const word = foresight?.wordOf(file);
    return word?.kind === 'speaks' ? [file, ...[...word.checks].map(({ message }) => message)] : word?.kind;
  });
  foresight?.end();
  if (wait) expect(read).toBe(BATCH_FILES);
  return words;
}

function waitFor(path: string): void {
  // Nothing here can be told otherwise: the first thread has to stand still until the other one is done.
  for (const end = Date.now() + 20_000; Date.now() < end && !existsSync(path); );
}

function pool(root: string, program: string, helpers: number, patienceMs: number): ThreadPool {
  const threads = Array.from({ length: helpers }, () => startThread(program));
  return { threads, root, maxFileBytes: DEFAULT_CONFIG.maxFileBytes, milliseconds: 1000, patienceMs };
}

describe('a scan by several threads', () => {
  const folder = mkdtempSync(join(tmpdir(), 'specflow-test-'));
  const worker = join(folder, 'scan-worker.cjs');
  beforeAll(() => bundleWorker(worker));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([1, 3])('sees with %i helpers what one thread sees', (helpers) => {
    const root = makeFolder(SOURCES);
    const alone = wordsOf(root, null);
    expect(new Set(alone.map(String)).size).toBeGreaterThan(300);
    expect(wordsOf(root, pool(root, worker, helpers, 10_000))).toEqual(alone);
  });

  it('takes from a helper what it saw', () => {
    const root = makeFolder(SOURCES);
    const done = join(makeFolder({}), 'done');
    const helper = makeFolder({
      'helper.mjs': `import { writeFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
await import(${JSON.stringify(worker)});
parentPort.once('message', () => writeFileSync(${JSON.stringify(done)}, ''));
`,
    });
    const poolOfOne = pool(root, join(helper, 'helper.mjs'), 1, 10_000);
    expect(wordsOf(root, poolOfOne, () => waitFor(done))).toEqual(wordsOf(root, null));
  });

  it.each(['fails-at-once', 'takes-and-fails', 'takes-and-gives-up', 'takes-and-sleeps', 'is-not-there'])(
    'does over what a helper left that %s',
    (name) => {
      const root = makeFolder(SOURCES);
      const program = join(makeFolder(PROGRAMS), `${name}.mjs`);
      expect(wordsOf(root, pool(root, program, 2, 30))).toEqual(wordsOf(root, null));
    },
  );

  it('does not listen to a helper any more that it has given up', () => {
    let order: ScanOrder | null = null;
    const helper: Thread = {
      give: (given) => {
        order = given as ScanOrder;
      },
      dismiss: () => undefined,
    };
    const files = Array.from({ length: 3 * BATCH_FILES }, (_, at) => `${String(at).padStart(4, '0')}.ts`);
    const job = prescanJob(files, () => RULES);
    if (job === null) throw new Error('these rules can be prescanned');
    const looked: number[] = [];
    const told: number[] = [];
    const places = files.map((_, place) => place);
    const ahead = { file: (place: number) => void looked.push(place), end: () => undefined };
    const poolOfOne = { threads: [helper], root: '/', maxFileBytes: 1, milliseconds: 1, patienceMs: 1 };
    const task = { ...job, places, plan: planScan(job.patterns), stamps: undefined };
    const survey = openSurvey(
      task,
      poolOfOne,
      () => ahead,
      (place) => void told.push(place),
    );

    const { scan, matchSets } = order ?? expect.unreachable('it is given an order');
    const writer = matchSetWriter(matchSets, files.length);
    const see = (batch: number): void => {
      for (let at = 0; at < BATCH_FILES; at++) writer.write(batch * BATCH_FILES + at, []);
      writer.publish();
      endBatch(scan, batch, true);
    };
    const slow = takeBatch(scan) ?? -1;
    expect(survey.reach(0)).toBe(files.length);
    see(slow);
    expect([slow, looked.length, told]).toEqual([0, files.length, []]);
    expect(survey.reach(files.length - 1)).toBe(files.length);
    expect(told).toEqual([]);
  });
});
