/** Whether a path is another one where case does not count, and so may have been meant by a glob that does not match it. */
export function hasCapitals(path: string): boolean {
  return path !== path.toLowerCase();
}
