import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { needsNoReceiver } from '../../semantics/effects/needs-no-receiver.js';
import { typesOf } from '../../semantics/values/primitive-type.js';
import { isFunction } from '../../syntax/is-function.js';
import { memberName } from '../../syntax/member-name.js';
import { namedFunction } from '../../syntax/named-function.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedPairs, type Trap } from '../trap.js';

/**
 * `_.each(list, f)` → `list.forEach(f)`: an f that answers false stops the one and never the other. That of jQuery is given
 * the index first, and the element as `this`.
 */
export const stoppedVisit: Trap = (change) => {
  const { before: tree, after } = change;
  for (const { old, next } of changedPairs(change, 'CallExpression')) {
    const library = libraryOf(old);
    const visitor = old.arguments[1];
    if (!library || !visitor || memberName(next.callee) !== 'forEach' || libraryOf(next)) continue;
    const kept = next.arguments[0];
    if (!kept) continue;
    const isOfJQuery = library !== '_' && library !== 'lodash';
    if (textOf(after, kept) === textOf(tree, visitor)) {
      if (isOfJQuery)
        return refuse('same-arguments', 'The function is given the index first here, and by forEach the element.');
    } else if (!isOfJQuery || !hasSameBody(tree, visitor, after, kept)) continue;
    if (isOfJQuery && !needsNoReceiver(tree, visitor)) {
      return refuse('keeps-context', 'The element is `this` here, and by forEach it is not.');
    }
    if (mayStop(tree, visitor)) {
      return refuse('same-result', 'The function may answer false, which ends the visit here and not in forEach.');
    }
  }
  return null;
};

/** `function (i, day) { … }` → `function (day, i) { … }` */
function hasSameBody(tree: SyntaxTree, visitor: Node, after: SyntaxTree, kept: Node): boolean {
  if (!isFunction(visitor) || !isFunction(kept) || !visitor.body || !kept.body) return false;
  return textOf(tree, visitor.body) === textOf(after, kept.body);
}

/** The library whose `each` is called; null where it is no such call. */
function libraryOf({ callee }: Extract<Node, { type: 'CallExpression' }>): string | null {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return null;
  const { name } = callee.object;
  return /^(?:_|lodash|\$|jQuery)$/.test(name) && /^(?:each|forEach)$/.test(memberName(callee) ?? '') ? name : null;
}

/** By what it returns, where it is written here; what a call gives is seldom meant as an answer. */
function mayStop(tree: SyntaxTree, visitor: Node): boolean {
  const code = namedFunction(tree, visitor);
  if (!code?.body) return false;
  if (code.body.type !== 'BlockStatement') return isAnswer(tree, code.body);
  return tree
    .descendants(code.body)
    .some(
      (node) =>
        node.type === 'ReturnStatement' &&
        node.argument !== null &&
        tree.lineage(node).find(isFunction) === code &&
        isAnswer(tree, node.argument),
    );
}

function isAnswer(tree: SyntaxTree, node: Node): boolean {
  if (node.type === 'ParenthesizedExpression') return isAnswer(tree, node.expression);
  if (node.type === 'ConditionalExpression')
    return [node.consequent, node.alternate].some((each) => isAnswer(tree, each));
  // `return true` goes on with the next one.
  if (node.type === 'Literal') return node.value === false;
  if (/^(?:Call|New|Await|Assignment|Update)Expression$/.test(node.type)) return false;
  const types = typesOf(tree, node, undefined);
  return types.has('boolean') || types.has('unknown');
}
