import { sanitize } from '../../model/sanitize.js';
import { wrapText } from './wrap-text.js';

/** One value under its name. Values may be untrusted; what is null is left out. */
export interface Field {
  readonly name: string;
  readonly value: string | null;
  /** Code is never broken: it is there to be copied. */
  readonly isCode?: true;
}

/** Names in a column, values beside them; a long one goes on below itself. */
export function fieldsText(fields: readonly Field[], width: number): string {
  const shown = fields.filter(({ value }) => value !== null);
  const nameWidth = Math.max(0, ...shown.map(({ name }) => name.length));
  const indent = ' '.repeat(nameWidth + 2);
  return shown
    .map(({ name, value, isCode }) => {
      const text = sanitize(value ?? '');
      const lines = isCode ? [text] : wrapText(text, width - indent.length);
      return `${name.padEnd(nameWidth)}  ${lines.join(`\n${indent}`)}\n`;
    })
    .join('');
}
