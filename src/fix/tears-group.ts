/**
 * Whether a group of a match begins or ends amid brackets that the match holds whole: of `equal(f(a, b)`, read as
 * `equal\(([^,]+), ([^)]+)\)`, the groups are `f(a` and `b`, and whatever becomes of them is not what `f(a, b)` was.
 * A group that ends in the opening bracket itself, or begins with the closing one, takes nothing apart.
 * @param regex that found it
 */
export function tearsGroup(regex: RegExp, found: RegExpMatchArray): boolean {
  if (found.length === 1 || found.index === undefined || found.input === undefined) return false;
  const again = new RegExp(regex.source, `${regex.flags.replace(/[dgy]/g, '')}dy`);
  again.lastIndex = found.index;
  const match = again.exec(found.input);
  const start = found.index;
  const [whole] = found;
  return (match?.indices ?? []).slice(1).some((range) => {
    if (range === undefined) return false;
    const group = whole.slice(range[0] - start, range[1] - start);
    const { opened, closed } = leftOpen(group);
    return (
      (opened && !/[([{]\s*$/.test(group) && leftOpen(whole.slice(range[1] - start)).closed) ||
      (closed && !/^\s*[)\]}]/.test(group) && leftOpen(whole.slice(0, range[0] - start)).opened)
    );
  });
}

/** Whether a piece of code leaves brackets open, and whether it closes any that it did not open. */
function leftOpen(code: string): { readonly opened: boolean; readonly closed: boolean } {
  let depth = 0;
  let closed = false;
  for (const [piece] of code.matchAll(QUOTED_OR_BRACKET)) {
    if (/^[([{]$/.test(piece)) depth++;
    else if (/^[)\]}]$/.test(piece)) {
      if (depth === 0) closed = true;
      else depth--;
    }
  }
  return { opened: depth > 0, closed };
}

const QUOTED_OR_BRACKET = /(["'`])(?:\\.|(?!\1)[^\\\n])*\1|[()[\]{}]/g;
