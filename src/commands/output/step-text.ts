import { displayWidth } from '../../reporters/text/display-width.js';
import { wrapIndented } from '../../reporters/text/wrap-text.js';

/**
 * What was done to a file, such as `kept         .gitignore  (nothing to change)`; a remark that does not fit beside it
 * stands below. @param lead what was done, up to where the name begins @param width of the terminal
 */
export function stepText(lead: string, file: string, remark: string | null, width: number): string {
  const line = `${lead}${file}`;
  if (remark === null) return `${line}\n`;
  const whole = `${line}  (${remark})`;
  if (displayWidth(whole) <= width) return `${whole}\n`;
  const below = wrapIndented(`${' '.repeat(lead.length)}(${remark})`, width);
  return `${[line, ...below].join('\n')}\n`;
}
