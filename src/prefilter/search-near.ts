import type { PlannedPattern } from './plan-scan.js';

/**
 * The first match of a regex in ASCII text, given where it can be. What a search of the whole text finds, found by
 * trying only the places from which a match could reach a hit.
 * @param regex sticky
 * @param ends where hits of its windows end, rising; every match holds one of those hits
 */
export function searchNear(
  regex: RegExp,
  text: string,
  ends: readonly number[],
  { reach, shortest }: PlannedPattern,
): RegExpExecArray | null {
  let from = 0;
  for (const end of ends) {
    const last = end - shortest;
    for (let start = reach === null ? from : startBefore(text, end, reach, from); start <= last; start++) {
      regex.lastIndex = start;
      const found = regex.exec(text);
      if (found !== null) return found;
    }
    from = Math.max(from, last + 1);
  }
  return null;
}

function startBefore(text: string, end: number, reach: number, least: number): number {
  let start = end;
  for (let left = reach; start > least; start--) {
    if (isSpace(text.charCodeAt(start - 1))) continue;
    if (left === 0) break;
    left--;
  }
  return start;
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}
