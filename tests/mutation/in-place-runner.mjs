// A test runner for Stryker that loads a group's tests once a process and then only switches mutants on and off,
// where the usual one loads everything anew for each. Each switch takes milliseconds, so that all mutants can be tried.
// What a mutant leaves behind in memory must not be held against the next: a test that fails is asked again without
// any mutant, and where it fails then too, everything is loaded anew and the mutant gets a second trial.
// A mutant is active while its tests run, never while modules load; `ignoreStatic` leaves out those that only run then.
import path from 'node:path';
import process from 'node:process';
import { BroadcastChannel } from 'node:worker_threads';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { DryRunStatus, MutantRunStatus, TestStatus } from '@stryker-mutator/api/test-runner';
import { createVitest } from 'vitest/node';

/** Only each so-manieth mutant is tried. */
const EVERY = Number(process.env.MUTATION_EVERY ?? 1);
const DRIVER = 'tests/mutation/in-place.ts';

class InPlaceRunner {
  #vitest;
  #channel;
  #answer;

  /** Said of mutants that also run while modules load, which are tried like all others. */
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    await this.#load();
  }

  async dryRun() {
    const { tests, coverage } = await this.#ask({ kind: 'dry-run' });
    return {
      status: DryRunStatus.Complete,
      tests: tests.map(({ id, name, file, milliseconds, failure }) => ({
        id,
        name,
        fileName: path.resolve(file),
        timeSpentMs: milliseconds,
        ...(failure === null ? { status: TestStatus.Success } : { status: TestStatus.Failed, failureMessage: failure }),
      })),
      mutantCoverage: coverage,
    };
  }

  async mutantRun({ activeMutant, testFilter = [], hitLimit, sandboxFileName }) {
    // Stryker numbers the mutants of all files in one row; one that ends in an error counts neither way.
    if (Number(activeMutant.id) % EVERY !== 0) {
      return { status: MutantRunStatus.Error, errorMessage: 'It is not in the sample.' };
    }
    const question = { kind: 'mutant', id: activeMutant.id, ids: testFilter, hitLimit, file: sandboxFileName };
    let answer = await this.#ask(question);
    if (answer.isTainted) {
      await this.#load();
      answer = await this.#ask(question);
      if (answer.isTainted) await this.#load();
    }
    const { killer, failure, count, isEndless } = answer;
    if (isEndless)
      return { status: MutantRunStatus.Timeout, reason: 'It ran a loop many more times than it does whole.' };
    if (killer === null) return { status: MutantRunStatus.Survived, nrOfTests: count };
    return { status: MutantRunStatus.Killed, killedBy: [killer], failureMessage: failure, nrOfTests: count };
  }

  async dispose() {
    this.#channel?.close();
    await this.#vitest?.close();
  }

  async #load() {
    await this.dispose();
    const name = `mutants-${process.pid}-${performance.now()}`;
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = ({ data }) => this.#answer?.(data);
    const ready = new Promise((resolve) => {
      this.#answer = resolve;
    });
    process.env.MUTATION_CHANNEL = name;
    process.env.MUTATION_NAMESPACE = INSTRUMENTER_CONSTANTS.NAMESPACE;
    this.#vitest = await createVitest('test', {
      config: 'tests/mutation/vitest.config.ts',
      include: [DRIVER],
      pool: 'threads',
      maxWorkers: 1,
      isolate: false,
      watch: false,
      reporters: [{}],
    });
    const ended = this.#vitest.start([DRIVER]).then(({ unhandledErrors, testModules }) => {
      const tests = testModules.flatMap((module) => [...module.children.allTests()]);
      const errors = [
        ...unhandledErrors,
        ...testModules.flatMap((module) => module.errors()),
        ...tests.flatMap((test) => test.result().errors ?? []),
      ];
      throw new Error(`The tests could not be loaded: ${errors.map(({ message }) => message).join('; ')}`);
    });
    await Promise.race([ready, ended]);
    // From here on it only ends when it is disposed of.
    ended.catch(() => undefined);
  }

  async #ask(question) {
    const answered = new Promise((resolve) => {
      this.#answer = resolve;
    });
    this.#channel.postMessage(question);
    return answered;
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-place', InPlaceRunner)];
