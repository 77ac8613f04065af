import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Trap } from '../trap.js';

/** `null` → `undefined` and back: who compares strictly, passes it on or writes it as JSON tells them apart. */
export const nullForUndefined: Trap = ({ before: tree, places }) => {
  for (const { was, made } of places) {
    const [before, now] = [nothingOf(was), nothingOf(made)];
    if (before === null || now === null || before === now || isComparedLoosely(tree, was)) continue;
    return refuse('null-comparison', `Whoever gets this value may tell ${before} from ${now}.`);
  }
  return null;
};

function nothingOf(node: Node): 'null' | 'undefined' | null {
  switch (node.type) {
    case 'Literal':
      return node.value === null && node.raw === 'null' ? 'null' : null;
    case 'Identifier':
      return node.name === 'undefined' ? 'undefined' : null;
    case 'UnaryExpression':
      return node.operator === 'void' ? 'undefined' : null;
    case 'ReturnStatement':
      return node.argument === null ? 'undefined' : nothingOf(node.argument);
    default:
      return null;
  }
}

function isComparedLoosely(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  return parent?.type === 'BinaryExpression' && /^[!=]=$/.test(parent.operator);
}
