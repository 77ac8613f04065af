import type { Node } from 'oxc-parser';
import type { Check } from '../../model/contract.js';
import { refuse } from '../../model/refusal.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { isBetween, type Trap } from '../trap.js';

/**
 * `localStorage.setItem('user', …)` → `sessionStorage.setItem('user', …)` where the rule does not find
 * `localStorage.removeItem('user')`: who logs out then stays logged in.
 */
export const leftStorage: Trap = ({ before: tree, after, places, site }) => {
  for (const place of places) {
    const [was, made] = [textOf(tree, place.was), textOf(after, place.made)];
    const name = /\b(?:local|session)Storage\b/.exec(was)?.[0];
    const other = name === 'localStorage' ? 'sessionStorage' : 'localStorage';
    if (isBetween(place) || name === undefined || was.includes(other) || !made.includes(other)) continue;
    const key = place.old.map((node) => keyOf(tree, node, name)).find((each) => each !== null);
    if (key === undefined) continue;
    const uses = nameScopes(tree)
      .named(name)
      .references.flatMap(({ node }) => tree.lineage(node));
    const left = uses.find((node) => keyOf(tree, node, name) === key && !isFound(tree, node, site.check));
    if (left)
      return refuse(
        'still-referenced',
        `The rule leaves ${textOf(tree, left)} as it is, which is about the same entry.`,
      );
  }
  return null;
};

/** The first argument of a method of a storage, as it is written. */
function keyOf(tree: SyntaxTree, node: Node, storage: string): string | null {
  const [key] = node.type === 'CallExpression' ? node.arguments : [];
  if (node.type !== 'CallExpression' || !key || !CALLED.test(textOf(tree, node.callee))) return null;
  return textOf(tree, node.callee).includes(storage) ? textOf(tree, key) : null;
}

const CALLED = /^(?:window\.)?(?:local|session)Storage\.(?:get|set|remove)Item$/;

function isFound(tree: SyntaxTree, node: Node, check: Check): boolean {
  return !('pattern' in check) || textOf(tree, node).search(check.pattern.regex) !== -1;
}
