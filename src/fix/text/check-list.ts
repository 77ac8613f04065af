import type { TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { bracketAround } from './code-alone.js';

/** Languages whose lists stand in these brackets, with a comma behind each element. */
const LISTS: readonly (readonly [RegExp, string])[] = [
  [/\.py$/i, '([{'],
  [/\.ya?ml$/i, '[{'],
  [/\.(?:toml|tf)$/i, '['],
  [/\.(?:go|java|kts?|c|cc|cpp|h|hpp|cs|rs|swift|scala|dart|groovy|gradle|php|rb)$/i, '(['],
];

/**
 * Whether lines that come to stand in a list are elements of it, with the commas that set them apart: without one, two
 * strings of Python are a single one.
 * @param code see `codeAlone`
 * @param lines where they stand in the text
 */
export function checkList(path: string, code: string, lines: TextRange): Refusal | null {
  const brackets = LISTS.find(([paths]) => paths.test(path))?.[1];
  const around = brackets ? bracketAround(code, lines.start) : null;
  const added = code.slice(lines.start, lines.end).trim();
  if (!around || !brackets?.includes(around.bracket) || added === '' || HOLDS_LINES.test(code.slice(0, around.at)))
    return null;
  const before = code.slice(around.at, lines.start).trimEnd();
  const next = code.slice(lines.end).trimStart();
  if (GOES_ON.test(added)) return null;
  const isSetApart = /[([{,]$/.test(before) && (added.endsWith(',') || /^[)\]}]/.test(next));
  return isSetApart ? null : UNENDED;
}

const UNENDED = refuse('anchor-unique', 'The text would stand in a list, where a comma sets its elements apart.');

/** `import (` of Go and `%w[` of Ruby: no comma stands between what they hold. */
const HOLDS_LINES = /\b(?:import|var|const|type)\s*$|%[wWiI]$/;

/** A line that goes on with the expression above it. */
const GOES_ON = /^(?:[.?&|+]|->|and\b|or\b|if\b|for\b)/;
