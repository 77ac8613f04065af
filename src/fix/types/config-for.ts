import path from 'node:path';
import type { Compiler } from './load-compiler.js';
import { readTsconfig } from './read-tsconfig.js';
import { slashed } from './slashed.js';

/**
 * Which configuration compiles a file: that of the project, or, where it only points to others (`references`), the first
 * of those that takes the file in. The project's own for a file that none does.
 * @param tsconfigPath absolute
 * @returns asked with an absolute path, forward slashes
 */
export function configFor(compiler: Compiler, tsconfigPath: string, root: string): (file: string) => string {
  const read = lazyConfigs(compiler, tsconfigPath, root);
  return (file) => {
    for (const config of read()) if (config.files.has(file)) return config.path;
    return tsconfigPath;
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
