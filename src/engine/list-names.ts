/** `A`, `A and B`, `A, B and C`, `A, B and 3 more`. */
export function listNames(names: readonly string[]): string {
  const shown = names.length <= 3 ? names : names.slice(0, 2);
  const last = names.length <= 3 ? shown.at(-1) : `${names.length - shown.length} more`;
  const before = names.length <= 3 ? shown.slice(0, -1) : shown;
  return before.length === 0 ? (last ?? '') : `${before.join(', ')} and ${last}`;
}
