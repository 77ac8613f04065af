import { refuse } from '../../model/refusal.js';

/** In the text of a JSX attribute a backslash stands for itself and an entity for a character; in a string neither does. */
export function readsOtherwiseAsString(quoted: string): boolean {
  return /[\\&\r\n]/.test(quoted);
}

export const OTHER_TEXT = refuse(
  'template-is-expression',
  'As a string in an expression, the text of the attribute would be another one.',
);
