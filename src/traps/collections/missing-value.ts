import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { libraryFunction } from '../../semantics/modules/library-function.js';
import { isAskedAsList } from '../../semantics/uses/is-asked-as-list.js';
import { isMadeInOrder } from '../../semantics/values/is-made-in-order.js';
import { onePrimitive, typesOf } from '../../semantics/values/primitive-type.js';
import { valueKinds } from '../../semantics/values/value-kinds.js';
import { isFunction } from '../../syntax/is-function.js';
import { isTypeScript } from '../../syntax/language-of.js';
import { leavesBlock } from '../../syntax/leaves-block.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { type Change, changedCalls, type Trap } from '../trap.js';

/** `_.keys(record)` → `Object.keys(record)`, `_.trim(name)` → `name.trim()`, `_.first(list)` → `list[0]`: the library puts up with null, the language throws. */
export const missingValue: Trap = (change) => {
  const { before: tree } = change;
  for (const { old, next } of exchanged(change)) {
    const value = libraryFunction(tree, old.callee) === null ? undefined : old.arguments[0];
    if (!value || !mayThrow(change.after, next, textOf(tree, value)) || isThere(tree, value)) continue;
    return refuse('same-arguments', 'Where this is null or undefined, the new code throws.');
  }
  return null;
};

/** The calls that another one took the place of, or any expression: `_.isEmpty(x)` → `Object.keys(x).length === 0`. */
function exchanged(change: Change): readonly { readonly old: Call; readonly next: Node }[] {
  const whole = change.places.flatMap(({ was, made }) =>
    was.type === 'CallExpression' && made.type !== 'CallExpression' ? [{ old: was, next: made }] : [],
  );
  return [...changedCalls(change), ...whole];
}

function mayThrow(after: SyntaxTree, made: Node, value: string): boolean {
  if (made.type === 'CallExpression') return needsValue(after, made, value);
  return after.descendants(made).some((each) => {
    if (each.type === 'CallExpression') return needsValue(after, each, value);
    return each.type === 'MemberExpression' && !each.optional && textOf(after, each.object) === value;
  });
}

type Call = Extract<Node, { type: 'CallExpression' }>;

function needsValue(after: SyntaxTree, { callee, arguments: given }: Call, value: string): boolean {
  if (callee.type !== 'MemberExpression') return false;
  const [first] = given;
  const isOfObject = callee.object.type === 'Identifier' && callee.object.name === 'Object';
  if (!isOfObject) return !callee.optional && textOf(after, callee.object) === value;
  return (
    /^(?:keys|values|entries|assign|hasOwn)$/.test(memberName(callee) ?? '') &&
    first !== undefined &&
    textOf(after, first) === value
  );
}

/** In TypeScript the types of the project tell. */
function isThere(tree: SyntaxTree, value: Node): boolean {
  if (isTypeScript(tree.path) || ALWAYS_THERE.test(textOf(tree, value))) return true;
  if (isAskedAsList(tree, value) || isMadeInOrder(tree, value)) return true;
  const kinds = valueKinds(tree, value);
  if (!kinds.has('unknown')) return !kinds.has('nullish');
  return onePrimitive(typesOf(tree, value, undefined)) !== null || isReadBefore(tree, value);
}

const ALWAYS_THERE =
  /^(?:this|(?:module\.)?exports|process(?:\.(?:env|argv|versions))?|require\.cache|globalThis|window|[A-Z]\w*\.prototype)$/;

/** Whether a member of it is read by a statement above, or one leaves where it is not there, in one of the blocks around, so that nothing there throws already. */
function isReadBefore(tree: SyntaxTree, value: Node): boolean {
  const name = textOf(tree, value);
  const isRead = (each: Node): boolean => {
    if (each.type === 'IfStatement') return asksFor(tree, each.test, name) && leavesBlock(tree, each.consequent);
    return (
      each.type === 'ExpressionStatement' &&
      each.expression.type === 'AssignmentExpression' &&
      each.expression.left.type === 'MemberExpression' &&
      textOf(tree, each.expression.left.object) === name
    );
  };
  const around = tree.lineage(value);
  const own = around.findIndex(isFunction);
  return around.slice(0, own === -1 ? around.length : own).some((block, depth) => {
    const statement = around[depth - 1];
    if (block.type !== 'BlockStatement' && block.type !== 'Program') return false;
    return block.body.some((each) => statement !== undefined && each.end <= statement.start && isRead(each));
  });
}

/** `!record`, `record == null`, or either beside something else. */
function asksFor(tree: SyntaxTree, test: Node, name: string): boolean {
  if (test.type === 'LogicalExpression' && test.operator === '||') {
    return asksFor(tree, test.left, name) || asksFor(tree, test.right, name);
  }
  return [`!${name}`, `${name} == null`].includes(textOf(tree, test));
}
