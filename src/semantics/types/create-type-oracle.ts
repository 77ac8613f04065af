import type { TypeOracle } from '../../model/type-oracle.js';
import type { TypeProgram } from './type-program.js';
import type { TypePrograms } from './type-programs.js';
import { UNKNOWN } from './value-types-at.js';

/**
 * An oracle over the types of a project. Where no tsconfig is near a file every answer is `unknown`. Only TypeScript files
 * are answered for: in JavaScript a declared type binds nobody.
 */
export function createTypeOracle(programs: TypePrograms): TypeOracle {
  const programOf = (file: string): TypeProgram | null =>
    programs.options.tsconfigsOf(file).length > 0 ? programs.of(file) : null;
  const typedProgramOf = (file: string): TypeProgram | null => (/\.[cm]?tsx?$/.test(file) ? programOf(file) : null);
  return {
    typesAt: (file, text, range) => typedProgramOf(file)?.typesAt(file, text, range) ?? UNKNOWN,
    targetLib: (file) => programOf(file)?.targetLib() ?? null,
    forbidsUnused: (file) => typedProgramOf(file)?.forbidsUnused() ?? false,
  };
}
