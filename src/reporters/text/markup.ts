import { LOG_COMMAND } from '../../model/log-command.js';
import { sanitize } from '../../model/sanitize.js';

/**
 * Untrusted text as XML or HTML content or attribute value: no character of it is markup, and none is one that XML
 * cannot hold. `>` is among the escaped, so `]]>` and `-->` mean nothing either.
 *
 * @param keep controls that stay as they are, such as `\n` in text that has its own lines
 */
export function markup(text: string, keep = ''): string {
  return sanitize(text, `${keep}#`)
    .replace(/[\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`)
    .replace(/[&<>"']/g, (character) => ENTITY[character] ?? character)
    .replace(LOG_COMMAND, '&#35;');
}

const ENTITY: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** ` name="value"` for each attribute that has a value. */
export function attributes(values: Readonly<Record<string, string | number | null>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${markup(String(value))}"`))
    .join('');
}
