/** Whether a module is named as one of the project itself: by a path, or by one of the usual short forms of its root. */
export function isOwnPath(module: string): boolean {
  return /^(?:[./~#]|@\/)/.test(module);
}
