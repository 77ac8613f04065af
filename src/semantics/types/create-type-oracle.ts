import type { TypeOracle } from '../../model/type-oracle.js';
import { earliestLib } from './target-lib.js';
import type { TypeProgram } from './type-program.js';
import type { TypePrograms } from './type-programs.js';
import { UNKNOWN } from './value-types-at.js';

const TYPED = /\.[cm]?tsx?$/;

/**
 * An oracle over the types of a project. Where no tsconfig is near a file every answer is `unknown`. Only TypeScript files
 * are answered for: in JavaScript a declared type binds nobody.
 */
export function createTypeOracle(programs: TypePrograms): TypeOracle {
  const typedProgramOf = (file: string): TypeProgram | null =>
    TYPED.test(file) && programs.options.tsconfigsOf(file).length > 0 ? programs.of(file) : null;
  const allOf = (file: string): readonly TypeProgram[] =>
    programs.options.tsconfigsOf(file).length > 0 ? programs.allOf(file) : [];
  const areAll = (file: string, are: (program: TypeProgram) => boolean): boolean => {
    const around = TYPED.test(file) ? allOf(file) : [];
    return around.length > 0 && around.every(are);
  };
  return {
    typesAt: (file, text, range) => typedProgramOf(file)?.typesAt(file, text, range) ?? UNKNOWN,
    targetLib: (file) => earliestLib(allOf(file).flatMap((program) => program.targetLib() ?? [])),
    forbidsUnused: (file) => TYPED.test(file) && allOf(file).some((program) => program.forbidsUnused()),
    lacksInterop: (file) => TYPED.test(file) && allOf(file).some((program) => program.lacksInterop()),
    bringsJsx: (file) => areAll(file, (program) => program.bringsJsx()),
    keepsClasses: (file) => areAll(file, (program) => program.keepsClasses()),
  };
}
