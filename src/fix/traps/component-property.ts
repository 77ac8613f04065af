import type { Node } from 'oxc-parser';
import { refuse } from '../refusal.js';
import { changedPairs, type Trap } from './trap.js';

/** `<Card onMouseEnter={f}>` → `onPointerEnter`: a component calls the handlers it knows, and drops others unseen. */
export const componentProperty: Trap = (change) => {
  const { tree, match } = change.task;
  for (const { old, next } of changedPairs(change, 'JSXAttribute')) {
    const element = tree.parent(old);
    if (old.name.name === next.name.name || !/^on[A-Z]/.test(String(old.name.name))) continue;
    if (element?.type !== 'JSXOpeningElement' || !isComponent(element.name)) continue;
    const isNamed = match !== null && match.range.start <= element.name.start;
    if (!isNamed)
      return refuse('same-arguments', 'Whether the component has a handler of the new name cannot be told.');
  }
  return null;
};

function isComponent(name: Node): boolean {
  return name.type !== 'JSXIdentifier' || /^[A-Z]/.test(name.name);
}
