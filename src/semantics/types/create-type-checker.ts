import { groupBy } from '../../model/group-by.js';
import type { TypeChecker } from './type-checker.js';
import type { TypeProgram } from './type-program.js';
import type { TypePrograms } from './type-programs.js';

const SOURCES = /\.[cm]?[jt]sx?$/;

/**
 * Diagnostics of the project's programs over the files on disk, with the texts of this run laid over them; from the first
 * question on only what changed is checked again.
 */
export function createTypeChecker(programs: TypePrograms): TypeChecker {
  const { tsconfigsOf, mode } = programs.options;
  const asked = new Set<TypeProgram>();
  /** The programs a file is judged in. */
  const judgesOf = (file: string): readonly TypeProgram[] => {
    if (mode === 'off' || !SOURCES.test(file) || (mode === 'auto' && tsconfigsOf(file).length === 0)) return [];
    const judges = programs.allOf(file).filter((program) => mode === 'on' || program.covers(file));
    for (const program of judges) asked.add(program);
    return judges;
  };
  return {
    added(file, before, after) {
      const all = judgesOf(file).flatMap((program) => program.added(file, before, after));
      return [...new Map(all.map((problem) => [JSON.stringify(problem), problem])).values()];
    },
    doubtful(changes) {
      const judged = changes.flatMap((change) => judgesOf(change.path).map((program) => ({ change, program })));
      const byProgram = groupBy(judged, ({ program }) => program);
      const found = [...byProgram].flatMap(([program, own]) => program.doubtful(own.map(({ change }) => change)));
      const doubtful = new Set(found);
      // A program that has no doubt took in the new text.
      for (const { path: file, before, after } of changes) programs.keep(file, doubtful.has(file) ? before : after);
      return doubtful;
    },
    keep: programs.keep,
    unresolved: () => [...asked].map((program) => program.unresolved()).find((why) => why !== null) ?? null,
  };
}
