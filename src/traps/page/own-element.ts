import { refuse } from '../../model/refusal.js';
import { attributeName, tagName } from '../../syntax/jsx.js';
import { changedPairs, type Trap } from '../trap.js';

/** `<my-box class="a">` → `className`: an element of one's own, or a component, takes what it is given as it is written. */
export const ownElement: Trap = (change) => {
  const { before: tree } = change;
  for (const { old, next } of changedPairs(change, 'JSXAttribute')) {
    const element = tree.parent(old);
    if (element?.type !== 'JSXOpeningElement') continue;
    const name = attributeName(old) ?? '';
    const isRenamed = /^(?:class|for)$/.test(name) && name !== attributeName(next);
    if (!isRenamed) continue;
    const tag = tagName(element);
    if (tag === null || /^\p{Lu}/u.test(tag)) {
      return refuse('same-arguments', 'A component knows what it is given by the name it has.');
    }
    if (tag.includes('-')) {
      return refuse('same-arguments', 'An element of its own kind knows this attribute by the name it has.');
    }
  }
  return null;
};
