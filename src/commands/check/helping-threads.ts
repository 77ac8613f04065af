import { availableParallelism } from 'node:os';
import { startThread, type Thread, threadProgram } from '../../platform/runtime/start-thread.js';
import { hasMatchSets } from '../../prescan/cache/match-set-cache.js';
import type { CheckOptions } from './check-options.js';

/** Threads that go over files together with the first one. */
export interface HelpingThreads {
  /** About so many files will be asked about: whoever is likely to help with them starts, to be ready by then. */
  expect(files: number): void;
  /** Those who help with looking at so many files. */
  threadsFor(files: number): readonly Thread[];
}

/** For fewer files starting a thread takes as long as it saves. */
const MANY_FILES = 5_000;
const THREADS_FOR_MANY = 2;

/** @param root where earlier runs may have kept what they saw */
export function openHelpingThreads(root: string, { threads, cache }: CheckOptions): HelpingThreads {
  const started: Thread[] = [];
  const startFor = (files: number): void => {
    const most = threads ?? (files < MANY_FILES ? 1 : Math.min(THREADS_FOR_MANY, availableParallelism()));
    const program = most < 2 ? null : threadProgram('scan-worker.cjs');
    while (program !== null && started.length < most - 1) started.push(startThread(program));
  };
  return {
    expect(files) {
      // Else of most of them nothing has to be seen again.
      if (!cache || !hasMatchSets(root)) startFor(files);
    },
    threadsFor(files) {
      startFor(files);
      return started;
    },
  };
}
