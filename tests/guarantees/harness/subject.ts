import { copyFileSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle, bundleModule } from '../../../.ci/bundle.mjs';
import { type Patch, plant, ROOT } from './plant.js';
import { type ProcessEnd, type RunOptions, runProcess } from './run-process.js';

/** A build of the program that a promise is asked of: the clean one, or one with a bug planted. */
export interface Subject {
  /** Path of its `cli.cjs`, for whoever starts it in another way than `run`. */
  readonly cli: string;
  /** Runs its command line. */
  run(args: readonly string[], options: RunOptions): Promise<ProcessEnd>;
  /** One of its modules, bundled by itself, such as `load<typeof import('../../src/x.js')>('src/x.ts')`. */
  load<T>(file: string): Promise<T>;
}

/** A folder laid out like the installed package, with these patches built in. Whoever asks for it removes it. */
export async function buildPackage(patches: readonly Patch[] = []): Promise<string> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'specflow-guarantee-')));
  try {
    copyFileSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
    symlinkSync(join(ROOT, 'templates'), join(folder, 'templates'));
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    await bundle(join(folder, 'dist'), [plant(patches)]);
    return folder;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

let modules = 0;

/** The program in a folder made by `buildPackage` with the same patches. */
export function openSubject(folder: string, patches: readonly Patch[] = []): Subject {
  const cli = join(folder, 'dist/cli.cjs');
  const loaded = new Map<string, string>();
  return {
    cli,
    run: (args, options) => runProcess(process.execPath, [cli, ...args], options),
    async load<T>(file: string): Promise<T> {
      let path = loaded.get(file);
      if (path === undefined) {
        // Several workers share the clean build.
        path = join(folder, 'modules', `${process.pid}-${++modules}.mjs`);
        loaded.set(file, path);
        await bundleModule(file, path, [plant(patches)]);
      }
      const exported: T = await import(pathToFileURL(path).href);
      return exported;
    },
  };
}
