import { join } from 'node:path';
import { readText } from '../../platform/files/read-text.js';
import { type Checkup, ok } from '../checkup.js';

const MAX_BYTES = 1024 * 1024;

/** Hooks and `npx` start the program of the project, which may be another version than the one that runs now. */
export const localProgram: Checkup = {
  name: 'program',
  look({ root, toolVersion }) {
    const read = readText(join(root, 'node_modules/specflow/package.json'), MAX_BYTES);
    if (read.kind !== 'text') return ok(`specflow ${toolVersion}; none in the packages of this project`);
    const installed = versionIn(read.text);
    if (installed === toolVersion) return ok(`specflow ${toolVersion}, the one of this project`);
    return [
      {
        state: 'warn',
        message: `This is specflow ${toolVersion}, and hooks start ${installed ?? 'one without a version'} of this project.`,
        remedy: 'Run npx specflow here, or install the same version.',
      },
    ];
  },
};

function versionIn(manifest: string): string | null {
  return /"version":\s*"([^"]{1,64})"/.exec(manifest)?.[1] ?? null;
}
