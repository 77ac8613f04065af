import type { ts } from 'ts-morph';
import { escapeRegex } from '../../model/escape-regex.js';
import type { Compiler } from './load-compiler.js';
import { slashed } from './slashed.js';

/** For each file of the project, the files that import it, be it by one that passes on what it exports. */
export function importersOf(
  compiler: Compiler,
  options: ts.CompilerOptions,
  files: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const own = new Set(files);
  const importers = new Map<string, Set<string>>();
  const passing = new Map<string, Set<string>>();
  const cache = compiler.createModuleResolutionCache('/', (name) => name, options);
  for (const file of files) {
    const text = compiler.sys.readFile(file) ?? '';
    for (const { fileName } of compiler.preProcessFile(text, true, true).importedFiles) {
      const found = compiler.resolveModuleName(fileName, file, options, compiler.sys, cache).resolvedModule;
      const target = found === undefined ? null : slashed(found.resolvedFileName);
      if (target === null || !own.has(target)) continue;
      add(importers, target, file);
      if (passesOn(text, fileName)) add(passing, target, file);
    }
  }
  return new Map([...importers.keys()].map((name) => [name, allImporters(name, importers, passing)]));
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}

/** `export * from './part'`, `export { a } from './part'` */
function passesOn(text: string, module: string): boolean {
  return new RegExp(`\\bexport\\s*(?:type\\s*)?(?:\\*|\\{)[^;'"]*['"]${escapeRegex(module)}['"]`).test(text);
}

type Files = ReadonlyMap<string, ReadonlySet<string>>;

function allImporters(name: string, importers: Files, passing: Files): readonly string[] {
  const passed = new Set([name]);
  // What is added meanwhile is gone through as well.
  for (const each of passed) for (const file of passing.get(each) ?? []) passed.add(file);
  return [...new Set([...passed].flatMap((each) => [...(importers.get(each) ?? [])]))];
}
