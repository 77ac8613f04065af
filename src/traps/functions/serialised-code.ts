import type { Node } from 'oxc-parser';
import { contains } from '../../model/position.js';
import { refuse } from '../../model/refusal.js';
import { isFunction } from '../../syntax/is-function.js';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `page.evaluate(() => console.log(1))` → `logger.info(1)`: the function is sent to the page as text and runs there, where
 * nothing is known of what this file imports or declares.
 */
export const serialisedCode: Trap = ({ before: tree, after, places }) => {
  for (const { was, made, next } of places) {
    const sent = next.find((node) => isSent(after, node));
    if (!sent) continue;
    const known = new Set(tree.descendants(was).map((node) => (node.type === 'Identifier' ? node.name : '')));
    const lost = foreignNames(after, made, sent).find((name) => !known.has(name));
    if (lost) return refuse('keeps-context', `The code is sent elsewhere to run, where "${lost}" is not known.`);
  }
  return null;
};

const SENDS =
  /^(?:evaluate(?:Handle|All|OnNewDocument)?|\$\$?eval|addInitScript|waitForFunction|execute(?:Async)?Script)$/;

function isSent(tree: SyntaxTree, node: Node): boolean {
  const call = isFunction(node) ? tree.parent(node) : null;
  if (call?.type !== 'CallExpression' || !SENDS.test(memberName(call.callee) ?? '')) return false;
  return call.arguments.some((each) => textOf(tree, each) === textOf(tree, node));
}

/** Names in a part of a function that the file declares outside of it. */
function foreignNames(tree: SyntaxTree, part: Node, sent: Node): readonly string[] {
  return nameScopes(tree).references.flatMap(({ name, node, binding }) => {
    return binding && contains(part, node) && !contains(sent, binding.identifier) ? [name] : [];
  });
}
