import { workerData } from 'node:worker_threads';

/** What a thread was started with; null in the first thread. */
export function threadData(): unknown {
  return workerData;
}
