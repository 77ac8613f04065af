/**
 * A text on one line: each run of white space is one space, and none stands around it. Baselines hold hashes of texts
 * made so.
 */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
