/** What a piece of code does with brackets; those in quotes are none. */
export interface Brackets {
  /** It leaves some open. */
  readonly opened: boolean;
  /** It closes some that it did not open. */
  readonly closed: boolean;
  /** It opens others behind those. */
  readonly reopened: boolean;
}

export function bracketsOf(code: string): Brackets {
  let depth = 0;
  let closed = false;
  let reopened = false;
  for (const [piece] of code.matchAll(QUOTED_OR_BRACKET)) {
    if (/^[([{]$/.test(piece)) {
      depth++;
      reopened ||= closed;
    } else if (/^[)\]}]$/.test(piece)) {
      if (depth === 0) closed = true;
      else depth--;
    }
  }
  return { opened: depth > 0, closed, reopened };
}

const QUOTED_OR_BRACKET = /(["'`])(?:\\.|(?!\1)[^\\\n])*\1|[()[\]{}]/g;
