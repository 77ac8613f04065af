import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isNothing } from '../../semantics/values/is-nothing.js';
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
    const visitor = old.arguments[1];
    if (/^(?:\$|jQuery)\.grep$/.test(textOf(tree, old.callee)) && old.arguments.length > 2) {
      return refuse('same-arguments', 'The third argument turns the question round.');
    }
    if (isMapOfJQuery(tree, old.callee) && visitor && mayJoin(tree, visitor)) {
      return refuse('same-result', 'That of jQuery leaves out null, and joins the lists it is given.');
    }
    if (!mayBeArray(tree, list)) return refuse('same-operand-types', 'Whether this is an array cannot be told.');
  }
  return null;
};

const METHODS = /^(?:map|forEach|filter|find|findIndex|findLast|some|every|reduce|flatMap|sort|reverse)$/;

function isMapOfJQuery(tree: SyntaxTree, callee: Node): boolean {
  return /^(?:\$|jQuery)\.map$/.test(textOf(tree, callee));
}

/** Whether a function that is written there may give a list, or nothing at all. */
function mayJoin(tree: SyntaxTree, visitor: Node): boolean {
  if (!isFunction(visitor) || !visitor.body) return true;
  if (visitor.body.type !== 'BlockStatement') return isListOrNothing(visitor.body);
  const given = tree
    .descendants(visitor.body)
    .filter((node) => node.type === 'ReturnStatement' && tree.lineage(node).find(isFunction) === visitor);
  const isLastGiven = visitor.body.body.at(-1)?.type === 'ReturnStatement';
  return (
    !isLastGiven ||
    given.some((each) => each.type === 'ReturnStatement' && (!each.argument || isListOrNothing(each.argument)))
  );
}

function isListOrNothing(node: Node): boolean {
  switch (node.type) {
    case 'ArrayExpression':
    case 'LogicalExpression':
      return true;
    case 'ParenthesizedExpression':
      return isListOrNothing(node.expression);
    case 'ConditionalExpression':
      return isListOrNothing(node.consequent) || isListOrNothing(node.alternate);
    default:
      return isNothing(node);
  }
}

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
