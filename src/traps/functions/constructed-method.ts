import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { calledName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { changedPairs, type Trap } from '../trap.js';

/**
 * `Buffer(x)` → `Buffer.from(x)` behind a `new` that stays: `from` is a method, which constructs nothing. Nor does the
 * factory of `throw createError(x)` behind one that is added: where it is an arrow, that throws a TypeError.
 */
export const constructedMethod: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'NewExpression', 'CallExpression')) {
    const name = next.type === 'NewExpression' ? calledName(next.callee) : null;
    // By the custom of all libraries, what is constructed begins with a capital letter.
    if (name === null || !/^[_$]*\p{Ll}/u.test(name) || isClass(change.after, next.callee)) continue;
    if (old.type === next.type && calledName(old.callee) === name) continue;
    return refuse('constructs', `The new would construct the function "${name}".`);
  }
  return null;
};

function isClass(tree: SyntaxTree, callee: Node): boolean {
  if (callee.type !== 'Identifier') return false;
  return nameScopes(tree).resolve(callee.name, callee)?.declaration.type === 'ClassDeclaration';
}
