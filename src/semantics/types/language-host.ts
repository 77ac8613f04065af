import type { ts } from 'ts-morph';
import type { LaidTexts } from './laid-texts.js';
import { type Compiler, LIBRARY_FOLDER } from './load-compiler.js';
import { slashed } from './slashed.js';

/** What the compiler asks of a project: its files as `texts` has them, and the libraries that come with us. */
export function languageHost(
  compiler: Compiler,
  libraries: ReadonlyMap<string, string>,
  options: ts.CompilerOptions,
  root: string,
  names: ReadonlySet<string>,
  texts: LaidTexts,
): ts.LanguageServiceHost {
  const { sys } = compiler;
  /** The compiler asks for that of every file whenever one has changed. */
  const snapshots = new Map<string, { readonly text: string; readonly snapshot: ts.IScriptSnapshot }>();
  const snapshotOf = (name: string): ts.IScriptSnapshot | undefined => {
    const text = texts.textOf(name);
    if (text === undefined) return undefined;
    const known = snapshots.get(name);
    if (known?.text === text) return known.snapshot;
    const snapshot = compiler.ScriptSnapshot.fromString(text);
    snapshots.set(name, { text, snapshot });
    return snapshot;
  };
  return {
    getCompilationSettings: () => options,
    getScriptFileNames: () => [...names],
    getScriptVersion: (name) => String(texts.versionOf(slashed(name))),
    getScriptSnapshot: (name) => snapshotOf(slashed(name)),
    getCurrentDirectory: () => root,
    getDefaultLibFileName: (settings) => `${LIBRARY_FOLDER}/${compiler.getDefaultLibFileName(settings)}`,
    fileExists: (name) => texts.isLaid(slashed(name)) || libraries.has(name) || sys.fileExists(name),
    readFile: (name) => texts.textOf(slashed(name)),
    directoryExists: sys.directoryExists,
    getDirectories: sys.getDirectories,
    readDirectory: sys.readDirectory,
    useCaseSensitiveFileNames: () => sys.useCaseSensitiveFileNames,
    ...(sys.realpath === undefined ? {} : { realpath: sys.realpath }),
  };
}
