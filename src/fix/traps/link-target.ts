import { attributeOf, attributeValue, type JsxOpening, openingOf, tagName } from '../../syntax/jsx.js';
import { constantText } from '../names/spells-name.js';
import { refuse } from '../refusal.js';
import { changedPairs, type Trap } from './trap.js';

/** `<a href="https://x.org">` → `<Link to="https://x.org">`: a router leads to its own pages only. */
export const linkTarget: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'JSXOpeningElement', 'JSXElement')) {
    const [was, made] = [openingOf(old), openingOf(next)];
    if (tagName(was) !== 'a') continue;
    const address = targetOf(made);
    if (address !== null && /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(address)) {
      return refuse('same-arguments', 'The address leads out of what the router knows.');
    }
  }
  return null;
};

/** As far as it is written there; null of any other code. */
function targetOf(opening: JsxOpening): string | null {
  const target = attributeOf(opening, 'to');
  const given = target && attributeValue(target);
  return given && constantText(given);
}
