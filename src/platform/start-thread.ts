import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** A thread takes little room, since the files it reads leave nothing behind. */
const LIMITS = { maxYoungGenerationSizeMb: 2 };

/**
 * Starts a thread of this program, which ends by itself or is dismissed. Nobody is told what goes wrong in it: whoever
 * starts one has to see by its work whether it was done.
 * @param program absolute
 * @param data travels as structured clone
 */
export function startThread(program: string, data: unknown): { dismiss(): void } {
  const worker = new Worker(program, { workerData: data, resourceLimits: LIMITS });
  // Without this a failing thread would end the whole program.
  worker.on('error', () => undefined);
  worker.unref();
  return { dismiss: () => void worker.terminate() };
}

/**
 * The program of a thread, absolute. It lies beside the folder that this was bundled into; where nothing was bundled
 * there is none.
 */
export function threadProgram(name: string): string | null {
  const path = fileURLToPath(new URL(`../${name}`, import.meta.url));
  return existsSync(path) ? path : null;
}
