import path from 'node:path';
import { groupBy } from '../../model/group-by.js';
import { configFor, type FindTsconfigs } from './config-for.js';
import { lazily } from './lazily.js';
import { loadCompiler } from './load-compiler.js';
import { slashed } from './slashed.js';
import type { TypeChecker, TypeProblem } from './type-checker.js';
import { TypeProgram } from './type-program.js';

export interface TypeCheckerOptions {
  readonly tsconfigsOf: FindTsconfigs;
  /** Absolute. */
  readonly root: string;
  /** `auto` judges the files that a tsconfig covers, `on` every TypeScript and JavaScript file. */
  readonly mode: 'auto' | 'on';
}

const NOTHING: readonly TypeProblem[] = [];
const SOURCES = /\.[cm]?[jt]sx?$/;

/**
 * Diagnostics of one TypeScript program over the files on disk, with the texts of this run laid over them. The compiler
 * is loaded with the first question about a file it can judge; from then on only what changed is checked again.
 */
export function createTypeChecker(options: TypeCheckerOptions): TypeChecker {
  const opened = new Map<string | null, TypeProgram>();
  const kept = new Map<string, string>();
  const asked = new Set<TypeProgram>();
  const configOf = lazily(() => configFinder(options));
  const programFor = (file: string): TypeProgram => {
    const tsconfigPath = configOf()(file);
    const known = opened.get(tsconfigPath);
    if (known) return known;
    const program = new TypeProgram({ tsconfigPath, root: options.root, mode: options.mode });
    for (const [path, text] of kept) program.keep(path, text);
    opened.set(tsconfigPath, program);
    return program;
  };
  const keep = (file: string, text: string): void => {
    kept.set(file, text);
    for (const program of opened.values()) program.keep(file, text);
  };
  /** The program a file is judged in; null where it is judged in none. */
  const judgeOf = (file: string): TypeProgram | null => {
    if (!SOURCES.test(file) || (options.mode === 'auto' && options.tsconfigsOf(file).length === 0)) return null;
    const program = programFor(file);
    if (options.mode === 'auto' && !program.covers(file)) return null;
    asked.add(program);
    return program;
  };
  return {
    added: (file, before, after) => judgeOf(file)?.added(file, before, after) ?? NOTHING,
    doubtful(changes) {
      const byProgram = groupBy(changes, ({ path: file }) => judgeOf(file));
      const doubtful = new Set([...byProgram].flatMap(([program, own]) => program?.doubtful(own) ?? []));
      for (const { path: file, after } of changes) if (!doubtful.has(file)) keep(file, after);
      return doubtful;
    },
    keep,
    unresolved: () => [...asked].map((program) => program.unresolved()).find((why) => why !== null) ?? null,
  };
}

/** Of a root-relative path, the configuration it is compiled by. */
function configFinder({ tsconfigsOf, root }: TypeCheckerOptions): (file: string) => string | null {
  const find = configFor(loadCompiler().compiler, root);
  return (file) => find(slashed(path.join(root, file)), tsconfigsOf(file));
}
