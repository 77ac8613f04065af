import path from 'node:path';
import type { ts } from 'ts-morph';
import type { TextRange } from '../../model/position.js';
import type { ValueType } from '../../model/type-oracle.js';
import { importersOf } from './importers-of.js';
import { LaidTexts } from './laid-texts.js';
import { languageHost } from './language-host.js';
import { lazily } from './lazily.js';
import { type Compiler, loadCompiler } from './load-compiler.js';
import { readTsconfig, type Tsconfig } from './read-tsconfig.js';
import { slashed } from './slashed.js';
import { targetLibOf } from './target-lib.js';
import type { TextChange, TypeProblem } from './type-checker.js';
import { addedTo, isAboutPackages, type TypeFault } from './type-faults.js';
import { UNKNOWN, valueTypesAt } from './value-types-at.js';

export interface TypeProgramOptions {
  /** Absolute; null where the project has none. */
  readonly tsconfigPath: string | null;
  /** Absolute. */
  readonly root: string;
  /**
   * What the types gate judges: in `auto` the files that the tsconfig covers, in `on` every TypeScript and JavaScript
   * file. In `off` there is none, and a program takes in no more than the files it is asked about.
   */
  readonly mode: 'auto' | 'on' | 'off';
}

/** The files of one tsconfig, checked as one program. */
export class TypeProgram {
  /** What it asks of code, as a text: two programs with the same one find the same errors in a file, wherever it is emitted. */
  readonly demands: string;
  readonly #options: TypeProgramOptions;
  readonly #compiler: Compiler;
  readonly #config: Tsconfig;
  readonly #covered: ReadonlySet<string>;
  /** What the covered files import is compiled with them: many a tsconfig names nothing but an entry. */
  readonly #reached: () => ReadonlySet<string>;
  readonly #names: Set<string>;
  readonly #texts: LaidTexts;
  readonly #service: ts.LanguageService;
  readonly #isInstalled: boolean;
  readonly #lacksPackages: boolean;
  readonly #ownForms: readonly string[];
  readonly #importers: () => ReadonlyMap<string, readonly string[]>;
  /** Null once another text has been laid: an old one is not to be kept in memory. */
  #latest: ts.Program | null = null;
  /** By name and text: each look has the compiler check what changed, and a text before a fix is that before all of a file. */
  readonly #looks = new Map<string, Map<string, Shown>>();

