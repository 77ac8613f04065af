/** Whether some byte of a path may have been no UTF-8: it comes out as U+FFFD, which may also be what was written. */
export function isLossy(path: string): boolean {
  return path.includes('\ufffd');
}
