import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { readsCount } from '../../semantics/values/is-count.js';
import { isKnownAs } from '../../semantics/values/is-known-as.js';
import { calledName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedPairs, type Trap } from '../trap.js';

/**
 * `{name && <b />}` → `{name > 0 && <b />}`: of a text, a list or an object that is never true, and `!== 0` always. And
 * what is handed on, as in `count={list.length && pages}`, is then false where it was 0.
 */
export const countedValue: Trap = (change) => {
  const { before: tree, site } = change;
  for (const { old, next } of changedPairs(change, 'LogicalExpression')) {
    const counted = next.left.type === 'BinaryExpression' && isZeroTest(next.left) ? next.left.left : null;
    if (!counted || textOf(change.after, counted) !== textOf(tree, old.left)) continue;
    if (!isMarkup(old.right) && isHandedOn(tree, old)) {
      return refuse('same-result', 'Where there is none, it would be false, and no number any more.');
    }
    if (readsCount(old.left) || isKnownAs(tree, old.left, 'number', site.types)) continue;
    return refuse('same-operand-types', 'What is compared with 0 is not known to be a number.');
  }
  return null;
};

function isZeroTest({ operator, right }: Extract<Node, { type: 'BinaryExpression' }>): boolean {
  return /^(?:>|!==?)$/.test(operator) && right.type === 'Literal' && right.value === 0;
}

/** To a function or component; a switch of an element means the same by 0 and by false. */
function isHandedOn(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  switch (parent?.type) {
    case 'LogicalExpression':
    case 'ParenthesizedExpression':
      return isHandedOn(tree, parent);
    case 'ConditionalExpression':
      return parent.test !== node && isHandedOn(tree, parent);
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee !== node && !TAKES_TRUTH.test(calledName(parent.callee) ?? '');
    case 'JSXExpressionContainer': {
      const holder = tree.parent(parent);
      return (
        holder?.type === 'JSXAttribute' && !(holder.name.type === 'JSXIdentifier' && SWITCH.test(holder.name.name))
      );
    }
    default:
      return false;
  }
}

function isMarkup(node: Node): boolean {
  return node.type === 'ParenthesizedExpression' ? isMarkup(node.expression) : /^JSX/.test(node.type);
}

/** What puts together the classes of an element leaves out 0 as well as false. */
const TAKES_TRUTH = /^(?:Boolean|cx|cn|clsx|classNames?|classnames|twMerge|twJoin)$/;

const SWITCH =
  /^(?:disabled|checked|hidden|open|readOnly|required|multiple|selected|className|active|visible|show|loading|in|(?:is|has|can|should|show)[A-Z]\w*)$/;
