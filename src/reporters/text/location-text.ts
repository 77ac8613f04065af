import { sanitize } from '../../model/sanitize.js';
import type { Violation } from '../../model/violation.js';

/** `file:line:column`, as far as known, in the form terminals and editors make clickable. */
export function locationText(file: string, line: number | null, column: number | null): string {
  return [sanitize(file), line, line === null ? null : column].filter((part) => part !== null).join(':');
}

/** Where a violation is; `no file` where it is of the project as a whole. */
export function placeText({ file, place }: Pick<Violation, 'file' | 'place'>): string {
  return file === null ? 'no file' : locationText(file, place?.line ?? null, place?.column ?? null);
}
