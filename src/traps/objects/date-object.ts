import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `new Date()` → `Date.now()` gives a number where an object was: right only where it is calculated with at once. What
 * a function of the owner gives, such as `clock.now()`, its rule knows.
 */
export const dateObject: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    if (textOf(after, made) === 'Date.now()' && isOfGivenTime(tree, was)) {
      return refuse('same-arguments', 'A time is given here, and the new call is of this moment.');
    }
    if (was.type !== 'NewExpression' || made.type !== 'CallExpression') continue;
    if (was.callee.type !== 'Identifier' || was.callee.name !== 'Date' || isNumberAtOnce(tree, was)) continue;
    if (isOwn(after, made.callee)) continue;
    const isKept = textOf(after, made).includes(textOf(tree, was));
    if (isKept) continue;
    return refuse(
      'number-used',
      'A date is expected here as far as can be told, and the new call gives something else.',
    );
  }
  return null;
};

/** `new Date(row.created).getTime()` */
function isOfGivenTime(tree: SyntaxTree, node: Node): boolean {
  const dates = tree.descendants(node).filter((each) => each.type === 'NewExpression');
  return dates.some((each) => textOf(tree, each.callee) === 'Date' && each.arguments.length > 0);
}

/** Neither of the language nor of a library whose dates are known to be others. */
function isOwn(tree: SyntaxTree, callee: Node): boolean {
  let root = callee;
  while (root.type === 'MemberExpression') root = root.object;
  if (root.type !== 'Identifier') return root.type === 'ThisExpression';
  return !OTHER_DATES.test(root.name) && !isUnbound(tree, root);
}

const OTHER_DATES = /^(?:moment|dayjs|luxon|DateTime|Temporal)$/;

function isNumberAtOnce(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  switch (parent?.type) {
    case 'ParenthesizedExpression':
      return isNumberAtOnce(tree, parent);
    case 'UnaryExpression':
      return /^[-+]$/.test(parent.operator);
    case 'BinaryExpression':
      return /^(?:[-*/%]|[<>]=?)$/.test(parent.operator);
    case 'CallExpression':
      return parent.callee.type === 'Identifier' && parent.callee.name === 'Number';
    default:
      return false;
  }
}
