import type { Node } from 'oxc-parser';
import { isFunction } from '../../syntax/is-function.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/**
 * Whether what is put off by `process.nextTick` counts on its turn: what a stream of Node tells is put off so as well, and
 * so is what promises tell afterwards. It emits an event, it asks first whether something else has come about meanwhile,
 * or the file makes a stream of its own.
 */
export function isAmongTicks(tree: SyntaxTree, call: Extract<Node, { type: 'CallExpression' }>): boolean {
  const [deferred] = call.arguments;
  if (!deferred) return false;
  return emits(tree, deferred) || asksFirst(deferred) || makesStream(tree);
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
