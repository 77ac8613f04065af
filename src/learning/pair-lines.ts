/** Lines that have less of their text in common than this, of the longer one, are not the same line rewritten. */
const ALIKE = 0.4;

/**
 * Which of some new lines took the place of which old one, in order: for each old line the index of its new one, or null
 * where it went. Where as many came as went, they are taken one by one.
 */
export function pairLines(old: readonly string[], next: readonly string[]): readonly (number | null)[] {
  if (old.length === next.length) return old.map((_, index) => index);
  // best[i][j]: the most likeness that the old lines from i on and the new ones from j on can be paired with.
  const best = Array.from({ length: old.length + 1 }, () => new Array<number>(next.length + 1).fill(0));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  const paired = (i: number, j: number): number => {
    const likeness = likenessOf(old[i] ?? '', next[j] ?? '');
    return likeness < ALIKE ? -1 : likeness + at(i + 1, j + 1);
  };
  for (let i = old.length - 1; i >= 0; i--) {
    const row = best[i];
    if (!row) continue;
    for (let j = next.length - 1; j >= 0; j--) row[j] = Math.max(at(i + 1, j), at(i, j + 1), paired(i, j));
  }
  const pairs: (number | null)[] = [];
  for (let i = 0, j = 0; i < old.length; ) {
    if (j < next.length && paired(i, j) >= 0 && at(i, j) === paired(i, j)) {
      pairs.push(j++);
      i++;
    } else if (j < next.length && at(i, j) === at(i, j + 1)) j++;
    else {
      pairs.push(null);
      i++;
    }
  }
  return pairs;
}

/** How much of the longer line its common beginning and end with the other one are: 0 to 1. */
function likenessOf(old: string, next: string): number {
  const [a, b] = [old.trim(), next.trim()];
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return shorter === 0 ? 0 : (start + end) / Math.max(a.length, b.length);
}
