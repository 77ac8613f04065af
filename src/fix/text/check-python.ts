import type { TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { codeAlone } from './code-alone.js';
import { type LogicalLine, logicalLines } from './logical-lines.js';

/**
 * Whether lines of Python stand in one block, leave those around them in theirs, and run. Nothing is said where the text
 * without them is no Python.
 * @param before the text without them
 * @param code of the text, see `codeAlone`
 * @param lines where they stand in the text
 */
export function checkPython(path: string, before: string, code: string, lines: TextRange): Refusal | null {
  if (!/\.py$/i.test(path) || !isIndented(logicalLines(codeAlone(path, before)))) return null;
  const all = logicalLines(code);
  const first = all.findIndex(({ start }) => start >= lines.start && start < lines.end);
  const next = all.findIndex(({ start }) => start >= lines.end);
  const last = next < 0 ? all.length - 1 : next - 1;
  // In brackets, whose lines are none of their own.
  const isWithin = all.some(({ start, end }) => start < lines.start && lines.start < end);
  if (first < 0 || isWithin) return null;
  return (
    checkHead(all, first) ??
    checkBlock(all, first) ??
    (next < 0 ? null : (checkClause(all, first, next) ?? checkBlock(all, last + 1))) ??
    checkReached(all, first)
  );
}

function isIndented(all: readonly LogicalLine[]): boolean {
  return all.every((_, at) => checkBlock(all, at) === null);
}

/** What the line above opens takes what follows as its own. */
function checkHead(all: readonly LogicalLine[], first: number): Refusal | null {
  const above = all[first - 1]?.code ?? '';
  const code = all[first]?.code ?? '';
  const isMeant =
    above.startsWith('@') && !above.endsWith(':')
      ? /^(?:@|(?:async\s+)?def\b|class\b)/.test(code)
      : !/^match\b.*:$/s.test(above) || /^case\b/.test(code);
  return isMeant
    ? null
    : refuse('line-is-whole', 'The line above is about what follows it, and would be about the text.');
}

/** Whether a line is indented as the block it follows in, or as a new one where the line above opens that. */
function checkBlock(all: readonly LogicalLine[], at: number): Refusal | null {
  const [above, line] = [all[at - 1], all[at]];
  if (!line) return null;
  const isRight = above?.code.endsWith(':')
    ? line.indent.length > above.indent.length && line.indent.startsWith(above.indent)
    : blocksAt(all, at).includes(line.indent);
  return isRight ? null : refuse('line-is-whole', 'The text would not stand in a block with the lines around it.');
}

/** The indentation of every block a line may still belong to. */
function blocksAt(all: readonly LogicalLine[], at: number): readonly string[] {
  const blocks: string[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (let index = at - 1; index >= 0 && least > 0; index--) {
    const { indent = '' } = all[index] ?? {};
    if (indent.length < least) blocks.push(indent);
    least = Math.min(least, indent.length);
  }
  return blocks.length > 0 ? blocks : [''];
}

/** `else:` belongs to the statement above it, which nothing may part it from. */
function checkClause(all: readonly LogicalLine[], first: number, next: number): Refusal | null {
  const { indent = '', code = '' } = all[next] ?? {};
  if (!/^(?:else|elif|except|finally|case)\b/.test(code)) return null;
  const isParted = all.slice(first, next).some((line) => line.indent.length <= indent.length);
  return isParted && !/^case\b/.test(all[first]?.code ?? '')
    ? refuse('line-is-whole', 'A clause further down belongs to the statement above, and would be parted from it.')
    : null;
}

function checkReached(all: readonly LogicalLine[], first: number): Refusal | null {
  const { indent = '' } = all[first] ?? {};
  const above = all.slice(0, first).findLast((line) => line.indent.length <= indent.length);
  return above?.indent === indent && /^(?:return|raise|break|continue)\b/.test(above.code)
    ? refuse('reachable', 'The line above leaves, so what stands below it would never run.')
    : null;
}

/** `if a: b()`: where a line opens a block and fills it at once; the offset behind the colon, null for any other line. */
export function endOfHead({ start, code, indent }: LogicalLine): number | null {
  if (!/^(?:async\s+)?(?:def|class|if|elif|else|for|while|with|try|except|finally|case)\b/.test(code)) return null;
  let depth = 0;
  for (const { index, 0: piece } of code.matchAll(/[()[\]{}:]|\blambda\b/g)) {
    if (piece === 'lambda') return null;
    if (piece === ':' && depth === 0) return index === code.length - 1 ? null : start + indent.length + index + 1;
    if (piece !== ':') depth += /[([{]/.test(piece) ? 1 : -1;
  }
  return null;
}
