import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import type { Trap } from '../trap.js';

/** `require('fs')` → `require('fs/promises')`: of the same names, and none of them is called the same way. */
export const otherBuiltIn: Trap = ({ places }) => {
  for (const { was, made, old, next } of places) {
    if (takeOthers(old[1], next[1])) continue;
    const [before, now] = [builtIn(was), builtIn(made)];
    if (before === null || now === null || before === now) continue;
    if (!VARIANT.test(before) && !VARIANT.test(now)) continue;
    if (before.split('/')[0] === now.split('/')[0]) {
      return refuse('same-arguments', `The functions of "${now}" are not called like those of "${before}".`);
    }
  }
  return null;
};

/** The strict assertions and the paths of one system are called like the others. */
const VARIANT = /^(?:fs|dns|timers|stream|readline|inspector)\/(?:promises|web|consumers)$|^util\/types$/;

/** `import { readFileSync } from 'fs'` → `import { readFile } from 'fs/promises'` takes nothing of the same name. */
function takeOthers(old: Node | undefined, next: Node | undefined): boolean {
  if (old?.type !== 'ImportDeclaration' || next?.type !== 'ImportDeclaration') return false;
  const known = old.specifiers.map(({ local }) => local.name);
  return next.specifiers.length > 0 && next.specifiers.every(({ local }) => !known.includes(local.name));
}

function builtIn(node: Node): string | null {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value.replace(/^node:/, '') : null;
}
