import type { TextRange } from '../../model/position.js';

/**
 * Where a statement ends whose semicolon stands on a later line, before the code it guards there: `go()⏎;[1, 2].map(f)`.
 * The end of the statement itself where it has no such semicolon.
 */
export function endWithoutGuard(text: string, { start, end }: TextRange): number {
  if (text[end - 1] !== ';') return end;
  const guard = text.slice(start + text.slice(start, end - 1).trimEnd().length, end);
  return /[\r\n]/.test(guard) && /^[^\S\r\n]*[^\s]/.test(text.slice(end)) ? end - guard.length : end;
}
