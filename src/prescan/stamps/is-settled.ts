/** A file that changed so shortly before it was looked at may change again and keep its times. Milliseconds. */
const SETTLED_MS = 2_000;

/**
 * @param changedMs when it changed last, in content or in name; milliseconds since 1970, as all here
 * @param now before it was looked at
 */
export function isSettled(changedMs: number, now: number): boolean {
  return changedMs < now - SETTLED_MS;
}
