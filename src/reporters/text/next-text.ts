import { displayWidth } from './display-width.js';
import type { Palette } from './palette.js';

/** The last line of a report. A command stays whole, to be copied; a remark behind two spaces gives way to it. */
export function nextText(step: string, palette: Palette, width: number): string {
  const fits = displayWidth(`Next: ${step}`) <= width;
  return `${palette.bold('Next:')} ${fits ? step : step.replace(/ {2}(?=\(.*\)$)/, '\n  ')}\n`;
}
