import type { Node } from 'oxc-parser';
import { isFunction } from '../../syntax/is-function.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';

/**
 * Whether what is put off by `process.nextTick` counts on its turn: what a stream of Node tells is put off so as well, and
 * so is what promises tell afterwards. It emits an event, it asks first whether something else has come about meanwhile,
 * the file makes a stream of its own, a promise has been waited for, or another call puts off something right after it.
 */
export function isAmongTicks(tree: SyntaxTree, call: Call): boolean {
  const [deferred] = call.arguments;
  if (!deferred) return false;
  return (
    emits(tree, deferred) ||
    asksFirst(deferred) ||
    makesStream(tree) ||
    isAfterPromise(tree, call) ||
    isBeforeTick(tree, call)
  );
}

type Call = Extract<Node, { type: 'CallExpression' }>;

/** There a tick waits for all that other promises tell, and a microtask for what is told so far. */
function isAfterPromise(tree: SyntaxTree, call: Call): boolean {
  const around = tree.lineage(call).find(isFunction);
  if (!around) return false;
  const parent = tree.parent(around);
  if (parent?.type === 'CallExpression' && parent.callee !== around && parent.callee.type === 'MemberExpression') {
    return /^(?:then|catch|finally)$/.test(memberName(parent.callee) ?? '');
  }
  return (
    around.async && tree.descendants(around).some(({ type, end }) => type === 'AwaitExpression' && end <= call.start)
  );
}

/** Whether a statement right behind it hands arguments to what it puts off, and so has to stay a tick. */
function isBeforeTick(tree: SyntaxTree, call: Call): boolean {
  const statement = tree.parent(call);
  const block = statement && tree.parent(statement);
  if (!statement || (block?.type !== 'BlockStatement' && block?.type !== 'Program')) return false;
  const body: readonly Node[] = block.body;
  return body
    .slice(body.indexOf(statement) + 1)
    .some((each) => each.type === 'ExpressionStatement' && isTickWithArguments(tree, each.expression));
}

function isTickWithArguments(tree: SyntaxTree, node: Node): boolean {
  return (
    node.type === 'CallExpression' && node.arguments.length > 1 && textOf(tree, node.callee) === 'process.nextTick'
  );
}

function emits(tree: SyntaxTree, deferred: Node): boolean {
  return tree
    .descendants(deferred)
    .some((each) => each.type === 'CallExpression' && calledName(each.callee) === 'emit');
}

/** `() => { if (!this.started) this.start(); }` */
function asksFirst(deferred: Node): boolean {
  const body = isFunction(deferred) ? deferred.body : null;
  const [first] = body?.type === 'BlockStatement' ? body.body : [];
  if (first?.type !== 'IfStatement') return false;
  const asked = first.test.type === 'UnaryExpression' ? first.test.argument : first.test;
  return asked.type === 'MemberExpression' && asked.object.type === 'ThisExpression';
}

/** A class upon one of Node's streams, in either way of making one. */
function makesStream(tree: SyntaxTree): boolean {
  return tree.descendants(tree.program).some((each) => {
    if (each.type === 'ClassDeclaration' || each.type === 'ClassExpression') return isStreamClass(each.superClass);
    if (each.type !== 'CallExpression') return false;
    return calledName(each.callee) === 'inherits' && isStreamClass(each.arguments[1] ?? null);
  });
}

function isStreamClass(node: Node | null): boolean {
  const name = node?.type === 'Identifier' ? node.name : node ? memberName(node) : null;
  return STREAMS.test(name ?? '');
}

const STREAMS =
  /^(?:Stream|Readable|Writable|Duplex|Transform|PassThrough|Socket|ServerResponse|IncomingMessage|OutgoingMessage)$/;
