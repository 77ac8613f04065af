import type { Node } from 'oxc-parser';
import { type Refusal, refuse } from '../../model/refusal.js';
import type { TypeOracle, ValueType } from '../../model/type-oracle.js';
import { isAnyFalse } from '../../semantics/uses/is-any-false.js';
import { declarationOf } from '../../semantics/values/declaration-of.js';
import { declaredType } from '../../semantics/values/declared-type.js';
import { isObjectType } from '../../semantics/values/is-object-type.js';
import { mayBeNullish, typesOf } from '../../semantics/values/primitive-type.js';
import { valueKinds } from '../../semantics/values/value-kinds.js';
import { isTypeScript } from '../../syntax/language-of.js';
import { linksOf } from '../../syntax/links-of.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { type Change, type ChangedPlace, changedPairs, type Trap } from '../trap.js';

/** What is false and something nevertheless. */
const FALSY = ['string', 'number', 'boolean', 'bigint', 'unknown'] as const;

/**
 * `a && a.b` is `a` where that is falsy, and asks no more of it; `a?.b` is undefined, and lets '' and 0 through.
 * `a.b` throws where `a` is nothing.
 */
export const optionalChain: Trap = (change) => {
  const { before: tree, site, places } = change;
  for (const { old, next } of changedPairs(change, 'LogicalExpression', 'ChainExpression')) {
    if (old.type !== 'LogicalExpression' || next.type !== 'ChainExpression' || old.operator !== '&&') continue;
    const isFalseAlike = isAnyFalse(tree, old) || isStatement(tree, old);
    if (isFalseAlike && isOneMember(next.expression)) continue;
    const types = typesOf(tree, old.left, site.types);
    const mayBeFalse = FALSY.some((type) => types.has(type)) && !isObjectOrNothing(tree, old.left);
    if (mayBeFalse || (mayBeNull(tree, old.left, types) && !isFalseAlike)) {
      return refuse('nullish-only', "The left side may be null, '', 0 or false, which && gives back as it is.");
    }
  }
  if (changedPairs(change, 'LogicalExpression').some(({ old, next }) => isShortened(change, old, next)))
    return OF_CHAIN;
  if (places.some((place) => isCutOff(change, place))) return refuse('same-operand-types', CUT_OFF);
  const compared = checkCompared(change);
  if (compared) return compared;
  return change.places.some(({ old: [was], next: [made] }) => was && made && mayThrow(change, was, made))
    ? refuse('same-operand-types', 'What is asked for a member may be null or undefined here.')
    : null;
};

/** `on && a && a.b` → `on && a?.b`, where it makes a difference which false value that comes to, or what is asked of nothing. */
function isShortened({ before: tree, after, site }: Change, old: Node, next: Node): boolean {
  const [was, is] = [linksOf(old, '&&'), linksOf(next, '&&')];
  const at = is.findIndex((link, index) => textOf(after, link) !== textOf(tree, was[index] ?? old));
  const [guard, guarded, made] = [was[at], was[at + 1], is[at]];
  if (was.length !== is.length + 1 || is.length < 2 || !guard || !guarded || !made) return false;
  if (made.type === 'ChainExpression') {
    return !isAnyFalse(tree, old) || !(isOneMember(made.expression) || isObjectOrNothing(tree, guard));
  }
  if (made.type !== 'BinaryExpression' || made.left.type !== 'ChainExpression') return false;
  return !isAnyFalse(tree, old) || !isComparedAlike(tree, guard, guarded, made, site.types);
}

const OF_CHAIN = refuse(
  'nullish-only',
  "A link of the chain may be null, '', 0 or false, which && gives back as it is.",
);

/** `a!.b(c)` → `(a?.b)(c)`: in brackets a chain ends, and what is called behind it may be nothing. */
function isCutOff({ after }: Change, { made, next }: ChangedPlace): boolean {
  const bracket = [made, ...next].find(({ type }) => type === 'ParenthesizedExpression');
  if (bracket?.type !== 'ParenthesizedExpression' || bracket.expression.type !== 'ChainExpression') return false;
  const parent = after.parent(bracket);
  return parent?.type === 'CallExpression'
    ? parent.callee === bracket && !parent.optional
    : parent?.type === 'MemberExpression' && parent.object === bracket && !parent.optional;
}

const CUT_OFF = 'In brackets the chain ends, and what is asked behind it may be nothing.';

/** In brackets, it may be the expression of a template, whose value is shown or handed on. */
function isStatement(tree: SyntaxTree, node: Node): boolean {
  return tree.parent(node)?.type === 'ExpressionStatement';
}

function isObjectOrNothing(tree: SyntaxTree, node: Node): boolean {
  const type = declaredType(tree, node);
  if (type && isOfObjects(tree, type)) return true;
  return [...valueKinds(tree, node)].every((kind) => /^(?:array|function|map|set|record|nullish)$/.test(kind));
}

