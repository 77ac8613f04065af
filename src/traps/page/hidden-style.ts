import { refuse } from '../../model/refusal.js';
import { attributeName } from '../../syntax/jsx.js';
import { memberName } from '../../syntax/member-name.js';
import { textOf } from '../../syntax/text-of.js';
import { changedPairs, type Trap } from '../trap.js';

/** `el.style.display = 'none'` → `el.hidden = true`: any style sheet that shows it outweighs the attribute, and its own style does not. */
export const hiddenStyle: Trap = (change) => {
  const isSet = changedPairs(change, 'AssignmentExpression').some(
    ({ old, next }) => /\.style\.display$/.test(textOf(change.before, old.left)) && memberName(next.left) === 'hidden',
  );
  const isShown = changedPairs(change, 'JSXAttribute').some(
    ({ old, next }) =>
      attributeName(old) === 'style' &&
      attributeName(next) === 'hidden' &&
      /\bdisplay\b/.test(textOf(change.before, old)),
  );
  return isSet || isShown
    ? refuse(
        'same-result',
        'A style sheet may say how it is displayed, which outweighs the attribute and not its own style.',
      )
    : null;
};
