import path from 'node:path';
import type { ts } from 'ts-morph';
import { configFor } from './config-for.js';
import { importersOf } from './importers-of.js';
import { LaidTexts } from './laid-texts.js';
import { type Compiler, LIBRARY_FOLDER, loadCompiler } from './load-compiler.js';
import { readTsconfig } from './read-tsconfig.js';
import { slashed } from './slashed.js';
import type { TypeChecker, TypeProblem } from './type-checker.js';

export interface TypeCheckerOptions {
  /** Absolute; null where the project has none. */
  readonly tsconfigPath: string | null;
  /** Absolute. */
  readonly root: string;
  /** `auto` judges the files that the tsconfig covers, `on` every TypeScript and JavaScript file. */
  readonly mode: 'auto' | 'on';
}

const NOTHING: readonly TypeProblem[] = [];
const SOURCES = /\.[cm]?[jt]sx?$/;

/**
 * Diagnostics of one TypeScript program over the files on disk, with the texts of this run laid over them. The compiler
 * is loaded with the first question about a file it can judge; from then on only what changed is checked again.
 */
export function createTypeChecker(options: TypeCheckerOptions): TypeChecker {
  const opened = new Map<string | null, Program>();
  const kept = new Map<string, string>();
  const asked = new Set<Program>();
  const configOf = lazily(() => configFinder(options));
  const programFor = (file: string): Program => {
    const tsconfigPath = configOf()(file);
    const known = opened.get(tsconfigPath);
    if (known) return known;
    const program = openProgram({ ...options, tsconfigPath });
    for (const [path, text] of kept) program.keep(path, text);
    opened.set(tsconfigPath, program);
    return program;
  };
  return {
    added(file, before, after) {
      if (!SOURCES.test(file) || (options.mode === 'auto' && options.tsconfigPath === null)) return NOTHING;
      const program = programFor(file);
      if (options.mode === 'auto' && !program.covers(file)) return NOTHING;
      asked.add(program);
      return program.added(file, before, after);
    },
    keep(file, text) {
      kept.set(file, text);
      for (const program of opened.values()) program.keep(file, text);
    },
    unresolved: () => [...asked].map((program) => program.unresolved()).find((why) => why !== null) ?? null,
  };
}

/** Of a root-relative path, the configuration it is compiled by. */
function configFinder({ tsconfigPath, root }: TypeCheckerOptions): (file: string) => string | null {
  if (tsconfigPath === null) return () => null;
  const find = configFor(loadCompiler().compiler, tsconfigPath, root);
  return (file) => find(slashed(path.join(root, file)));
}

interface Program {
  covers(file: string): boolean;
  added(file: string, before: string, after: string): readonly TypeProblem[];
  keep(file: string, text: string): void;
  unresolved(): string | null;
}

