import type { ReportStyle } from '../report.js';
import { displayWidth } from './display-width.js';
import { type LinePart, partsText } from './parts-text.js';
import { wrapText } from './wrap-text.js';

/** Where and which, then what is said: one line where it fits the terminal, else the message has lines of its own. */
export function headingText(
  parts: readonly LinePart[],
  message: string,
  { width, rowWidth }: Pick<ReportStyle, 'width' | 'rowWidth'>,
): string {
  const plain = [...parts, { text: message }].map(({ text }) => ({ text }));
  if (displayWidth(partsText(plain)) <= width) return partsText([...parts, { text: message }]);
  const lines = wrapText(message, width - 2).map((line) => `  ${line}`);
  return [partsText(parts, { width: rowWidth, hanging: 2 }), ...lines].join('\n');
}
