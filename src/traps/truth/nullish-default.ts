import type { Node } from 'oxc-parser';
import { type Refusal, refuse } from '../../model/refusal.js';
import type { TypeOracle } from '../../model/type-oracle.js';
import { takesAway } from '../../semantics/effects/takes-away.js';
import { isTested } from '../../semantics/uses/is-tested.js';
import { askedNothing } from '../../semantics/values/asked-nothing.js';
import { hasForcedType } from '../../semantics/values/forced-type.js';
import { MAY_BE_FALSY, mayBeFalsy } from '../../semantics/values/may-be-falsy.js';
import { onePrimitive, typesOf } from '../../semantics/values/primitive-type.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { type Change, changedPairs, type Trap } from '../trap.js';

/** `||` → `??` keeps '', 0 and false, which `||` replaces; so does `a ? a : b` → `a ?? b`, and the way back loses them. */
export const nullishDefault: Trap = (change) => {
  const { before: tree, site } = change;
  for (const { old, next } of changedPairs(change, 'LogicalExpression', 'AssignmentExpression')) {
    const choice = choiceOf(tree, old);
    const made = choiceOf(change.after, next);
    if (!isExchanged(choice.operator, made.operator)) continue;
    if (isAskedForTruth(tree, old)) {
      return refuse('nullish-only', 'The value is only tested, and a test asks for truth, not for a default.');
    }
    const isKept = textOf(change.after, made.right) === textOf(tree, choice.right);
    if (isKept && isOnlyFalsyOne(tree, choice, site.types)) continue;
    if (mayBeFalsy(tree, choice.left, site.types)) return FALSY;
  }
  return defaultWithin(change) ?? choiceForDefault(change);
};

/** `a || 1` → `Number(a ?? 1)`: the same exchange, with something around it. */
function defaultWithin({ before: tree, after, places, site }: Change): Refusal | null {
  const isLost = places.some(({ was, made }) => {
    if (was.type !== 'LogicalExpression' || made.type === was.type) return false;
    const twin = after.descendants(made).find((each) => isTwin(tree, was, after, each));
    return twin !== undefined && mayBeFalsy(tree, was.left, site.types);
  });
  return isLost ? FALSY : null;
}

type Logical = Extract<Node, { type: 'LogicalExpression' }>;

function isTwin(tree: SyntaxTree, was: Logical, after: SyntaxTree, node: Node): boolean {
  return (
    node.type === 'LogicalExpression' &&
    isExchanged(was.operator, node.operator) &&
    textOf(after, node.left) === textOf(tree, was.left)
  );
}

const OTHER_ANSWER = refuse(
  'same-result',
  'What is asked is not what the choice gives, and it would be the answer itself.',
);

const TAKEN_TWICE = refuse('same-result', 'What is asked is taken away, and what is given is the next one.');

const FALSY = refuse('nullish-only', 'The left side may be an empty string, 0 or false, which only || replaces.');

type Choice = Extract<Node, { type: 'LogicalExpression' | 'AssignmentExpression' }>;

/** What chooses between two values; of `a = a || b`, which is `a ||= b`, the right side. */
function choiceOf(tree: SyntaxTree, node: Choice): Choice {
  if (node.type !== 'AssignmentExpression' || node.operator !== '=') return node;
  const { left, right } = node;
  return right.type === 'LogicalExpression' && textOf(tree, right.left) === textOf(tree, left) ? right : node;
}

function isExchanged(was: string, is: string): boolean {
  const [or, nullish] = [/^\|\|=?$/, /^\?\?=?$/];
  return (or.test(was) && nullish.test(is)) || (nullish.test(was) && or.test(is));
}

/** Also what is on the left of &&, whatever comes of the whole. */
function isAskedForTruth(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  if (parent?.type === 'ParenthesizedExpression') return isAskedForTruth(tree, parent);
  if (parent?.type !== 'LogicalExpression') return isTested(tree, node);
  return (parent.operator === '&&' && parent.left === node) || isAskedForTruth(tree, parent);
}

/** `text || ''`, `flag || false`: the one false value that the left side may have is the default. */
function isOnlyFalsyOne(tree: SyntaxTree, { left, right }: Choice, oracle: TypeOracle | undefined): boolean {
  if (right.type !== 'Literal' || (right.value !== '' && right.value !== false)) return false;
  const type = typeof right.value;
  if (hasForcedType(tree, left)) return false;
  const types = typesOf(tree, left, oracle);
  return MAY_BE_FALSY.every((each) => each === type || !types.has(each));
}

/** `a != null ? a : b` → `a ?? b`, and what only looks like it. */
function choiceForDefault({ before: tree, site, after, places }: Change): Refusal | null {
  for (const { was, made } of places) {
    if (was.type !== 'ConditionalExpression' || made.type !== 'LogicalExpression' || made.operator === '&&') continue;
    const left = textOf(after, made.left);
    if (givesOther(tree, was, left)) return OTHER_ANSWER;
    if (left === textOf(tree, was.consequent) && takesAway(tree, was.test)) return TAKEN_TWICE;
    const value = [was.consequent, was.alternate].find((branch) => textOf(tree, branch) === left);
    if (!value) continue;
    const asked = askedNothing(tree, was.test, value);
    const isTruth = asked.size === 0;
    if (isTruth !== (made.operator === '||')) {
      if (mayBeFalsy(tree, value, site.types)) return FALSY;
    } else if (!isTruth) {
      const types = typesOf(tree, value, site.types);
      const missed = (['null', 'undefined'] as const).find((each) => !asked.has(each));
      if (missed && (types.has(missed) || types.has('unknown'))) {
        return refuse('null-comparison', 'The choice tells null from undefined, which ?? does not.');
      }
    }
  }
  return null;
}

/** Whether what comes first is no answer of the choice: of `a > b ? b : c` and `a && !b ? c : b` a pattern may have read an end. */
function givesOther(tree: SyntaxTree, { test, consequent, alternate }: Conditional, left: string): boolean {
  const isTest = textOf(tree, test) === left;
  // `a > b ? true : c`
  if (isTest && isTrue(consequent)) return onePrimitive(typesOf(tree, test, undefined)) !== 'boolean';
  if (isTest && textOf(tree, consequent) !== left) return true;
  return ![consequent, alternate].some((branch) => withoutGuards(textOf(tree, branch)) === withoutGuards(left));
}

type Conditional = Extract<Node, { type: 'ConditionalExpression' }>;

function isTrue(node: Node): boolean {
  return node.type === 'Literal' && node.value === true;
}

/** `a?.b[0]` and `(a.b)?.[0]` alike. */
function withoutGuards(text: string): string {
  return text.replace(/\?\.(?=[[(])|[\s()?]/g, '');
}
