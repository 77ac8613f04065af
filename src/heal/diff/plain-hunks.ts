/** A hunk of a unified diff; lines with their ` `, `-` or `+` in front and without their line end. */
export interface Hunk {
  oldStart: number;
  oldLines: number;
  newStart: number;
  newLines: number;
  lines: string[];
}

/**
 * The hunks between two texts, where there is but one shortest way from one to the other and it needs no search: every
 * line that goes is nowhere in the new text, every line that comes is nowhere in the old one, and the rest keeps its order.
 * Most fixes are such.
 * @param context lines shown around a change
 * @returns null where the way has to be searched for, or a text does not end with its last line
 */
export function plainHunks(before: string, after: string, context: number): readonly Hunk[] | null {
  const old = linesOf(before);
  const next = linesOf(after);
  const changes = old && next && changesBetween(old, next);
  if (!changes) return null;
  const hunks: Hunk[] = [];
  for (const [index, { oldStart, oldEnd, newStart, newEnd }] of changes.entries()) {
    let hunk = hunks.at(-1);
    const previous = changes[index - 1];
    if (hunk === undefined || previous === undefined || oldStart - previous.oldEnd > context * 2) {
      const above = Math.min(context, oldStart - (previous?.oldEnd ?? 0));
      const lines = prefixed(' ', old.slice(oldStart - above, oldStart));
      hunk = { oldStart: oldStart - above + 1, newStart: newStart - above + 1, oldLines: 0, newLines: 0, lines };
      hunks.push(hunk);
    } else hunk.lines.push(...prefixed(' ', old.slice(previous.oldEnd, oldStart)));
    hunk.lines.push(...prefixed('-', old.slice(oldStart, oldEnd)), ...prefixed('+', next.slice(newStart, newEnd)));
    const following = changes[index + 1]?.oldStart ?? old.length;
    const isLast = index === changes.length - 1 || following - oldEnd > context * 2;
    if (isLast) hunk.lines.push(...prefixed(' ', old.slice(oldEnd, Math.min(oldEnd + context, following))));
  }
  for (const hunk of hunks) {
    hunk.oldLines = hunk.lines.filter((line) => !line.startsWith('+')).length;
    hunk.newLines = hunk.lines.filter((line) => !line.startsWith('-')).length;
  }
  return hunks;
}

/** Lines that go, and those that come in their place; indexes from 0, ends exclusive. */
interface Change {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

function changesBetween(old: readonly string[], next: readonly string[]): readonly Change[] | null {
  const inOld = new Set(old);
  const inNext = new Set(next);
  const changes: Change[] = [];
  let oldEnd = 0;
  let newEnd = 0;
  while (oldEnd < old.length || newEnd < next.length) {
    const [oldStart, newStart] = [oldEnd, newEnd];
    while (oldEnd < old.length && !inNext.has(old[oldEnd] ?? '')) oldEnd++;
    while (newEnd < next.length && !inOld.has(next[newEnd] ?? '')) newEnd++;
    if (oldEnd > oldStart || newEnd > newStart) changes.push({ oldStart, oldEnd, newStart, newEnd });
    else if (old[oldEnd++] !== next[newEnd++]) return null;
  }
  return changes;
}

function linesOf(text: string): readonly string[] | null {
  if (text === '') return [];
  return text.endsWith('\n') ? text.slice(0, -1).split('\n') : null;
}

function prefixed(mark: string, lines: readonly string[]): string[] {
  return lines.map((line) => mark + line);
}
