import { refuse } from '../../model/refusal.js';
import { attributeName, attributeOf, openingOf } from '../../syntax/jsx.js';
import { changedPairs, type Trap } from '../trap.js';

/** `<img {...props} />` → `<img {...props} alt="" />`: the new attribute takes the place of one that is spread. */
export const spreadAttribute: Trap = (change) => {
  for (const pair of changedPairs(change, 'JSXOpeningElement', 'JSXElement')) {
    const [old, next] = [openingOf(pair.old), openingOf(pair.next)];
    const spread = next.attributes.findIndex(({ type }) => type === 'JSXSpreadAttribute');
    // One that took the place of another, as a new name does, was behind the spread before.
    if (spread < 0 || next.attributes.length <= old.attributes.length) continue;
    for (const attribute of next.attributes.slice(spread + 1)) {
      const name = attribute.type === 'JSXAttribute' ? attributeName(attribute) : null;
      if (name !== null && !attributeOf(old, name)) {
        return refuse('same-result', `What is spread in front of "${name}" may set it already.`);
      }
    }
  }
  return null;
};
