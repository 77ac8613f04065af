import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { onePrimitive, typesOf } from '../../semantics/values/primitive-type.js';
import { valueKinds } from '../../semantics/values/value-kinds.js';
import { isTypeScript } from '../../syntax/language-of.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedCalls, type Trap } from '../trap.js';

/** `_.keys(record)` → `Object.keys(record)`, `_.trim(name)` → `name.trim()`: the library puts up with null, the language throws. */
export const missingValue: Trap = (change) => {
  const { before: tree } = change;
  for (const { old, next } of changedCalls(change)) {
    const value = isOfLibrary(old.callee) ? old.arguments[0] : undefined;
    if (!value || !needsValue(change.after, next, textOf(tree, value)) || isThere(tree, value)) continue;
    return refuse('same-arguments', 'Where this is null or undefined, the new call throws.');
  }
  return null;
};

type Call = Extract<Node, { type: 'CallExpression' }>;

function isOfLibrary(callee: Node): boolean {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return false;
  return /^(?:_|\$|lodash|underscore|jQuery)$/.test(callee.object.name);
}

function needsValue(after: SyntaxTree, { callee, arguments: given }: Call, value: string): boolean {
  if (callee.type !== 'MemberExpression') return false;
  const [first] = given;
  const isOfObject = callee.object.type === 'Identifier' && callee.object.name === 'Object';
  if (!isOfObject) return !callee.optional && textOf(after, callee.object) === value;
  return (
    /^(?:keys|values|entries)$/.test(memberName(callee) ?? '') && first !== undefined && textOf(after, first) === value
  );
}

/** In TypeScript the types of the project tell. */
function isThere(tree: SyntaxTree, value: Node): boolean {
  if (isTypeScript(tree.path)) return true;
  const kinds = valueKinds(tree, value);
  if (!kinds.has('unknown')) return !kinds.has('nullish');
  return onePrimitive(typesOf(tree, value, undefined)) !== null;
}
