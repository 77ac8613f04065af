/** The fields of a JSON object; none where it is no object. */
export type Fields = Readonly<Record<string, unknown>>;

const NO_FIELDS: Fields = {};

/** A JSON object among the lines a runner or npm prints around it; null where there is none. */
export function jsonObjectIn(text: string): Fields | null {
  const start = /^\s*\{/m.exec(text)?.index ?? -1;
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

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : NO_FIELDS;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text that is not empty, or null. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A line number; null for anything else, also for the 0 by which some say that there is none. */
export function lineOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : null;
}
