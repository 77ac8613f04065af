/** The fields of a JSON object of which nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>;

const NO_FIELDS: Fields = {};

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object a JSON text holds; null where it holds none, or is no JSON. */
export function parseFields(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : null;
  } catch {
    // The caller says so, and where.
    return null;
  }
}

/** None where it is no object. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : NO_FIELDS;
}

/** A text that is not empty, or null. */
export function textOf(value: unknown): string | null {
  return isText(value) ? value : null;
}

/** Whether it is a text that is not empty. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** Whether it is a list of texts, none of them empty. */
export function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText);
}
