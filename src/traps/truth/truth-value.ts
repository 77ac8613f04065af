import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import type { TypeOracle } from '../../model/type-oracle.js';
import { isAskedOtherwise } from '../../semantics/uses/is-asked-otherwise.js';
import { isTested } from '../../semantics/uses/is-tested.js';
import { asksForMore, readComparison } from '../../semantics/uses/read-comparison.js';
import { readsCount } from '../../semantics/values/is-count.js';
import { isKnownAs } from '../../semantics/values/is-known-as.js';
import { typeBySyntax, typesOf } from '../../semantics/values/primitive-type.js';
import { calledName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `!!n` → `n`, `list.length > 0` → `list.length`: as true as before, but no boolean any more, which JSX shows and
 * callers may compare. `x === true` → `x` is not even as true, unless `x` is a boolean, nor is `x.length > 0` → `x`,
 * unless `x` is a text, and an object without keys is as true as one with some.
 */
export const truthValue: Trap = ({ before: tree, site, after, places }) => {
  for (const { was, made } of places) {
    if (!isTest(was)) continue;
    const core = withoutSigns(made);
    const text = textOf(after, core);
    const emptied = countedBy(was).find((each) => textOf(tree, each) === text) ?? null;
    const operand = emptied ?? operandOf(tree, was, text);
    if (!operand) continue;
    if (isKnownAs(tree, operand, 'boolean', site.types) && !isAskedOtherwise(tree, operand, 'boolean')) continue;
    if (asksForTrue(was) && !isNegated(made) && isTested(tree, was) && isTrueOrNone(tree, operand, site.types))
      continue;
    const isOther = emptied !== null && !isKnownAs(tree, emptied, 'string', site.types);
    if (isOther || (was.type === 'BinaryExpression' && asksForSome(was) !== !isNegated(made))) {
      return refuse('same-operand-types', 'What is true and what was asked for are the same of a boolean only.');
    }
    if (typeBySyntax(made) !== 'boolean' && !isTested(tree, was)) {
      return refuse('truth-only', 'A boolean is expected here as far as can be told, and the new value is none.');
    }
  }
  return null;
};

/** `!!x`, or a comparison with a value of the language. */
function isTest(node: Node): boolean {
  if (node.type === 'UnaryExpression') return node.operator === '!' && typeBySyntax(node.argument) === 'boolean';
  return node.type === 'BinaryExpression' && [node.left, node.right].some(isConstant);
}

function isConstant(node: Node): boolean {
  return node.type === 'Literal' ? !('regex' in node) : node.type === 'Identifier' && node.name === 'undefined';
}

function withoutSigns(node: Node): Node {
  const isSign = node.type === 'UnaryExpression' && node.operator === '!';
  return isSign ? withoutSigns(node.argument) : node;
}

/** `x === true` */
function asksForTrue(test: Node): boolean {
  if (test.type !== 'BinaryExpression' || test.operator !== '===') return false;
  return [test.left, test.right].some((side) => side.type === 'Literal' && side.value === true);
}

/** Whether a value that is true at all is `true`: a boolean that may also be missing. */
function isTrueOrNone(tree: SyntaxTree, node: Node, types: TypeOracle | undefined): boolean {
  return [...typesOf(tree, node, types)].every((each) => /^(?:boolean|null|undefined)$/.test(each));
}

/** What was asked, where the new code is nothing but it. */
function operandOf(tree: SyntaxTree, was: Node, text: string): Node | null {
  const core = withoutSigns(was);
  const asked = core.type === 'BinaryExpression' && core === was ? [core.left, core.right] : core === was ? [] : [core];
  return asked.find((each) => !isConstant(each) && textOf(tree, each) === text) ?? null;
}

function isNegated(node: Node): boolean {
  return node.type === 'UnaryExpression' && node.operator === '!' && !isNegated(node.argument);
}

function countIn({ left, right }: Comparison): Node | null {
  return [left, right].find(readsCount) ?? null;
}

/** `x` of `x.length > 0`; of `Object.keys(x).length > 0` also what has the keys. */
function countedBy(test: Node): readonly Node[] {
  const count = test.type === 'BinaryExpression' ? countIn(test) : null;
  if (count?.type !== 'MemberExpression') return [];
  const { object } = count;
  const [given] =
    object.type === 'CallExpression' && LISTS.test(calledName(object.callee) ?? '') ? object.arguments : [];
  return given ? [object, given] : [object];
}

/** Functions that list what an object or another list has. */
const LISTS = /^(?:keys|values|entries|ownKeys|getOwnProperty(?:Names|Symbols)|from)$/;

/** True where a count is asked whether it is above 0, false where whether it is 0, null for any other question. */
function asksForSome(test: Comparison): boolean | null {
  const count = countIn(test);
  const { operator, bound } = readComparison(test, count ?? test.left);
  const limit = count && bound.type === 'Literal' ? bound.value : null;
  return typeof limit === 'number' ? asksForMore(operator, limit, 0) : null;
}

type Comparison = Extract<Node, { type: 'BinaryExpression' }>;
