import path from 'node:path';
import process from 'node:process';
import { BroadcastChannel } from 'node:worker_threads';
import fc from 'fast-check';
import fastGlob from 'fast-glob';
import { describe, it, type RunnerTestCase, type RunnerTestSuite, TestRunner } from 'vitest';

// What `in-place-runner.mjs` has a worker of Vitest load: all tests of a group under one roof, and one test of its own
// that never ends and runs those the runner asks for.

/** What the instrumented sources and Stryker tell each other. */
interface Stryker {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: unknown;
}

type Question =
  | { readonly kind: 'dry-run' }
  | {
      readonly kind: 'mutant';
      readonly id: string;
      readonly ids: readonly string[];
      readonly hitLimit: number | undefined;
      readonly file: string;
    };

interface Runnable {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  readonly task: RunnerTestCase;
  milliseconds: number;
}

const channel = new BroadcastChannel(process.env.MUTATION_CHANNEL ?? '');
const shared: Record<string, Stryker> = Object.assign(globalThis);
const stryker: Stryker = {};
shared[process.env.MUTATION_NAMESPACE ?? ''] = stryker;
const files = fastGlob.sync((process.env.MUTATION_TESTS ?? '').split(' ').filter(Boolean)).sort();
const roofs = new Map<string, RunnerTestSuite>();
const runnables = new Map<string, Runnable>();
/** How many mutants of a file each test has noticed: the best are asked first. */
const noticedIn = new Map<string, Map<Runnable, number>>();

// A few examples of each property, and the same ones for all mutants: what survives has passed all its tests.
fc.configureGlobal({
  seed: 1,
  numRuns: 25,
  interruptAfterTimeLimit: 200,
});

for (const file of files) {
  describe(file, async () => {
    await import(path.resolve(file));
  });
}

it('answers until it is stopped', { timeout: 0 }, async ({ task }) => {
  for (const suite of task.file.tasks) if (suite.type === 'suite') roofs.set(suite.name, suite);
  for (const [file, roof] of roofs) gather(roof, file, '');
  channel.onmessage = (event) => {
    const { data } = event as { readonly data: Question };
    const answer = data.kind === 'dry-run' ? dryRun() : tryMutant(data);
    answer.then((message) => channel.postMessage(message));
  };
  channel.postMessage({ kind: 'ready' });
  await new Promise(() => undefined);
});

function gather(suite: RunnerTestSuite, file: string, above: string): void {
  const { beforeAll, afterAll } = TestRunner.getSuiteHooks(suite);
  if (beforeAll.length + afterAll.length > 0)
    throw new Error(`${file} has a hook around all tests, which this does not run`);
  for (const task of suite.tasks) {
    const name = `${above}${task.name}`;
    if (task.type === 'suite') gather(task, file, `${name} `);
    else if (task.mode === 'run' || task.mode === 'queued') {
      let id = `${file}#${name}`;
      for (let again = 2; runnables.has(id); again++) id = `${file}#${name} (${again})`;
      runnables.set(id, { id, name: id.slice(file.length + 1), file, task, milliseconds: 0 });
    }
  }
}

async function dryRun(): Promise<unknown> {
  stryker.activeMutant = undefined;
  const tests: unknown[] = [];
  for (const runnable of runnables.values()) {
    stryker.currentTestId = runnable.id;
    const start = performance.now();
    const failure = await failureOf(runnable);
    stryker.currentTestId = undefined;
    runnable.milliseconds = performance.now() - start;
    const { id, name, file, milliseconds } = runnable;
    tests.push({ id, name, file, milliseconds, failure });
  }
  return { tests, coverage: stryker.mutantCoverage };
}

async function tryMutant({ id, ids, hitLimit, file }: Question & { readonly kind: 'mutant' }): Promise<unknown> {
  const noticed = noticedIn.get(file) ?? new Map<Runnable, number>();
  noticedIn.set(file, noticed);
  const asked = ids
    .flatMap((each) => runnables.get(each) ?? [])
    .sort((a, b) => (noticed.get(b) ?? 0) - (noticed.get(a) ?? 0) || a.milliseconds - b.milliseconds);
  stryker.hitCount = 0;
  stryker.hitLimit = hitLimit;
  let count = 0;
  for (const runnable of asked) {
    count++;
    stryker.activeMutant = id;
    const failure = await failureOf(runnable);
    stryker.activeMutant = undefined;
    const isEndless = hitLimit !== undefined && stryker.hitCount > hitLimit;
    if (failure === null && !isEndless) continue;
    const isTainted = (await failureOf(runnable)) !== null;
    noticed.set(runnable, (noticed.get(runnable) ?? 0) + 1);
    return { killer: runnable.id, failure, count, isEndless, isTainted };
  }
  return { killer: null, failure: null, count, isEndless: false, isTainted: false };
}

/** What it says when it fails; null where it passes. */
async function failureOf({ task }: Runnable): Promise<string | null> {
  const suites: RunnerTestSuite[] = [];
  for (let suite = task.suite; suite; suite = suite.suite) suites.unshift(suite);
  const hooks = suites.map((suite) => ({ suite, ...TestRunner.getSuiteHooks(suite) }));
  let failure: string | null = null;
  try {
    for (const { suite, beforeEach } of hooks) for (const hook of beforeEach) await hook(task.context, suite);
    await TestRunner.getTestFn(task)();
  } catch (error) {
    failure = String(error);
  }
  try {
    for (const { suite, afterEach } of hooks.reverse()) for (const hook of afterEach) await hook(task.context, suite);
    for (const finish of onceFinished()) await finish();
  } catch (error) {
    failure ??= String(error);
  }
  return failure;
}

/** What the test asked for with `onTestFinished`, which Vitest took for a wish of the test that never ends. */
function onceFinished(): readonly (() => unknown)[] {
  const endless = TestRunner.getCurrentTest();
  const wishes: unknown = endless && Reflect.get(endless, 'onFinished');
  return Array.isArray(wishes) ? wishes.splice(0).reverse() : [];
}
