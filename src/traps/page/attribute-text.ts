import { refuse } from '../../model/refusal.js';
import { textOf } from '../../syntax/text-of.js';
import { writtenText } from '../../syntax/written-text.js';
import { changedPairs, type Trap } from '../trap.js';

/** `title={'a\\b'}` → `title="a\\b"`: between the quotes of an attribute a backslash is one, and `&amp;` is `&`. */
export const attributeText: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'JSXAttribute')) {
    const was = old.value?.type === 'JSXExpressionContainer' ? writtenText(old.value.expression) : null;
    if (was === null || next.value?.type !== 'Literal') continue;
    const quoted = textOf(change.after, next.value).slice(1, -1);
    if (quoted !== was || ENTITY.test(quoted)) {
      return refuse('same-result', 'As the text of the attribute it would be another one.');
    }
  }
  return null;
};

const ENTITY = /&#?\w+;/;
