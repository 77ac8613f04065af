import { sanitize } from '../model/sanitize.js';
import { displayWidth } from './text/display-width.js';
import type { Palette } from './text/palette.js';

/** A setting in force; `line` is null where it is the default. */
interface ShownSetting {
  readonly key: string;
  readonly value: unknown;
  readonly line: number | null;
}

/**
 * One setting a line: where it comes from, its key, its value. A list has a line for each of its entries; one that does
 * not fit beside the keys stands below its own.
 */
export function settingsText(settings: readonly ShownSetting[], palette: Palette, width: number): string {
  const origins = settings.map(({ line }) => (line === null ? 'default' : `line ${line}`));
  const originWidth = Math.max(...origins.map(displayWidth));
  const keyWidth = Math.max(...settings.map(({ key }) => displayWidth(key)));
  const indent = ' '.repeat(originWidth + keyWidth + 4);
  return settings
    .map(({ key, value, line }, index) => {
      const origin = (origins[index] ?? '').padEnd(originWidth);
      const values = entriesOf(value);
      const fits = values.every((each) => indent.length + displayWidth(each) <= width);
      const beside = `${key.padEnd(keyWidth)}  ${values.join(`\n${indent}`)}`;
      const below = [key, ...values.map((each) => ' '.repeat(originWidth + 4) + each)].join('\n');
      return `${line === null ? palette.dim(origin) : palette.cyan(origin)}  ${fits ? beside : below}\n`;
    })
    .join('');
}

function entriesOf(value: unknown): readonly string[] {
  const values = Array.isArray(value) && value.length > 0 ? value : [value];
  return values.map((each) => sanitize(JSON.stringify(each)));
}
