import { groupBy } from '../../model/group-by.js';
import type { TypeChecker, TypeProblem } from './type-checker.js';
import type { TypeProgram } from './type-program.js';
import type { TypePrograms } from './type-programs.js';

const NOTHING: readonly TypeProblem[] = [];
const SOURCES = /\.[cm]?[jt]sx?$/;

/**
 * Diagnostics of the project's programs over the files on disk, with the texts of this run laid over them; from the first
 * question on only what changed is checked again.
 */
export function createTypeChecker(programs: TypePrograms): TypeChecker {
  const { tsconfigsOf, mode } = programs.options;
  const asked = new Set<TypeProgram>();
  /** The program a file is judged in; null where it is judged in none. */
  const judgeOf = (file: string): TypeProgram | null => {
    if (mode === 'off' || !SOURCES.test(file) || (mode === 'auto' && tsconfigsOf(file).length === 0)) return null;
    const program = programs.of(file);
    if (mode === 'auto' && !program.covers(file)) return null;
    asked.add(program);
    return program;
  };
  return {
    added: (file, before, after) => judgeOf(file)?.added(file, before, after) ?? NOTHING,
    doubtful(changes) {
      const byProgram = groupBy(changes, ({ path: file }) => judgeOf(file));
      const doubtful = new Set([...byProgram].flatMap(([program, own]) => program?.doubtful(own) ?? []));
      for (const { path: file, after } of changes) if (!doubtful.has(file)) programs.keep(file, after);
      return doubtful;
    },
    keep: programs.keep,
    unresolved: () => [...asked].map((program) => program.unresolved()).find((why) => why !== null) ?? null,
  };
}
