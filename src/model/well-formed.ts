/** The same text with halves of characters spelt out: to UTF-8, and so to a hash, all of them are one. */
export function wellFormed(text: string): string {
  return text.replace(HALVES, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
}

const HALVES = /\p{Surrogate}/gu;

/** Whether a text holds no half of a character. */
export function isWellFormed(text: string): boolean {
  return text.search(HALVES) === -1;
}
