import { sanitize } from '../model/sanitize.js';

/** `file:line:column`, as far as known, in the form terminals and editors make clickable. */
export function locationText(file: string, line: number | null, column: number | null): string {
  return [sanitize(file), line, line === null ? null : column].filter((part) => part !== null).join(':');
}
