import { refuse } from '../refusal.js';
import { changedPairs, type Trap } from './trap.js';

/** `<my-box class="a">` → `className`: an element of one's own takes its attributes as they are written. */
export const ownElement: Trap = (change) => {
  const { tree } = change.task;
  for (const { old, next } of changedPairs(change, 'JSXAttribute')) {
    const element = tree.parent(old);
    if (element?.type !== 'JSXOpeningElement' || element.name.type !== 'JSXIdentifier') continue;
    const isRenamed = /^(?:class|for)$/.test(nameOf(old.name)) && nameOf(old.name) !== nameOf(next.name);
    if (isRenamed && element.name.name.includes('-')) {
      return refuse('same-arguments', 'An element of its own kind knows this attribute by the name it has.');
    }
  }
  return null;
};

function nameOf({ name }: { readonly name: unknown }): string {
  return typeof name === 'string' ? name : '';
}
