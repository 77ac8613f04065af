import type { CallExpression, Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { comesTo } from '../../semantics/values/comes-to.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { declaredType } from '../../semantics/values/declared-type.js';
import { reachedFrom } from '../../semantics/values/values-from.js';
import { isFunction } from '../../syntax/is-function.js';
import { literalMember } from '../../syntax/literal-member.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { usesOf } from '../../syntax/uses-of.js';
import type { Trap } from '../trap.js';

/**
 * `fetch(request)` → `fetch(request, { signal })`: a request may have a signal, which the new one takes the place of. And
 * a limit of time cuts short what is read of the body piece by piece, however long that is to go on.
 */
export const ownSignal: Trap = ({ before: tree, after, places }) => {
  for (const place of places) {
    const [old, next] = [place.old.find(isFetch), place.next.find(isFetch)];
    const signal = next && signalOf(next);
    const asked = old?.arguments[0];
    if (!old || !signal || !asked || signalOf(old)) continue;
    if (isRequest(tree, asked)) {
      return refuse('same-arguments', 'The request may have a signal of its own, which the new one would replace.');
    }
    const isLimit = /\btimeout\b/i.test(textOf(after, signal));
    if (isLimit && isReadInPieces(tree, old)) {
      return refuse('same-result', 'The body is read piece by piece, and the limit of time would cut it short.');
    }
  }
  return null;
};

function isFetch(node: Node): node is CallExpression {
  return node.type === 'CallExpression' && calledName(node.callee) === 'fetch';
}

function signalOf({ arguments: [, options] }: CallExpression): Node | null {
  return literalMember(options, 'signal');
}

/** By its type, by what makes it, or by a name that says nothing else: `request`, `event.request`. */
function isRequest(tree: SyntaxTree, node: Node): boolean {
  const type = declaredType(tree, node);
  if (type) return /\bRequest\b/.test(textOf(tree, type));
  const made = constantValue(tree, node);
  if (made.type === 'NewExpression') return calledName(made.callee) === 'Request';
  if (made.type === 'CallExpression') return memberName(made.callee) === 'clone';
  return /^(?:req|request)$|[a-z]Request$/.test(calledName(node) ?? '');
}

/** Whether the stream of a response's body is taken, and not the whole of it. */
function isReadInPieces(tree: SyntaxTree, response: Node): boolean {
  return reachedFrom(response, (node) => [...comesTo(tree, node), ...givenToThen(tree, node)]).some((value) => {
    const parent = tree.parent(value);
    if (parent?.type === 'MemberExpression' && parent.object === value) return memberName(parent) === 'body';
    const taken = parent?.type === 'VariableDeclarator' && parent.init === value ? parent.id : null;
    return taken?.type === 'ObjectPattern' && taken.properties.some(takesBody);
  });
}

function takesBody(part: Node): boolean {
  return part.type === 'Property' && staticName(part.key, part.computed) === 'body';
}

/** `fetch(url).then((response) => …)` */
function givenToThen(tree: SyntaxTree, promise: Node): readonly Node[] {
  const member = tree.parent(promise);
  const call = member?.type === 'MemberExpression' && memberName(member) === 'then' ? tree.parent(member) : null;
  const [handler] = call?.type === 'CallExpression' && call.callee === member ? call.arguments : [];
  const [response] = handler && isFunction(handler) ? handler.params : [];
  return response?.type === 'Identifier' ? usesOf(tree, response) : [];
}
