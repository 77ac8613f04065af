import { refuse } from '../../model/refusal.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedPairs, type Trap } from '../trap.js';

/** `make: function (x) {` → `make(x) {`: a method constructs nothing, and has no name of its own to be called by. */
export const shorthandMethod: Trap = (change) => {
  const { before: tree } = change;
  for (const { old, next } of changedPairs(change, 'Property')) {
    if (old.method || !next.method || old.value.type !== 'FunctionExpression') continue;
    const name = staticName(old.key, old.computed);
    if (name === null || isConstructor(name, textOf(tree, old.value)) || isConstructed(tree, name)) {
      return refuse('constructs', 'The function may be constructed, which a method cannot.');
    }
  }
  return null;
};

/** By what it is called and does: `constructor` of what is given to `extend`, and what sets members of what it makes. */
function isConstructor(name: string, code: string): boolean {
  if (name === 'constructor' || /\barguments\s*\.\s*callee\b/.test(code)) return true;
  return /^[A-Z][a-z]/.test(name) && /\bthis\s*\.\s*[\w$]+\s*=(?!=)/.test(code);
}

/** Whether its file constructs something of a name, or asks for what it makes objects of. */
function isConstructed(tree: SyntaxTree, name: string): boolean {
  return tree.descendants(tree.program).some((node) => {
    if (node.type === 'NewExpression') return calledName(node.callee) === name;
    return node.type === 'MemberExpression' && memberName(node) === 'prototype' && calledName(node.object) === name;
  });
}
