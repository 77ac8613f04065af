import path from 'node:path';
import { configsFor, type FindTsconfigs } from './configs-for.js';
import { lazily } from './lazily.js';
import { loadCompiler } from './load-compiler.js';
import { slashed } from './slashed.js';
import { TypeProgram, type TypeProgramOptions } from './type-program.js';

export interface TypeProgramsOptions extends Omit<TypeProgramOptions, 'tsconfigPath'> {
  readonly tsconfigsOf: FindTsconfigs;
}

/** The programs of a project, one for each tsconfig that compiles any file asked about. */
export interface TypePrograms {
  readonly options: TypeProgramsOptions;
  /** The first one a file belongs to. The compiler is loaded with the first. @param file root-relative */
  of(file: string): TypeProgram;
  /** All of them, but for those that ask no more of it than one before: a package may be compiled by itself and with all. */
  allOf(file: string): readonly TypeProgram[];
  /** Tells that a file is to hold this text from now on. */
  keep(file: string, text: string): void;
}

/** Nothing is read or loaded before it is asked. Shared by all who ask: a program of a large project takes a gigabyte. */
export function typePrograms(options: TypeProgramsOptions): TypePrograms {
  const opened = new Map<string | null, TypeProgram>();
  const kept = new Map<string, string>();
  const configsOf = lazily(() => configFinder(options));
  const open = (tsconfigPath: string | null): TypeProgram => {
    const known = opened.get(tsconfigPath);
    if (known) return known;
    const program = new TypeProgram({ tsconfigPath, root: options.root, mode: options.mode });
    for (const [name, text] of kept) program.keep(name, text);
    opened.set(tsconfigPath, program);
    return program;
  };
  return {
    options,
    of: (file) => open(configsOf()(file)[0] ?? null),
    allOf(file) {
      const configs = configsOf()(file);
      const programs = (configs.length > 0 ? configs : [null]).map(open);
      return programs.filter(({ demands }, at) => programs.findIndex((other) => other.demands === demands) === at);
    },
    keep(file, text) {
      kept.set(file, text);
      for (const program of opened.values()) program.keep(file, text);
    },
  };
}

/** Of a root-relative path, the configurations it is compiled by. */
function configFinder({ tsconfigsOf, root }: TypeProgramsOptions): (file: string) => readonly string[] {
  const find = configsFor(loadCompiler().compiler, root);
  return (file) => find(slashed(path.join(root, file)), tsconfigsOf(file));
}
