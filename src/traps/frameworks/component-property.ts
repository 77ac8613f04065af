import { refuse } from '../../model/refusal.js';
import { attributeName, type JsxOpening, tagName } from '../../syntax/jsx.js';
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
    const isByName = match !== null && match.range.end <= old.name.end && !OF_ELEMENTS.test(name);
    if (name === attributeName(next) || !(isByName || /^on[A-Z]/.test(name))) continue;
    if (element?.type !== 'JSXOpeningElement' || !isComponent(element)) continue;
    const isNamed = match !== null && match.range.start <= element.name.start;
    if (!isNamed)
      return refuse('same-arguments', 'Whether the component has a property of the new name cannot be told.');
  }
  return null;
};

/** Components hand these over to an element, as a rule. */
const OF_ELEMENTS =
  /^(?:class|for|tabindex|readonly|maxlength|autofocus|autocomplete|colspan|rowspan)$|^(?:data|aria)-/;

function isComponent(opening: JsxOpening): boolean {
  const name = tagName(opening);
  return name === null || /^[A-Z]/.test(name);
}