  constructor(options: TypeProgramOptions) {
    const { tsconfigPath, root } = options;
    const { compiler, libraries } = loadCompiler();
    const config = readTsconfig(compiler, tsconfigPath, root);
    this.#options = options;
    this.#compiler = compiler;
    this.#config = config;
    this.demands = demandsOf(config.options);
    this.#covered = new Set(config.fileNames.map(slashed));
    this.#names = new Set(options.mode === 'off' ? [] : this.#covered);
    this.#texts = new LaidTexts((name) => libraries.get(name) ?? compiler.sys.readFile(name));
    const host = languageHost(compiler, libraries, config.options, root, this.#names, this.#texts);
    this.#service = compiler.createLanguageService(host);
    const folders = upTo(root, tsconfigPath === null ? root : path.dirname(tsconfigPath));
    this.#isInstalled = hasPackages(compiler, folders);
    this.#lacksPackages = !this.#isInstalled && wantsPackages(compiler, folders);
    this.#ownForms = Object.keys(config.options.paths ?? {});
    this.#reached = lazily(() => {
      const files = this.#covered.size === 0 ? [] : (this.#program()?.getSourceFiles() ?? []);
      return new Set(files.map(({ fileName }) => fileName));
    });
    this.#importers = lazily(() => importersOf(compiler, config.options, [...this.#covered]));
  }

  covers(file: string): boolean {
    const name = this.#absolute(file);
    return this.#covered.has(name) || this.#reached().has(name);
  }

  /** As `TypeOracle.typesAt`. Without strict null checks any value may be null, so nothing is known. */
  typesAt(file: string, text: string, range: TextRange): ReadonlySet<ValueType> {
    const { strict, strictNullChecks } = this.#config.options;
    if (!(strictNullChecks ?? strict ?? false)) return UNKNOWN;
    const name = this.#absolute(file);
    const now = this.#texts.textOf(name);
    this.#lay(file, text);
    const program = this.#program();
    if (now !== undefined) this.#lay(file, now);
    return program ? valueTypesAt(this.#compiler, program, name, range) : UNKNOWN;
  }

  /** As `TypeOracle.targetLib`. */
  targetLib(): string | null {
    return targetLibOf(this.#compiler, this.#config.options);
  }

  /** As `TypeOracle.forbidsUnused`. */
  forbidsUnused(): boolean {
    return this.#config.options.noUnusedLocals === true;
  }

  /** As `TypeOracle.lacksInterop`. */
  lacksInterop(): boolean {
    const { module, target, esModuleInterop, allowSyntheticDefaultImports } = this.#config.options;
    const { ModuleKind, ScriptTarget } = this.#compiler;
    const isCommonJs =
      module === undefined ? (target ?? ScriptTarget.ES5) < ScriptTarget.ES2015 : module === ModuleKind.CommonJS;
    // Who forbids it says so for every kind of module.
    const isForbidden = esModuleInterop === false && allowSyntheticDefaultImports !== true;
    return isForbidden || (isCommonJs && esModuleInterop !== true);
  }

  /** As `TypeOracle.bringsJsx`. */
  bringsJsx(): boolean {
    const { jsx } = this.#config.options;
    const { JsxEmit } = this.#compiler;
    return jsx === JsxEmit.ReactJSX || jsx === JsxEmit.ReactJSXDev;
  }

  /** As `TypeOracle.keepsClasses`. */
  keepsClasses(): boolean {
    const { module, target } = this.#config.options;
    const { ModuleKind, ScriptTarget } = this.#compiler;
    // Each kind of module that Node has brings a target of its own.
    const isOfNode = module !== undefined && module >= ModuleKind.Node16 && module <= ModuleKind.NodeNext;
    return target === undefined ? isOfNode : target >= ScriptTarget.ES2015;
  }

  /** A file of another program counts as far as this one imports it. */
  keep(file: string, text: string): void {
    this.#texts.lay(this.#absolute(file), text);
    this.#latest = null;
    // What others look like may depend on it.
    for (const name of this.#looks.keys()) if (name !== this.#absolute(file)) this.#looks.delete(name);
  }

  /** As `TypeChecker.added`. */
  added(file: string, before: string, after: string): readonly TypeProblem[] {
    const name = this.#absolute(file);
    const was = this.#look(file, before);
    const is = this.#look(file, after);
    const others = was.shape === is.shape ? [] : (this.#importers().get(name) ?? []);
    this.#lay(file, after);
    const wrong = this.#wrongOf(others);
    this.#lay(file, before);
    const first = addedTo(was.own, is.own);
    if (first.length === 0 && wrong.length === 0) return [];
    // How a type is spelt depends on what was checked before it: where it may be spelt anew, the same program order for both texts.
    const mayBeKnown = first.some(({ code }) => was.own.some((known) => known.code === code));
    const own = mayBeKnown ? addedTo(this.#diagnose(name), is.own) : first;
    const theirs = wrong.flatMap(({ name: other, now }) => addedTo(this.#diagnose(other), now));
    return [...own, ...theirs]
      .filter((fault) => this.#counts(fault))
      .map(({ name: at, code, message, line }) => {
        return { file: slashed(path.relative(this.#options.root, at)), line, code: `TS${code}`, message };
      });
  }

  /** As `TypeChecker.doubtful`, of files that it covers. */
  doubtful(changes: readonly TextChange[]): readonly string[] {
    const names = changes.map(({ path: file }) => this.#absolute(file));
    this.#layAll(changes, ({ before }) => before);
    const was = names.map((name) => this.#show(name));
    this.#layAll(changes, ({ after }) => after);
    const is = names.map((name) => this.#show(name));
    const seenBy = this.#importersOfAny(names.filter((_, at) => was[at]?.shape !== is[at]?.shape));
    const wrong = this.#wrongOf([...seenBy.keys()].filter((name) => !names.includes(name)));
    if (wrong.length > 0) this.#layAll(changes, ({ before }) => before);
    const worse = [
      ...wrong.filter(({ name, now }) => this.#isWorse(this.#diagnose(name), now)).map(({ name }) => name),
      ...names.filter((_, at) => this.#isWorse(was[at]?.own ?? [], is[at]?.own ?? [])),
    ];
    const guilty = new Set(worse.flatMap((name) => [name, ...(seenBy.get(name) ?? [])]));
    const isDoubtful = ({ path: file }: TextChange): boolean => guilty.has(this.#absolute(file));
    this.#layAll(changes, (change) => (isDoubtful(change) ? change.before : change.after));
    this.#looks.clear();
    return changes.filter(isDoubtful).map(({ path: file }) => file);
  }

  unresolved(): string | null {
    if (this.#config.error !== null) return `Types were checked without the tsconfig: ${this.#config.error}`;
    if (!this.#lacksPackages) return null;
    return 'The packages of this project are not installed, so types could be checked only in part.';
  }

  /** Asked for it, the service looks at every file again. */
  #program(): ts.Program | null {
    this.#latest ??= this.#service.getProgram() ?? null;
    return this.#latest;
  }

  #absolute(file: string): string {
    return slashed(path.join(this.#options.root, file));
  }

  #lay(file: string, text: string): void {
    const name = this.#absolute(file);
    if (this.#names.has(name) && this.#texts.textOf(name) === text) return;
    this.#texts.lay(name, text);
    this.#names.add(name);
    this.#latest = null;
  }

  #layAll(changes: readonly TextChange[], textOf: (change: TextChange) => string): void {
    for (const change of changes) this.#lay(change.path, textOf(change));
  }

  #look(file: string, text: string): Shown {
    const name = this.#absolute(file);
    const known = this.#looks.get(name)?.get(text);
    if (known) return known;
    this.#lay(file, text);
    const shown = this.#show(name);
    this.#looks.set(name, (this.#looks.get(name) ?? new Map()).set(text, shown));
    return shown;
  }

  #show(name: string): Shown {
    const own = this.#diagnose(name);
    const emitted = this.#service.getEmitOutput(name, true, true).outputFiles;
    return { own, shape: emitted.map(({ text }) => text).join('\n') };
  }

  #diagnose(name: string): readonly TypeFault[] {
    const compiler = this.#compiler;
    return [...this.#service.getSyntacticDiagnostics(name), ...this.#service.getSemanticDiagnostics(name)]
      .filter(({ category }) => category === compiler.DiagnosticCategory.Error)
      .map(({ code, messageText, file, start }) => ({
        name,
        code,
        message: compiler.flattenDiagnosticMessageText(messageText, ' '),
        line: file === undefined ? 1 : file.getLineAndCharacterOfPosition(start ?? 0).line + 1,
      }));
  }

  #wrongOf(names: readonly string[]): readonly { readonly name: string; readonly now: readonly TypeFault[] }[] {
    return names.map((name) => ({ name, now: this.#diagnose(name) })).filter(({ now }) => now.length > 0);
  }

  /** By the name of a file, those among some that it imports. */
  #importersOfAny(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
    const importers = new Map<string, string[]>();
    for (const name of names) {
      for (const other of this.#importers().get(name) ?? [])
        importers.set(other, [...(importers.get(other) ?? []), name]);
    }
    return importers;
  }

  #isWorse(before: readonly TypeFault[], now: readonly TypeFault[]): boolean {
    return addedTo(before, now).some((fault) => this.#counts(fault));
  }

  /** In `auto` a project that was never installed is not blamed for the packages it lacks. */
  #counts(fault: TypeFault): boolean {
    return this.#options.mode === 'on' || this.#isInstalled || !isAboutPackages(fault, this.#ownForms);
  }
}

function demandsOf(options: ts.CompilerOptions): string {
  const asked = Object.entries(options).filter(([name]) => !OF_PLACES.test(name));
  return JSON.stringify(asked.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Options that say where things lie and what is written. */
const OF_PLACES =
  /Dirs?$|Roots?$|^(?:baseUrl|paths|pathsBasePath|configFilePath|tsBuildInfoFile|outFile|composite|incremental|noEmit\w*|removeComments|sourceMap|inlineSource\w*|declaration\w*|emit\w*|importHelpers|pretty|plugins|newLine|stripInternal|skip\w*)$/;

/** What a text shows: its own errors, and what other files see of it. While that stays, their types stay. */
interface Shown {
  readonly own: readonly TypeFault[];
  readonly shape: string;
}

/** Whether there is a folder of installed packages for a folder, in it or above it up to the root. */
function hasPackages({ sys }: Compiler, folders: readonly string[]): boolean {
  return folders.some((folder) => sys.directoryExists(path.join(folder, 'node_modules')));
}

/** Whether there are packages to install, as far as a `package.json` says so; without one nobody can tell. */
function wantsPackages({ sys }: Compiler, folders: readonly string[]): boolean {
  const manifests = folders.flatMap((folder) => sys.readFile(path.join(folder, 'package.json')) ?? []);
  return manifests.length === 0 || manifests.some((text) => /"\w*[dD]ependencies"\s*:\s*\{\s*"/.test(text));
}

/** A folder and those above it, up to the root. */
function upTo(root: string, folder: string): readonly string[] {
  const above = path.dirname(folder);
  return folder === root || folder === above ? [folder] : [folder, ...upTo(root, above)];
}
