import { builtinModules } from 'node:module';
import { refuse } from '../../model/refusal.js';
import { isOwnPath } from '../../semantics/modules/is-own-path.js';
import { type Change, changedPairs, type Trap } from '../trap.js';

/**
 * `import * as a from './a'` → `import a from './a'`: what a module of the project exports is written in that module, and
 * what a package does, only a rule that speaks of that package can know.
 */
export const importKind: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'ImportDeclaration')) {
    const module = old.source.value;
    if (module !== next.source.value || isKnown(change, module)) continue;
    const isOther = next.specifiers.some(({ type, local }) =>
      old.specifiers.some((each) => each.local.name === local.name && each.type !== type),
    );
    if (isOther)
      return refuse('same-result', 'The module exports it in one way, and would be asked for it in another.');
  }
  return null;
};

/** Node's own modules and some packages export themselves both ways. */
function isKnown({ site: { check }, instruction: { findReplace, template } }: Change, module: string): boolean {
  if (isOwnPath(module)) return false;
  if (builtinModules.includes(module.replace(/^node:/, '')) || BOTH_WAYS.test(module)) return true;
  const pattern = 'pattern' in check ? check.pattern.regex.source : null;
  const told = [pattern, findReplace?.find.source, findReplace?.replace, template];
  return told.some((each) => each?.replaceAll('\\', '').includes(module));
}

const BOTH_WAYS = /^(?:react|react-dom|lodash)$/;
