import type { TypeOracle } from './type-oracle.js';
import type { TypePrograms } from './type-programs.js';
import { UNKNOWN } from './value-types-at.js';

/**
 * An oracle over the types of a project. Without a tsconfig every answer is `unknown`. Only TypeScript files are answered
 * for: in JavaScript a declared type binds nobody.
 */
export function createTypeOracle(programs: TypePrograms): TypeOracle {
  const hasConfig = programs.options.tsconfigPath !== null;
  const isTyped = (file: string): boolean => hasConfig && /\.[cm]?tsx?$/.test(file);
  return {
    typesAt: (file, text, range) => (isTyped(file) ? programs.of(file).typesAt(file, text, range) : UNKNOWN),
    targetLib: (file) => (hasConfig ? programs.of(file).targetLib() : null),
    forbidsUnused: (file) => isTyped(file) && programs.of(file).forbidsUnused(),
  };
}
