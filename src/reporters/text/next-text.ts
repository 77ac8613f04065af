import { displayWidth } from './display-width.js';
import type { Palette } from './palette.js';
import { wrapIndented } from './wrap-text.js';

/** The last line of a report. A command stays whole, to be copied; a remark behind two spaces gives way to it. */
export function nextText(step: string, palette: Palette, width: number): string {
  const fits = displayWidth(`Next: ${step}`) <= width;
  if (!fits && !IS_COMMAND.test(step)) {
    return `${wrapIndented(`Next: ${step}`, width, 2)
      .join('\n')
      .replace('Next:', (word) => palette.bold(word))}\n`;
  }
  return `${palette.bold('Next:')} ${fits ? step : step.replace(/ {2}(?=\(.*\)$)/, '\n  ')}\n`;
}

const IS_COMMAND = /^(?:git|specflow) /;
