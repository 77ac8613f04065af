const MOST_NAMED = 3;

/** `A`, `A and B`, `A, B and C`, `A, B and 3 more`. */
export function listNames(names: readonly string[]): string {
  const shown = namesAll(names) ? names : names.slice(0, MOST_NAMED - 1);
  const rest = names.length - shown.length;
  const before = rest > 0 ? shown : shown.slice(0, -1);
  const last = rest > 0 ? `${rest} more` : (shown.at(-1) ?? '');
  return before.length === 0 ? last : `${before.join(', ')} and ${last}`;
}

/** Whether `listNames` cuts nothing short. */
export function namesAll(names: readonly string[]): boolean {
  return names.length <= MOST_NAMED;
}