/** Of a type that another file gives a member is read, which the compiler holds it to have. */
function isOfObjects(tree: SyntaxTree, type: Node): boolean {
  if (type.type === 'TSUnionType') return type.types.every((each) => isOfObjects(tree, each));
  if (isObjectType(tree, type)) return true;
  return isTypeScript(tree.path) && declarationOf(tree, type)?.type === 'ImportSpecifier';
}

function mayBeNull(tree: SyntaxTree, node: Node, types: ReadonlySet<ValueType>): boolean {
  return types.has('null') || (types.has('unknown') && valueKinds(tree, node).has('nullish'));
}

/** `a && a.b === 1` is false as `a?.b === 1` is, where it is asked for one member and compared with what is something. */
function checkCompared(change: Change): Refusal | null {
  const { before: tree, site } = change;
  for (const { old, next } of changedPairs(change, 'LogicalExpression', 'BinaryExpression')) {
    if (old.type !== 'LogicalExpression' || next.type !== 'BinaryExpression') continue;
    const { left, right } = old;
    if (old.operator !== '&&' || right.type !== 'BinaryExpression' || next.left.type !== 'ChainExpression') continue;
    if (!isComparedAlike(tree, left, right, next, site.types) || !isAnyFalse(tree, old)) {
      return refuse('nullish-only', 'Where the left side is nothing, the comparison may not be false as that is.');
    }
  }
  return null;
}

/** @param guard what is asked first whether it is there, and then compared by a member */
function isComparedAlike(
  tree: SyntaxTree,
  guard: Node,
  guarded: Node,
  { left, operator }: Comparison,
  oracle: TypeOracle | undefined,
): boolean {
  if (left.type !== 'ChainExpression' || guarded.type !== 'BinaryExpression') return false;
  const isAsked = isOneMember(left.expression) || isObjectOrNothing(tree, guard);
  return operator === guarded.operator && isAsked && isFalseOfNothing(tree, guarded, oracle);
}

/** Whether a comparison is false where its left side is undefined, and 0 where it is the length of ''. */
function isFalseOfNothing(tree: SyntaxTree, node: Comparison, oracle: TypeOracle | undefined): boolean {
  const { operator, left, right } = node;
  const limit = right.type === 'Literal' && typeof right.value === 'number' ? right.value : null;
  const isLength = left.type === 'MemberExpression' && memberName(left) === 'length';
  switch (operator) {
    case '===':
      return isLength ? limit !== null && limit !== 0 : !mayBeNullish(typesOf(tree, right, oracle));
    // The compiler wants to know that a number is compared.
    case '>':
      return limit !== null && !isTyped(tree) && !(isLength && 0 > limit);
    case '>=':
      return limit !== null && !isTyped(tree) && !(isLength && 0 >= limit);
    case '<':
    case '<=':
      return limit !== null && !isTyped(tree) && !isLength;
    default:
      return false;
  }
}

type Comparison = Extract<Node, { type: 'BinaryExpression' }>;

function isTyped({ path, text }: SyntaxTree): boolean {
  return isTypeScript(path) || text.includes('@ts-check');
}

/** Whether a question mark is lost in front of a member of what may be nothing. */
function mayThrow({ before: tree, site, after }: Change, was: Node, made: Node): boolean {
  if (!/Expression$/.test(made.type) || !textOf(tree, was).includes('?.')) return false;
  const [old, next] = [readsOf(tree, was), readsOf(after, made)];
  const count = (reads: readonly Read[], text: string, optional: boolean): number =>
    reads.filter((read) => read.text === text && read.node.optional === optional).length;
  return old.some(({ node, text }) => {
    if (!node.optional || count(next, text, true) >= count(old, text, true)) return false;
    return count(next, text, false) > count(old, text, false) && mayBeNothing(tree, node.object, site.types);
  });
}

interface Read {
  readonly node: Extract<Node, { type: 'MemberExpression' }>;
  /** Of the object. */
  readonly text: string;
}

function readsOf(tree: SyntaxTree, node: Node): readonly Read[] {
  return tree.descendants(node).flatMap((each) => {
    return each.type === 'MemberExpression' ? [{ node: each, text: textOf(tree, each.object) }] : [];
  });
}

function mayBeNothing(tree: SyntaxTree, node: Node, oracle: TypeOracle | undefined): boolean {
  if (!mayBeNullish(typesOf(tree, node, oracle))) return false;
  const kinds = valueKinds(tree, node);
  return kinds.has('unknown') || kinds.has('nullish');
}

/** Of '' and 0 a member is undefined and as false as they are; of that, nothing more can be asked. */
function isOneMember(node: Node): boolean {
  return node.type === 'MemberExpression' && node.optional;
}
