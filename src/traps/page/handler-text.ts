import { refuse } from '../../model/refusal.js';
import { attributeName, attributeValue } from '../../syntax/jsx.js';
import { changedPairs, type Trap } from '../trap.js';

/** `onclick="go()"` → `onClick="go()"`: markup takes code as a text, a component calls what it is given. */
export const handlerText: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'JSXAttribute')) {
    const name = attributeName(next) ?? '';
    const value = attributeValue(next);
    if (!/^on[A-Z]/.test(name) || name === attributeName(old)) continue;
    if (value === null || value.type === 'Literal' || value.type === 'TemplateLiteral') {
      return refuse('same-arguments', `"${name}" takes a function, and what is given is none.`);
    }
  }
  return null;
};
