import { isOwnPath } from '../imports/is-own-path.js';
import { refuse } from '../refusal.js';
import { changedPairs, type Trap } from './trap.js';

/** `import * as a from './a'` → `import a from './a'`: what a module of the project exports is written in that module. */
export const importKind: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'ImportDeclaration')) {
    if (old.source.value !== next.source.value || !isOwnPath(old.source.value)) continue;
    const isOther = next.specifiers.some(({ type, local }) =>
      old.specifiers.some((each) => each.local.name === local.name && each.type !== type),
    );
    if (isOther)
      return refuse('same-result', 'The module exports it in one way, and would be asked for it in another.');
  }
  return null;
};
