import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { oneKind, valueKinds } from '../../semantics/values/value-kinds.js';
import { isFunction } from '../../syntax/is-function.js';
import { isTypeScript } from '../../syntax/language-of.js';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedCalls, type Trap } from '../trap.js';

/**
 * `_.map(users, 'name')` → `users.map('name')`: the function of a library takes objects, nothing at all and short forms
 * of what to do; the method of an array takes a function and is known to arrays alone.
 */
export const listMethod: Trap = (change) => {
  const { before: tree } = change;
  for (const { old, next } of changedCalls(change)) {
    const list = old.arguments[0];
    if (!list || next.callee.type !== 'MemberExpression' || !METHODS.test(memberName(next.callee) ?? '')) continue;
    if (textOf(tree, list) !== textOf(change.after, next.callee.object)) continue;
    const [what] = next.arguments;
    if (what && SHORT.test(what.type))
      return refuse('same-arguments', 'The method takes a function, not a short form of one.');
    if (!mayBeArray(tree, list)) return refuse('same-operand-types', 'Whether this is an array cannot be told.');
  }
  return null;
};

const METHODS = /^(?:map|forEach|filter|find|findIndex|findLast|some|every|reduce|flatMap|sort|reverse)$/;

const SHORT = /^(?:Literal|TemplateLiteral|ObjectExpression|ArrayExpression)$/;

/** In TypeScript the types of the project tell, unless what it comes from has none. */
function mayBeArray(tree: SyntaxTree, node: Node): boolean {
  if (!valueKinds(tree, node).has('unknown')) return oneKind(tree, node) === 'array';
  return isTypeScript(tree.path) && !isUntyped(tree, node);
}

/** Whether a value is a parameter without a type, or a member of one; of a function that is handed on, whoever takes it says the types. */
function isUntyped(tree: SyntaxTree, node: Node): boolean {
  if (node.type === 'MemberExpression') return isUntyped(tree, node.object);
  const binding = node.type === 'Identifier' ? nameScopes(tree).resolve(node.name, node) : null;
  if (binding?.kind !== 'parameter') return false;
  const around = tree.lineage(binding.identifier);
  const at = around.findIndex(isFunction);
  const holder = around[at + 1];
  if (around.slice(0, at).some((each) => 'typeAnnotation' in each && each.typeAnnotation)) return false;
  return (
    around[at]?.type === 'FunctionDeclaration' ||
    holder?.type === 'MethodDefinition' ||
    (holder?.type === 'VariableDeclarator' && !(holder.id.type === 'Identifier' && holder.id.typeAnnotation))
  );
}
