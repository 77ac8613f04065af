import type { Node } from 'oxc-parser';
import { type Refusal, refuse } from '../../model/refusal.js';
import { askedNothing } from '../../semantics/values/asked-nothing.js';
import { isNothing } from '../../semantics/values/is-nothing.js';
import { mayBeFalsy } from '../../semantics/values/may-be-falsy.js';
import { typesOf } from '../../semantics/values/primitive-type.js';
import { holdsOnly } from '../../semantics/values/variable-values.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { type Change, changedStatements, type Trap } from '../trap.js';

/** `if (!a) a = b;` → `a ??= b;` leaves '', 0 and false; `if (a === undefined) a = b;` → `a ??= b;` replaces null as well. */
export const assignedDefault: Trap = (change) => {
  for (const { was, made } of changedStatements(change)) {
    if (was.type !== 'IfStatement' || was.alternate || made.type !== 'ExpressionStatement') continue;
    const { expression } = made;
    if (expression.type !== 'AssignmentExpression' || !/^(?:\?\?|\|\|)=$/.test(expression.operator)) continue;
    const lost = lostQuestion(change, was.test, textOf(change.after, expression.left), expression);
    if (lost) return lost;
  }
  return null;
};

type Assignment = Extract<Node, { type: 'AssignmentExpression' }>;

function lostQuestion(
  { before: tree, site }: Change,
  test: Node,
  name: string,
  { operator, right }: Assignment,
): Refusal | null {
  const value = tree.descendants(test).find((each) => textOf(tree, each) === name);
  if (!value) return null;
  const asked = askedNothing(tree, test, value);
  const isForTruth = test.type === 'UnaryExpression' && test.operator === '!';
  if (!isForTruth && asked.size === 0) return null;
  if (isForTruth !== (operator === '||=')) {
    const isObject = OBJECT.test(right.type) && isGivenObjects(tree, value);
    return !isObject && mayBeFalsy(tree, value, site.types) ? FALSY : null;
  }
  if (isForTruth) return null;
  const types = typesOf(tree, value, site.types);
  const missed = (['null', 'undefined'] as const).find((each) => !asked.has(each));
  return missed && (types.has(missed) || types.has('unknown')) ? OTHER_NOTHING : null;
}

/** Whether all that a variable, or a member of its name, is given in the file is a new object or nothing. */
function isGivenObjects(tree: SyntaxTree, node: Node): boolean {
  if (node.type === 'Identifier') return holdsOnly(tree, node, isObjectOrNothing);
  const name = memberName(node);
  if (name === null) return false;
  return tree.descendants(tree.program).every((each) => {
    if (each.type !== 'AssignmentExpression' || memberName(each.left) !== name) return true;
    return each.operator === '=' && isObjectOrNothing(each.right);
  });
}

function isObjectOrNothing(node: Node): boolean {
  return isNothing(node) || OBJECT.test(node.type);
}

const OBJECT = /^(?:Object|Array|New|Function|ArrowFunction|Class)Expression$/;

const FALSY = refuse(
  'nullish-only',
  'What is asked for may be an empty string, 0 or false, which one of the two keeps.',
);

const OTHER_NOTHING = refuse('null-comparison', 'What is asked tells null from undefined, which ??= does not.');
