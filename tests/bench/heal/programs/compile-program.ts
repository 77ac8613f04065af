import { Script } from 'node:vm';
import { ModuleKind, ScriptTarget, transpile } from 'typescript';

/** Runs a program from its first line, with what it is to log by. @throws what its modules throw */
export type Start = (log: (value: unknown) => void, console: object) => Started;

interface Started {
  readonly functions: Exports;
  /** What each module keeps, by its name. */
  readonly states: ReadonlyMap<string, unknown>;
}

type Exports = Readonly<Record<string, unknown>>;

interface Module {
  readonly run: (
    log: unknown,
    console: unknown,
    keep: (state: unknown) => void,
    require: (source: string) => Exports,
    module: { exports: Exports },
    exports: Exports,
  ) => void;
  readonly asked: readonly Asked[];
}

/** What a module asks another for by name: where that has none of the name, it does not run. */
interface Asked {
  readonly source: string;
  readonly names: readonly string[];
}

/** @param files what is run is the first one. @throws SyntaxError when a text is no program */
export function compileProgram(files: ReadonlyMap<string, string>): Start {
  const modules = new Map([...files].map(([file, text]) => [stem(file), compileModule(file, text)]));
  const [main = ''] = modules.keys();
  return (log, console) => {
    const states = new Map<string, unknown>();
    const started = new Map<string, { exports: Exports }>();
    const load = (source: string): Exports => {
      const name = stem(source);
      const known = started.get(name);
      if (known) return known.exports;
      const compiled = modules.get(name);
      if (!compiled) return elsewhere(source);
      const made: { exports: Exports } = { exports: {} };
      started.set(name, made);
      for (const asked of compiled.asked) checkAsked(asked, load(asked.source));
      compiled.run(log, console, (state) => states.set(name, state), load, made, made.exports);
      return made.exports;
    };
    return { functions: load(main), states };
  };
}

/** What a fix brings in that is no part of the program. @throws SyntaxError where there is none */
function elsewhere(source: string): Exports {
  const found = { './tidy.js': { tidy: ignore }, './mark.js': { mark: ignore }, './kit.js': KIT }[source];
  if (!found) throw new SyntaxError(`no module ${source}`);
  return found;
}

const ignore = (): void => undefined;
const KIT = { __esModule: true, default: ignore, total: ignore, limit: 0 };

function checkAsked({ source, names }: Asked, exports: Exports): void {
  for (const name of names) if (!(name in exports)) throw new SyntaxError(`${source} has no ${name}`);
}

/** `./kit.js` and `src/kit.ts` → `kit` */
function stem(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.\w+$/, '');
}

function compileModule(file: string, text: string): Module {
  const isModule = /^(?:import|export)\b/m.test(text);
  const plain = isModule || file.endsWith('.ts') ? asCommonJs(file, text) : text;
  const state = /^const state = /m.test(text) ? 'keep$(state);' : '';
  const source = `(function (log, console, keep$, require, module, exports) { ${plain}\n${state} })`;
  return { run: new Script(source).runInThisContext(), asked: isModule ? askedNames(text) : [] };
}

/** Where nothing is brought in, a module of JavaScript differs from a script by the word `export` alone. */
function asCommonJs(file: string, text: string): string {
  if (file.endsWith('.mjs') && !/^(?:import|export (?!(?:async )?function))/m.test(text)) {
    const names = [...text.matchAll(/^export (?:async )?function (\w+)/gm)].map(([, name]) => name);
    return `'use strict'; ${text.replace(/^export /gm, '')}\nmodule.exports = { ${names.join()} };`;
  }
  return transpile(
    text,
    { target: ScriptTarget.ESNext, module: ModuleKind.CommonJS, esModuleInterop: true, allowJs: true },
    // By the ending of a module it would be left a module.
    file.replace(/\.mjs$/, '.js'),
  );
}

function askedNames(text: string): readonly Asked[] {
  const found = text.matchAll(/^(?:import|export) (?:(\w+)(?:, )?)?(?:\{([^}]*)\})? ?from '([^']+)'/gm);
  return [...found].map(([, own, listed = '', source = '']) => ({
    source,
    names: [...(own ? ['default'] : []), ...listed.split(',').flatMap((each) => /\w+/.exec(each) ?? [])],
  }));
}
