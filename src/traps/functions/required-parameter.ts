import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isCallee } from '../../syntax/is-callee.js';
import { isExported } from '../../syntax/is-exported.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOf } from '../../syntax/uses-of.js';
import { changedPairs, type Trap } from '../trap.js';

/**
 * `(path?: string)` → `(path: string | undefined)`: who left it out has to give it. Of what is called in the file alone the
 * compiler finds them all; whoever calls what is exported, or handed on, may be elsewhere.
 */
export const requiredParameter: Trap = (change) => {
  const { before: tree, after } = change;
  const isNeeded = changedPairs(change, 'Identifier').some(({ old, next }) => {
    if (!isOptional(old) || isOptional(next) || after.parent(next)?.type === 'AssignmentPattern') return false;
    const called = tree.parent(old);
    return called !== null && !isCalledHere(tree, called);
  });
  return isNeeded ? refuse('same-arguments', 'Who leaves it out elsewhere would have to give it.') : null;
};

function isOptional(node: Node): boolean {
  return 'optional' in node && Boolean(node.optional);
}

/** A function of the file that is only called by its name, or a method that nobody else may call. */
function isCalledHere(tree: SyntaxTree, called: Node): boolean {
  const parent = tree.parent(called);
  if (parent?.type === 'MethodDefinition') {
    return parent.accessibility === 'private' || parent.key.type === 'PrivateIdentifier';
  }
  const declaration = called.type === 'FunctionDeclaration' ? called : parent;
  if (declaration?.type !== 'FunctionDeclaration' && declaration?.type !== 'VariableDeclarator') return false;
  if (declaration.id?.type !== 'Identifier' || isExported(tree, declaration)) return false;
  return usesOf(tree, declaration.id).every((use) => isCallee(tree, use));
}
