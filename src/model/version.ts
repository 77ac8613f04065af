/** Of a program or package, as far as anything here depends on it: `[14, 18]`. */
export type Version = readonly [major: number, minor: number];

export function isBefore(a: Version, b: Version): boolean {
  return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
}
