import { refuse } from '../../model/refusal.js';
import { referencesIn } from '../../semantics/names/references-in.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { isBetween, type Trap } from '../trap.js';

/**
 * `chrome.tabs` → `browser.tabs` where nothing brings `browser` in: Chrome has no such name. `new RegExp(escape(text))`
 * finds the `escape` of addresses that every engine still has, where a helper of that name was meant.
 */
export const ambientName: Trap = ({ before: tree, after, places }) => {
  for (const place of places) {
    if (isBetween(place)) continue;
    const found = referencesIn(after, [place.made]).find(
      ({ name }) => isAmbient(after, name) && !isAmbient(tree, name),
    );
    if (found)
      return refuse(
        'name-unbound',
        `Nothing in this file brings in "${found.name}", and not every host has what is meant.`,
      );
  }
  return null;
};

const NAMES = ['browser', 'escape', 'unescape'];

/** Whether a file speaks of a name that it does not declare. */
function isAmbient(tree: SyntaxTree, name: string): boolean {
  if (!NAMES.includes(name)) return false;
  return nameScopes(tree)
    .named(name)
    .references.some(({ binding }) => binding === null);
}
