import { join } from 'node:path';
import { readText } from '../../platform/read-text.js';

const MAX_BYTES = 1024 * 1024;

/** Absolute; null where the project has none, and conditions about types cannot be told. */
export function tsconfigOf(root: string): string | null {
  const path = join(root, 'tsconfig.json');
  return readText(path, MAX_BYTES).kind === 'text' ? path : null;
}
