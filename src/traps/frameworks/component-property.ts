import { refuse } from '../../model/refusal.js';
import { attributeName, type JsxOpening, tagName } from '../../syntax/jsx.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { boundFunction } from '../../syntax/named-function.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { changedPairs, type Trap } from '../trap.js';

/**
 * `<Card onMouseEnter={f}>` → `onPointerEnter`: a component calls the handlers it knows, and drops others unseen. So it does with
 * any property that a rule about a name came upon, which is not the one of an element either.
 */
export const componentProperty: Trap = (change) => {
  const { before: tree, match } = change;
  for (const { old, next } of changedPairs(change, 'JSXAttribute')) {
    const element = tree.parent(old);
    const name = attributeName(old) ?? '';
    if (element?.type === 'JSXOpeningElement' && isTaken(tree, element, name, attributeName(next))) {
      return refuse('same-arguments', 'The component takes the property of the old name, and none of the new one.');
    }
    const isByName = match !== null && match.range.end <= old.name.end && !OF_ELEMENTS.test(name);
    if (name === attributeName(next) || !(isByName || /^on[A-Z]/.test(name))) continue;
    if (element?.type !== 'JSXOpeningElement' || !isComponent(element)) continue;
    const isNamed = match !== null && match.range.start <= element.name.start;
    if (!isNamed)
      return refuse('same-arguments', 'Whether the component has a property of the new name cannot be told.');
  }
  return null;
};

/** Whether a component of this file takes one property out of those it is given, and not another one. */
function isTaken(tree: SyntaxTree, opening: JsxOpening, name: string, other: string | null): boolean {
  const tag = opening.name;
  const binding = tag.type === 'JSXIdentifier' ? nameScopes(tree).resolve(tag.name, tag) : null;
  const [given] = (binding && boundFunction(binding))?.params ?? [];
  if (given?.type !== 'ObjectPattern' || given.properties.some(({ type }) => type === 'RestElement')) return false;
  const taken = given.properties.map((each) => (each.type === 'Property' ? staticName(each.key, each.computed) : null));
  return taken.includes(name) && !taken.includes(other);
}

/** Components hand these over to an element, as a rule. */
const OF_ELEMENTS =
  /^(?:class|for|tabindex|readonly|maxlength|autofocus|autocomplete|colspan|rowspan)$|^(?:data|aria)-/;

function isComponent(opening: JsxOpening): boolean {
  const name = tagName(opening);
  return name === null || /^[A-Z]/.test(name);
}
