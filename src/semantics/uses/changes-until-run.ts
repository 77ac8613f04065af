import type { Node } from 'oxc-parser';
import { contains } from '../../model/position.js';
import { isFunction } from '../../syntax/is-function.js';
import { type Binding, nameScopes, type Reference } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { isWritten } from '../names/is-written.js';

/** Whether code says something else when it runs later or twice: it changes a variable, or reads one that is changed. */
export function changesUntilRun(tree: SyntaxTree, code: Node): boolean {
  const { references } = nameScopes(tree);
  const isLocal = ({ binding }: Reference): boolean => binding !== null && !contains(code, binding.identifier);
  const used = references.filter((each) => contains(code, each.node) && isLocal(each));
  return used.some(({ node, binding }) => {
    if (isWritten(tree, node)) return true;
    const writes = references.filter((each) => each.binding === binding && isWritten(tree, each.node));
    return binding !== null && writes.some((write) => runsBehind(tree, write.node, code, binding));
  });
}

/** Whether a variable is written in the same function behind code that reads it: further down, or in the next round. */
function runsBehind(tree: SyntaxTree, write: Node, code: Node, { kind, declaration }: Binding): boolean {
  const functionOf = (node: Node): Node | undefined => tree.lineage(node).find(isFunction);
  if (functionOf(write) !== functionOf(code)) return false;
  const loop = tree.lineage(code).find((node) => LOOP.test(node.type) && contains(node, write));
  // A variable that the loop declares is one of its own for each round.
  const isOfRound = loop !== undefined && kind !== 'var' && contains(loop, declaration);
  return (loop !== undefined && !isOfRound) || write.start > code.start;
}

const LOOP = /^(?:For(?:In|Of)?|While|DoWhile)Statement$/;
