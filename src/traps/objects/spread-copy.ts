import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isToldThere, type Says } from '../../semantics/uses/is-told-there.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { isCallee } from '../../syntax/is-callee.js';
import { isOuterExpression } from '../../syntax/is-outer-expression.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { usesOf } from '../../syntax/uses-of.js';
import type { Trap } from '../trap.js';

/**
 * `this.config = config` → `this.config = { ...config }`: of an instance only the data is copied, and `this.config.find()` is
 * no method any more; of a function nothing is, where `typeof options === 'function'` was asked.
 */
export const spreadCopy: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    const copied = made.type === 'ObjectExpression' ? copiedBy(made) : null;
    if (!copied || textOf(after, copied) !== textOf(tree, was)) continue;
    const name = textOf(tree, was);
    if (isToldThere(tree, was, asksForFunction(tree, name))) {
      return refuse('same-result', `"${name}" is a function here, of which an object has nothing.`);
    }
    if (isAsked(tree, was))
      return refuse('same-result', 'What is asked here is asked of the copy, which is always an object.');
    if (constantValue(tree, was).type === 'NewExpression' || hasMethodCalled(tree, was)) {
      return refuse('same-result', `"${name}" may be an instance, whose methods are not copied.`);
    }
  }
  return null;
};

/** `isObject(options)`, `assertOptions(options)` */
function isAsked(tree: SyntaxTree, node: Node): boolean {
  const call = tree.parent(node);
  return call?.type === 'CallExpression' && call.arguments[0] === node && ASKS.test(calledName(call.callee) ?? '');
}

const ASKS = /^(?:is|has|check|assert|validate|ensure|invariant)(?![a-z])/;

/** `x` of `{ ...x }` */
function copiedBy({ properties }: Extract<Node, { type: 'ObjectExpression' }>): Node | null {
  const [only, ...others] = properties;
  return only?.type === 'SpreadElement' && others.length === 0 ? only.argument : null;
}

function asksForFunction(tree: SyntaxTree, name: string): Says {
  return (test, outcome) => {
    if (test.type !== 'BinaryExpression' || !/^[!=]==?$/.test(test.operator)) return false;
    const asked = [test.left, test.right].some((side) => textOf(tree, side) === `typeof ${name}`);
    const isFunction = [test.left, test.right].some((side) => side.type === 'Literal' && side.value === 'function');
    return asked && isFunction && test.operator.startsWith('=') === outcome;
  };
}

/**
 * Whether the file calls a method of what a place holds, by the name it has or by the member it is kept in. A callback among
 * options is asked for before it is called, or is told by its name.
 */
function hasMethodCalled(tree: SyntaxTree, node: Node): boolean {
  const reads = [...readsOfName(tree, node), ...readsOfMember(tree, keptIn(tree, node))];
  const called = new Set(reads.filter((read) => isCallee(tree, read)).map(memberName));
  const asked = new Set(reads.filter((read) => !isCallee(tree, read)).map(memberName));
  return [...called].some((name) => name !== null && !asked.has(name) && !/^on[A-Z]/.test(name));
}

/** `config.find` of `config` */
function readsOfName(tree: SyntaxTree, node: Node): readonly Node[] {
  const binding = node.type === 'Identifier' ? nameScopes(tree).resolve(node.name, node) : null;
  if (binding?.identifier.type !== 'Identifier') return [];
  return usesOf(tree, binding.identifier).flatMap((use) => readOf(tree, use));
}

/** `this.config.find` of `config`, where the file keeps it in a member of that name. */
function readsOfMember(tree: SyntaxTree, member: string | null): readonly Node[] {
  if (member === null) return [];
  return tree
    .descendants(tree.program)
    .filter((each) => each.type === 'MemberExpression' && memberName(each) === member)
    .flatMap((each) => readOf(tree, each));
}

function readOf(tree: SyntaxTree, object: Node): readonly Node[] {
  const parent = tree.parent(object);
  return parent?.type === 'MemberExpression' && parent.object === object ? [parent] : [];
}

/** `config` of `this.config = x` */
function keptIn(tree: SyntaxTree, node: Node): string | null {
  const parent = tree.parent(node);
  if (parent && isOuterExpression(parent)) return keptIn(tree, parent);
  return parent?.type === 'AssignmentExpression' && parent.right === node ? memberName(parent.left) : null;
}
