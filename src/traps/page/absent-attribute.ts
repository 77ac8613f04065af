import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isTested } from '../../semantics/uses/is-tested.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOf } from '../../syntax/uses-of.js';
import type { Trap } from '../trap.js';

/** `getAttribute('data-x')` → `dataset.x`: the one gives null where there is none, the other undefined. */
export const absentAttribute: Trap = ({ before: tree, places }) => {
  for (const { old, next } of places) {
    const was = old.find(({ type }) => type === 'CallExpression');
    const made = next.find(({ type }) => type === 'MemberExpression');
    if (was?.type !== 'CallExpression' || memberName(was.callee) !== 'getAttribute') continue;
    if (made?.type !== 'MemberExpression' || memberName(made.object) !== 'dataset') continue;
    if (!isAlike(tree, was))
      return refuse('same-result', 'Where there is no such attribute it was null, and is undefined.');
  }
  return null;
};

/** Compared with a text, asked for its truth, or given another value where there is none. */
function isAlike(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  switch (parent?.type) {
    case 'BinaryExpression': {
      const other = parent.left === node ? parent.right : parent.left;
      return /^[!=]=$/.test(parent.operator) || (other.type === 'Literal' && typeof other.value === 'string');
    }
    case 'LogicalExpression':
      return (parent.left === node && parent.operator !== '&&') || isTested(tree, node);
    case 'ChainExpression':
    case 'TSNonNullExpression':
      return isAlike(tree, parent);
    case 'MemberExpression':
      return parent.object === node;
    case 'VariableDeclarator': {
      if (parent.id.type !== 'Identifier' || parent.init !== node) return false;
      const uses = usesOf(tree, parent.id).filter((each) => each !== parent.id);
      return uses.length > 0 && uses.every((use) => isAlike(tree, use));
    }
    default:
      return isTested(tree, node);
  }
}
