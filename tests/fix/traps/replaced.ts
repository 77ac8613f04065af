import { type Mending, mend } from '../mend.js';

/** The answer to an instruction that replaces what a regular expression finds. */
export function replaced(text: string, find: string, replace: string, more: Partial<Mending> = {}): string {
  const findReplace = { find: new RegExp(find, 'g'), replace };
  return mend({ text, pattern: new RegExp(find), fix: { findReplace }, ...more });
}
