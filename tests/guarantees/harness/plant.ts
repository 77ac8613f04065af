import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Plugin } from 'esbuild';

export const ROOT = resolve(import.meta.dirname, '../../..');

/** A change of one source file. It is made while building, so the product itself holds no switch for it. */
export interface Patch {
  /** From the root of the repository, such as `src/platform/files/write-file.ts`. */
  readonly file: string;
  /** Text that the file holds exactly once. */
  readonly find: string;
  readonly replace: string;
}

/**
 * An esbuild plugin that builds with these patches in place.
 * @throws if a `find` is not in its file exactly once
 */
export function plant(patches: readonly Patch[]): Plugin {
  const patched = new Map<string, string>();
  for (const patch of patches) {
    const path = resolve(ROOT, patch.file);
    patched.set(path, patchText(patched.get(path) ?? readFileSync(path, 'utf8'), patch));
  }
  return {
    name: 'plant',
    setup(build) {
      build.onLoad({ filter: /\.(ts|js)$/, namespace: 'file' }, ({ path }) => {
        const contents = patched.get(path);
        return contents === undefined ? undefined : { contents, loader: path.endsWith('.ts') ? 'ts' : 'js' };
      });
    },
  };
}

function patchText(text: string, { file, find, replace }: Patch): string {
  const parts = text.split(find);
  const [before, after] = parts;
  if (parts.length !== 2 || before === undefined || after === undefined) {
    throw new Error(
      `${relative(ROOT, resolve(ROOT, file))} holds ${parts.length - 1} times, not once:\n${find}\nThe code has changed: choose anew what to break.`,
    );
  }
  return `${before}${replace}${after}`;
}
