import { mayBeMarkup } from '../may-be-markup.js';
import { refuse } from '../refusal.js';
import { changedPairs, memberName, type Trap } from './trap.js';

/** `innerHTML` → `textContent` shows tags as text when the value is markup, and `+=` would flatten what is there. */
export const markupAsText: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'AssignmentExpression')) {
    if (!/^(?:inner|outer)HTML$/.test(memberName(old.left) ?? '')) continue;
    if (!/^(?:textContent|innerText|outerText)$/.test(memberName(next.left) ?? '')) continue;
    if (old.operator !== '=') {
      return refuse(
        'value-may-be-markup',
        `With "${old.operator}" the markup that is there already would become text.`,
      );
    }
    if (mayBeMarkup(change.task.tree, old.right)) {
      return refuse('value-may-be-markup', 'The value may be markup, whose tags would be shown as text.');
    }
  }
  return null;
};
