import { attributeName, type JsxOpening, tagName } from '../../syntax/jsx.js';
import { refuse } from '../refusal.js';
import { changedPairs, type Trap } from './trap.js';

/** `<Card onMouseEnter={f}>` → `onPointerEnter`: a component calls the handlers it knows, and drops others unseen. */
export const componentProperty: Trap = (change) => {
  const { tree, match } = change.task;
  for (const { old, next } of changedPairs(change, 'JSXAttribute')) {
    const element = tree.parent(old);
    const name = attributeName(old) ?? '';
    if (name === attributeName(next) || !/^on[A-Z]/.test(name)) continue;
    if (element?.type !== 'JSXOpeningElement' || !isComponent(element)) continue;
    const isNamed = match !== null && match.range.start <= element.name.start;
    if (!isNamed)
      return refuse('same-arguments', 'Whether the component has a handler of the new name cannot be told.');
  }
  return null;
};

function isComponent(opening: JsxOpening): boolean {
  const name = tagName(opening);
  return name === null || /^[A-Z]/.test(name);
}
