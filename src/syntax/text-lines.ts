/** The start of the line after the one an offset stands on; the text's length on its last line. */
export function lineAfter(text: string, offset: number): number {
  const end = /\r\n?|\n/g;
  end.lastIndex = offset;
  const found = end.exec(text);
  return found ? found.index + found[0].length : text.length;
}

/** The blank lines that set a head off stay between it and what is inserted. */
export function blankLinesAfter(text: string, offset: number): number {
  return offset === 0 ? 0 : offset + (/^(?:[^\S\r\n]*(?:\r\n?|\n))*/.exec(text.slice(offset))?.[0].length ?? 0);
}
