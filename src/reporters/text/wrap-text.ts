import { displayWidth } from './display-width.js';

/** Breaks a text at its spaces into lines of at most `width` columns; a longer word keeps a line of its own. */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let lineWidth = 0;
  for (const word of text.split(' ')) {
    const wordWidth = displayWidth(word);
    const longer = line === '' ? wordWidth : lineWidth + 1 + wordWidth;
    if (line !== '' && longer > width) {
      lines.push(line.trimEnd());
      line = word;
      lineWidth = wordWidth;
    } else {
      line = line === '' ? word : `${line} ${word}`;
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
