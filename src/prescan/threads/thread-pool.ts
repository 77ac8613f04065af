import type { Thread } from '../../platform/runtime/start-thread.js';

/** Who helps with looking at files, and where they read. */
export interface ThreadPool {
  /** Each runs `scan-worker`, and waits for its order. */
  readonly threads: readonly Thread[];
  readonly root: string;
  readonly maxFileBytes: number;
  /** For one try at the regexes of a batch. */
  readonly milliseconds: number;
  /** How long nobody of them may give a sign before their files are taken back. */
  readonly patienceMs: number;
}
