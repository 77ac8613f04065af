import path from 'node:path';
import type { Compiler } from './load-compiler.js';
import { readTsconfig } from './read-tsconfig.js';
import { slashed } from './slashed.js';

/**
 * Where the configuration of a file may lie, the one to try first in front. Asked with a root-relative path.
 * @returns absolute paths of files that exist
 */
export type FindTsconfigs = (path: string) => readonly string[];

/**
 * Which configurations compile a file: each that takes it in, or, where one only points to others (`references`), the
 * first of those. A file that none takes in goes by the first of all; there is none where there are none.
 * @returns asked with an absolute path, forward slashes, and what `FindTsconfigs` says of it
 */
export function configsFor(
  compiler: Compiler,
  root: string,
): (file: string, tsconfigs: readonly string[]) => readonly string[] {
  const known = new Map<string, () => Iterable<Config>>();
  return (file, tsconfigs) => {
    const found = tsconfigs.flatMap((path) => {
      const read = known.get(path) ?? lazyConfigs(compiler, path, root);
      known.set(path, read);
      for (const config of read()) if (config.files.has(file)) return [config.path];
      return [];
    });
    return found.length > 0 ? [...new Set(found)] : tsconfigs.slice(0, 1);
  };
}

interface Config {
  readonly path: string;
  readonly files: ReadonlySet<string>;
}

/** Every configuration, each read when the ones before it did not do; a circle of references is walked once. */
function lazyConfigs(compiler: Compiler, tsconfigPath: string, root: string): () => Iterable<Config> {
  const known: Config[] = [];
  const queue = [tsconfigPath];
  const seen = new Set(queue);
  const next = (): Config | null => {
    const at = queue.shift();
    if (at === undefined) return null;
    const { fileNames, references } = readTsconfig(compiler, at, root);
    for (const { path: reference } of references) {
      const file = /\.json$/.test(reference) ? reference : path.join(reference, 'tsconfig.json');
      if (seen.has(file) || !compiler.sys.fileExists(file)) continue;
      seen.add(file);
      queue.push(file);
    }
    return { path: at, files: new Set(fileNames.map(slashed)) };
  };
  return function* configs() {
    yield* known;
    for (let config = next(); config; config = next()) {
      known.push(config);
      yield config;
    }
  };
}
