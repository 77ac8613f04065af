import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { constantOf } from '../../semantics/values/constant-value.js';
import { isCallee } from '../../syntax/is-callee.js';
import { isFunction } from '../../syntax/is-function.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `onClick={save}` → `onClick={() => save()}`: `save` is no longer given the event, and has to be there to be called. */
export const arrowAround: Trap = ({ before: tree, after, places }) => {
  const isLost = places.some(({ was, made }) => {
    if (made.type !== 'ArrowFunctionExpression' || !HANDED.test(was.type) || isCallee(tree, was)) return false;
    if (isGivenNothing(tree, was)) return false;
    const call = calledIn(made);
    if (!call || textOf(after, call.callee) !== textOf(tree, was)) return false;
    return made.params.length === 0 && call.arguments.length === 0 && !takesNothing(tree, was);
  });
  return isLost ? refuse('same-arguments', 'The function would no longer get what whoever calls it gives it.') : null;
};

const HANDED = /^(?:Identifier|MemberExpression)$/;

/** What an arrow does, where that is one call: `() => f()`, `() => { f(); }` */
function calledIn({ body }: Extract<Node, { type: 'ArrowFunctionExpression' }>): CallExpression | null {
  const statements: readonly Node[] = body.type === 'BlockStatement' ? body.body : [body];
  const [only, ...others] = statements;
  const done =
    only?.type === 'ExpressionStatement' ? only.expression : only?.type === 'ReturnStatement' ? only.argument : only;
  return done?.type === 'CallExpression' && others.length === 0 ? done : null;
}

type CallExpression = Extract<Node, { type: 'CallExpression' }>;

/** Whether who calls the function gives it nothing, as a timer does that is told nothing else. */
function isGivenNothing(tree: SyntaxTree, node: Node): boolean {
  const call = tree.parent(node);
  if (call?.type !== 'CallExpression' || call.arguments[0] !== node || call.arguments.length > 2) return false;
  return /^(?:set(?:Timeout|Interval|Immediate)|queueMicrotask|nextTick|use(?:Layout)?Effect|finally)$/.test(
    calledName(call.callee) ?? '',
  );
}

/** A function or method of this file without parameters. */
function takesNothing(tree: SyntaxTree, node: Node): boolean {
  if (node.type === 'MemberExpression') return node.object.type === 'ThisExpression' && isEmptyMethod(tree, node);
  const binding = node.type === 'Identifier' ? nameScopes(tree).resolve(node.name, node) : null;
  if (!binding) return false;
  const made = constantOf(binding) ?? binding.declaration;
  if (!isFunction(made) || binding.kind === 'parameter' || made.params.length > 0) return false;
  return made.type === 'ArrowFunctionExpression' || !/\barguments\b/.test(textOf(tree, made));
}

/** `this.save` of a class that declares `save() {}` */
function isEmptyMethod(tree: SyntaxTree, member: Node): boolean {
  const body = tree.lineage(member).find(({ type }) => type === 'ClassBody');
  const name = memberName(member);
  const method = (body ? tree.children(body) : []).find(
    (each) => each.type === 'MethodDefinition' && staticName(each.key, each.computed) === name,
  );
  return (
    method?.type === 'MethodDefinition' &&
    method.value.params.length === 0 &&
    !/\barguments\b/.test(textOf(tree, method))
  );
}
