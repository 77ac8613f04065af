import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isToldThere } from '../../semantics/uses/is-told-there.js';
import { onePrimitive, typesOf } from '../../semantics/values/primitive-type.js';
import { isFunction } from '../../syntax/is-function.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Change, ChangedPlace, Trap } from '../trap.js';

/**
 * `list.reduce(add, 0)` → `list.reduce(add)`: without a value to begin with, an empty list throws, and the first element
 * stands for what is made of all of them.
 */
export const emptyFold: Trap = (change) => {
  for (const place of change.places) {
    const fold = place.next.find(isFold);
    if (!fold) continue;
    const was = place.old.find(isFold);
    const isOther = !was || textOf(change.before, was.callee) !== textOf(change.after, fold.callee);
    const refusal = isOther ? whereEmpty(change, fold) : otherStart(change, was, fold, place);
    if (refusal) return refusal;
  }
  return null;
};

const EMPTY = refuse('same-result', 'Without a value to begin with, reduce throws where the list is empty.');
const START = refuse('same-result', 'What reduce begins with is part of what comes of it.');

type Fold = Extract<Node, { type: 'CallExpression' }> & { callee: Extract<Node, { type: 'MemberExpression' }> };

function isFold(node: Node): node is Fold {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  if (node.arguments.length === 0 || node.arguments.some(({ type }) => type === 'SpreadElement')) return false;
  return /^reduce(?:Right)?$/.test(memberName(node.callee) ?? '');
}

function whereEmpty({ after }: Change, { arguments: given, callee }: Fold): typeof EMPTY | null {
  return given.length > 1 || hasElement(after, callee.object) ? null : EMPTY;
}

/** A start that is left out, or that is new: it adds nothing to elements that are known to be what it is. */
function otherStart(change: Change, was: Fold, fold: Fold, { old }: ChangedPlace): typeof EMPTY | null {
  if (was.arguments.length === fold.arguments.length) return null;
  const { before: tree, site } = change;
  const [add, start] = [was, fold].find(({ arguments: given }) => given.length > 1)?.arguments ?? [];
  const neutral = start?.type === 'Literal' ? NEUTRAL.get(`${operatorOf(was.arguments[0])}${start.raw}`) : undefined;
  const element = parameterOf(was.arguments[0]);
  if (!add || !neutral || !element || !old.includes(was)) return START;
  const isNeutral = onePrimitive(typesOf(tree, element, site.types)) === neutral;
  if (!isNeutral && !(neutral === 'number' && isSum(was.arguments[0]))) return START;
  return whereEmpty(change, fold);
}

/** What is begun with, behind the operator to which it adds nothing, and of what type the elements have to be. */
const NEUTRAL: ReadonlyMap<string, 'number' | 'string'> = new Map([
  ['+0', 'number'],
  ['*1', 'number'],
  ["+''", 'string'],
  ['+""', 'string'],
]);

/** `+` of `(a, b) => a + b` */
function operatorOf(given: Node | undefined): string | null {
  if (given?.type !== 'ArrowFunctionExpression' || given.body.type !== 'BinaryExpression') return null;
  const [names, { left, right, operator }] = [given.params, given.body];
  const [one, other, ...more] = names.map((each) => (each.type === 'Identifier' ? each.name : null));
  if (left.type !== 'Identifier' || right.type !== 'Identifier' || more.length > 0) return null;
  return left.name === one && right.name === other && one !== other ? operator : null;
}

/** What is added up is called `sum`, as nobody calls a text. */
function isSum(given: Node | undefined): boolean {
  const [sum] = given && isFunction(given) ? given.params : [];
  return sum?.type === 'Identifier' && /(?:sum|total|count|amount)$/i.test(sum.name);
}

/** The element, where what folds them uses it. */
function parameterOf(given: Node | undefined): Node | null {
  const body = given && isFunction(given) ? given.body : null;
  return body?.type === 'BinaryExpression' ? body.right : null;
}

/** Whether a list is written with elements, or a test around or before says that it has some. */
function hasElement(tree: SyntaxTree, list: Node): boolean {
  const written = list.type === 'ParenthesizedExpression' ? list.expression : list;
  if (written.type === 'ArrayExpression') return written.elements.some((each) => each && each.type !== 'SpreadElement');
  const name = textOf(tree, list);
  return isToldThere(tree, list, (test, outcome) => saysElements(tree, test, outcome, name));
}

/** `list.length`, `list.length > 0`, and what is not `list.length === 0` */
function saysElements(tree: SyntaxTree, test: Node, outcome: boolean, name: string): boolean {
  const isLength = (node: Node): boolean =>
    node.type === 'MemberExpression' && memberName(node) === 'length' && textOf(tree, node.object) === name;
  if (isLength(test)) return outcome;
  if (test.type !== 'BinaryExpression' || !isLength(test.left) || test.right.type !== 'Literal') return false;
  const count = test.right.value;
  if (typeof count !== 'number') return false;
  if (/^[!=]==?$/.test(test.operator)) return count === 0 && outcome === test.operator.startsWith('!');
  if (outcome) return test.operator === '>' ? count >= 0 : test.operator === '>=' && count > 0;
  return test.operator === '<' ? count > 0 : test.operator === '<=' && count >= 0;
}
