import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** A thread takes little room, since the files it reads leave nothing behind. */
const LIMITS = { maxYoungGenerationSizeMb: 2 };

/** A thread that waits for its order, ends by itself once it has carried that out, or is dismissed. */
export interface Thread {
  /** @param order travels as structured clone */
  give(order: unknown): void;
  dismiss(): void;
}

/**
 * Starts a thread of this program. Nobody is told what goes wrong in it: whoever starts one has to see by its work
 * whether it was done.
 * @param program absolute
 */
export function startThread(program: string): Thread {
  const worker = new Worker(program, { resourceLimits: LIMITS });
  // Without this a failing thread would end the whole program.
  worker.on('error', () => undefined);
  worker.unref();
  return { give: (order) => worker.postMessage(order), dismiss: () => void worker.terminate() };
}

/**
 * The program of a thread, absolute. It lies beside the folder that this was bundled into; where nothing was bundled
 * there is none.
 */
export function threadProgram(name: string): string | null {
  const path = fileURLToPath(new URL(`../${name}`, import.meta.url));
  return existsSync(path) ? path : null;
}
