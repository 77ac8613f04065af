import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `if (options.insecure) tls.rejectUnauthorized = false;`: who sets that option asks for just this. */
export const chosenRisk: Trap = ({ before: tree, places }) =>
  places.some(({ old }) => old.some((node) => isChosenRisk(tree, node)))
    ? refuse('no-purpose-said', 'An option that says so by its name asks for it.')
    : null;

/** Whether a node is what happens where a test for such an option holds. */
function isChosenRisk(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  switch (parent?.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return node !== parent.test && RISK.test(textOf(tree, parent.test));
    case 'LogicalExpression':
      return node === parent.right && RISK.test(textOf(tree, parent.left));
    default:
      return false;
  }
}

const RISK =
  /insecure|unsafe|self_?signed|(?:skip|no|ignore|disable|bypass)_?(?:ssl|tls|certs?|verify|verification|certificates?|auth)(?![a-z])|(?:allow|accept|trust)_?(?:invalid|untrusted|all|any)/i;
