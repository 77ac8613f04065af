import type { ts } from 'ts-morph';
import type { Compiler } from './load-compiler.js';
import { slashed } from './slashed.js';

/** For each file of the project, the files that import it. */
export function importersOf(
  compiler: Compiler,
  options: ts.CompilerOptions,
  files: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const own = new Set(files);
  const importers = new Map<string, string[]>();
  const cache = compiler.createModuleResolutionCache('/', (name) => name, options);
  for (const file of files) {
    const text = compiler.sys.readFile(file) ?? '';
    for (const { fileName } of compiler.preProcessFile(text, true, true).importedFiles) {
      const found = compiler.resolveModuleName(fileName, file, options, compiler.sys, cache).resolvedModule;
      const target = found === undefined ? null : slashed(found.resolvedFileName);
      if (target === null || !own.has(target)) continue;
      const known = importers.get(target);
      if (known === undefined) importers.set(target, [file]);
      else if (!known.includes(file)) known.push(file);
    }
  }
  return importers;
}
