import { type Fields, isFields } from '../model/fields.js';

export { type Fields, fieldsOf, isFields, textOf } from '../model/fields.js';

/** A JSON object among the lines a runner or npm prints around it; null where there is none. */
export function jsonObjectIn(text: string): Fields | null {
  const start = /^[ \t]*\{/m.exec(text)?.index ?? -1;
  const end = text.lastIndexOf('}') + 1;
  if (start === -1 || end <= start) return null;
  const value = parsed(text.slice(start, end));
  return isFields(value) ? value : null;
}

/** Undefined for what is no JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Then it is text of another kind, which is for another reader.
    return undefined;
  }
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A line number; null for anything else, also for the 0 by which some say that there is none. */
export function lineOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : null;
}
