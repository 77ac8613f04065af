import type { Node } from 'oxc-parser';
import { refuse } from '../refusal.js';
import type { Trap } from './trap.js';

/** `require('fs')` → `require('fs/promises')`: of the same names, and none of them is called the same way. */
export const otherBuiltIn: Trap = ({ places }) => {
  for (const { old, next } of places) {
    const [was, is] = [builtIn(old[0]), builtIn(next[0])];
    if (was === null || is === null || was === is || (!VARIANT.test(was) && !VARIANT.test(is))) continue;
    const isSame = was.split('/')[0] === is.split('/')[0];
    if (isSame) return refuse('same-arguments', `The functions of "${is}" are not called like those of "${was}".`);
  }
  return null;
};

/** The strict assertions and the paths of one system are called like the others. */
const VARIANT = /^(?:fs|dns|timers|stream|readline|inspector)\/(?:promises|web|consumers)$|^util\/types$/;

function builtIn(node: Node | undefined): string | null {
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value.replace(/^node:/, '') : null;
}
