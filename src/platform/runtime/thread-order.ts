import { parentPort } from 'node:worker_threads';

/** Has this thread carry out the order it is given; the first thread is never given any. */
export function onOrder(carryOut: (order: unknown) => void): void {
  parentPort?.once('message', carryOut);
}
