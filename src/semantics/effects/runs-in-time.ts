import type { Node } from 'oxc-parser';
import { isCallee } from '../../syntax/is-callee.js';
import { isFunction } from '../../syntax/is-function.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOf } from '../../syntax/uses-of.js';
import { isCalledThere } from '../uses/is-called-there.js';

/** Whether code of a function runs before the function returns, and not in a callback that runs later. */
export function runsInTime(tree: SyntaxTree, node: Node, whole: Node): boolean {
  for (const around of tree.lineage(node)) {
    if (around === whole) return true;
    if (around !== node && isFunction(around) && !isRunAtOnce(tree, around)) return false;
  }
  return false;
}

/** A function that is called where it stands, or by its name. */
function isRunAtOnce(tree: SyntaxTree, called: Node): boolean {
  if (isCalledThere(tree, called)) return true;
  const parent = tree.parent(called);
  const named =
    parent?.type === 'VariableDeclarator' ? parent.id : called.type === 'FunctionDeclaration' ? called.id : null;
  return named?.type === 'Identifier' && usesOf(tree, named).some((use) => isCallee(tree, use));
}