function openProgram({ tsconfigPath, root, mode }: TypeCheckerOptions): Program {
  const { compiler, libraries } = loadCompiler();
  const config = readTsconfig(compiler, tsconfigPath, root);
  const covered = new Set(config.fileNames.map(slashed));
  const names = new Set(covered);
  const texts = new LaidTexts((name) => libraries.get(name) ?? compiler.sys.readFile(name));
  const absolute = (file: string): string => slashed(path.join(root, file));
  const lay = (file: string, text: string): void => {
    const name = absolute(file);
    texts.lay(name, text);
    names.add(name);
  };
  const service = compiler.createLanguageService(hostOf(compiler, libraries, config.options, root, names, texts));
  const isInstalled = hasPackages(compiler, tsconfigPath === null ? root : path.dirname(tsconfigPath), root);
  // In `auto` a project that was never installed is not blamed for the packages it lacks.
  const counts = (problem: Found): boolean => mode === 'on' || isInstalled || !isAboutPackages(problem);
  const importers = lazily(() => importersOf(compiler, config.options, [...covered]));

  const diagnose = (name: string): readonly Found[] =>
    [...service.getSyntacticDiagnostics(name), ...service.getSemanticDiagnostics(name)]
      .filter(({ category }) => category === compiler.DiagnosticCategory.Error)
      .map(({ code, messageText, file, start }) => ({
        name,
        code,
        message: compiler.flattenDiagnosticMessageText(messageText, ' '),
        line: file === undefined ? 1 : file.getLineAndCharacterOfPosition(start ?? 0).line + 1,
      }));
  /** What other files see of this one: while it stays, their types stay. */
  const shapeOf = (name: string): string =>
    service
      .getEmitOutput(name, true, true)
      .outputFiles.map(({ text }) => text)
      .join('\n');
  /** By text: each look has the compiler check what changed, and the text before a fix is that before all of a file. */
  const looks = new Map<string, Map<string, Shown>>();
  const look = (file: string, text: string): Shown => {
    const name = absolute(file);
    const known = looks.get(name)?.get(text);
    if (known) return known;
    lay(file, text);
    const shown = { own: diagnose(name), shape: shapeOf(name) };
    looks.set(name, (looks.get(name) ?? new Map()).set(text, shown));
    return shown;
  };

  return {
    covers: (file) => covered.has(absolute(file)),
    keep(file, text) {
      lay(file, text);
      // What others look like may depend on it.
      for (const name of looks.keys()) if (name !== absolute(file)) looks.delete(name);
    },
    added(file, before, after) {
      const name = absolute(file);
      const was = look(file, before);
      const is = look(file, after);
      const others = was.shape === is.shape ? [] : (importers().get(name) ?? []);
      lay(file, after);
      const wrong = others.map((other) => ({ other, now: diagnose(other) })).filter(({ now }) => now.length > 0);
      lay(file, before);
      const isNew = addedTo(was.own, is.own).length > 0;
      if (!isNew && wrong.length === 0) return NOTHING;
      // How a type is spelt depends on what was checked before it: the same program order for both texts.
      const own = addedTo(diagnose(name), is.own);
      const theirs = wrong.flatMap(({ other, now }) => addedTo(diagnose(other), now));
      return [...own, ...theirs].filter(counts).map(({ name: at, code, message, line }) => {
        return { file: slashed(path.relative(root, at)), line, code: `TS${code}`, message };
      });
    },
    unresolved() {
      if (config.error !== null) return `Types were checked without the tsconfig: ${config.error}`;
      if (isInstalled) return null;
      return 'The packages of this project are not installed, so types could be checked only in part.';
    },
  };
}

interface Found {
  readonly name: string;
  readonly code: number;
  readonly message: string;
  readonly line: number;
}

interface Shown {
  readonly own: readonly Found[];
  readonly shape: string;
}

/** Equal diagnostics are interchangeable, so that moved lines do not count. */
function addedTo(before: readonly Found[], after: readonly Found[]): readonly Found[] {
  const left = new Map<string, number>();
  const keyOf = ({ code, message }: Found): string => `${code} ${message}`;
  for (const each of before) left.set(keyOf(each), (left.get(keyOf(each)) ?? 0) + 1);
  return after.filter((each) => {
    const remaining = left.get(keyOf(each)) ?? 0;
    left.set(keyOf(each), remaining - 1);
    return remaining <= 0;
  });
}

function hostOf(
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

/** Whether there is a folder of installed packages for a folder, in it or above it up to the root. */
function hasPackages({ sys }: Compiler, folder: string, root: string): boolean {
  for (let at = folder; ; at = path.dirname(at)) {
    if (sys.directoryExists(path.join(at, 'node_modules'))) return true;
    if (at === root || at === path.dirname(at)) return false;
  }
}

/** Cannot find a module or its types; cannot find a name such as `process`, whose types a package would bring. */
const PACKAGE_CODES: ReadonlySet<number> = new Set([
  2688, 2792, 7016, 2580, 2581, 2582, 2584, 2591, 2592, 2593, 2867, 2868, 2875,
]);

function isAboutPackages({ code, message }: Found): boolean {
  return PACKAGE_CODES.has(code) || (code === 2307 && !/'\.{0,2}\//.test(message));
}

function lazily<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
