import type { Node } from 'oxc-parser';
import { contains } from '../../model/position.js';
import { refuse } from '../../model/refusal.js';
import { isModuleSyntax } from '../../semantics/modules/module-kind.js';
import { partWays } from '../../semantics/modules/part-ways.js';
import { referencesIn } from '../../semantics/names/references-in.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { isBetween, newParts, type Trap } from '../trap.js';

/**
 * `Object.defineProperty(exports, '__esModule', …)` below code that any loader takes, or in an ES module: there may be no
 * `exports`. Below `module.exports = utils` there is one that nobody is handed.
 */
export const absentExports: Trap = (change) => {
  const { before: tree, after, places } = change;
  const added = places.filter(isBetween).flatMap((place) => newParts(change, place));
  const names = referencesIn(after, added).filter(
    (node) => /^(?:module|exports)$/.test(node.name) && node.type === 'Identifier' && isUnbound(after, node),
  );
  for (const { name } of names) {
    if (asksFor(tree, name) ? !asksFor(after, name, added) : isEsModule(tree)) {
      return refuse('name-unbound', `Where this is no CommonJS module, there is no "${name}".`);
    }
  }
  return names.some(({ name }) => name === 'exports') && partWays(tree)
    ? refuse('same-result', 'In this file `module.exports` is another object, and `exports` is handed to nobody.')
    : null;
};

/** One that is compiled to CommonJS, and counts on it, says so. */
function isEsModule(tree: SyntaxTree): boolean {
  const speaksOfBoth = referencesIn(tree, [tree.program]).some(
    (node) => /^(?:module|exports|require)$/.test(node.name) && node.type === 'Identifier' && isUnbound(tree, node),
  );
  return !speaksOfBoth && tree.program.body.some(isModuleSyntax);
}

/** `typeof module === 'object'` */
function asksFor(tree: SyntaxTree, name: string, parts: readonly Node[] = [tree.program]): boolean {
  return nameScopes(tree)
    .named(name)
    .references.some(({ node }) => {
      const parent = tree.parent(node);
      const isAsked = parent?.type === 'UnaryExpression' && parent.operator === 'typeof';
      return isAsked && parts.some((part) => contains(part, node));
    });
}
