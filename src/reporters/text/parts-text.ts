import { displayWidth } from './display-width.js';

/** A part of a line that stays whole. */
export interface LinePart {
  readonly text: string;
  /** Its colour: adds nothing that takes a column. */
  readonly paint?: (text: string) => string;
}

interface Layout {
  /** Of the terminal; none where the line is to stay whole. */
  readonly width?: number | undefined;
  /** Columns before what does not fit beside the others. */
  readonly hanging?: number;
  readonly gap?: ' ' | '  ';
}

/** Parts beside each other; one that does not fit the terminal there begins a line of its own. */
export function partsText(parts: readonly LinePart[], layout: Layout = {}): string {
  const { width = Number.POSITIVE_INFINITY, hanging = 2, gap = '  ' } = layout;
  let text = '';
  let used = 0;
  for (const { text: part, paint = String } of parts) {
    const partWidth = displayWidth(part);
    const isBelow = text !== '' && used + gap.length + partWidth > width;
    const before = text === '' ? '' : isBelow ? `\n${' '.repeat(hanging)}` : gap;
    used = (isBelow ? hanging : used + before.length) + partWidth;
    text += before + paint(part);
  }
  return text;
}
