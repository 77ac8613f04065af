import { displayWidth, graphemesOf, isWide } from './display-width.js';

/**
 * Breaks a text at its spaces into lines of at most `width` columns; a longer word keeps a line of its own, so that a
 * path can be copied. Only what is written without spaces, such as Japanese, is broken inside a longer word too.
 */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let lineWidth = 0;
  for (const { part, gap } of partsOf(text, width)) {
    const partWidth = displayWidth(part);
    const longer = line === '' ? partWidth : lineWidth + gap.length + partWidth;
    if (line !== '' && longer > width) {
      lines.push(line.trimEnd());
      line = part;
      lineWidth = partWidth;
    } else {
      line = line === '' ? part : `${line}${gap}${part}`;
      lineWidth = longer;
    }
  }
  return [...lines, line];
}

/** The same for a line that begins with spaces: what goes on below it stands under its first word, or `hanging` deeper. */
export function wrapIndented(line: string, width: number, hanging = 0): readonly string[] {
  const indent = /^ */.exec(line)?.[0] ?? '';
  const [first = '', ...rest] = wrapText(line.slice(indent.length), width - indent.length - hanging);
  return [indent + first, ...rest.map((part) => `${indent}${' '.repeat(hanging)}${part}`)];
}

/** The same for each line of a text. */
export function wrapLines(text: string, width: number, hanging = 0): string {
  return text
    .split('\n')
    .flatMap((line) => wrapIndented(line, width, hanging))
    .join('\n');
}

interface Part {
  readonly part: string;
  /** What stands before it where it does not begin a line. */
  readonly gap: '' | ' ';
}

function partsOf(text: string, width: number): readonly Part[] {
  return text.split(' ').flatMap((word): readonly Part[] => {
    if (displayWidth(word) <= width || /[/\\]/.test(word)) return [{ part: word, gap: ' ' }];
    return unspacedParts(word).map((part, index) => ({ part, gap: index === 0 ? ' ' : '' }));
  });
}

/** The parts of a word that may stand on lines of their own. */
function unspacedParts(word: string): readonly string[] {
  const parts: string[] = [];
  let before = '';
  for (const grapheme of graphemesOf(word)) {
    const isJoined = (!isWide(grapheme) && !isWide(before)) || CLOSES.test(grapheme) || OPENS.test(before);
    if (isJoined && before !== '') parts.push((parts.pop() ?? '') + grapheme);
    else parts.push(grapheme);
    before = grapheme;
  }
  return parts;
}

/** What begins no line, and what ends none, in East Asian typesetting. */
const CLOSES = /^[\p{Pe}\p{Pf}\p{Po}ーゝ々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u;
const OPENS = /^[\p{Ps}\p{Pi}]/u;
