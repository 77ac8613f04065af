import { LOG_COMMAND } from '../model/log-command.js';

/** Longest match or line a machine format carries, in UTF-16 units: minified files have lines of megabytes. */
const LONGEST_EXCERPT = 4096;

/**
 * Two-space JSON with a newline at its end. C1 controls, bidi controls and line separators, which JSON allows raw,
 * are written as `\u` escapes, and so is the start of a CI log command: the data stay the same, and a log shows and
 * does nothing it should not.
 */
export function printJson(value: unknown): string {
  return `${escapeControls(JSON.stringify(value, null, 2))}\n`;
}

/** The same on one line. */
export function printJsonLine(value: unknown): string {
  return `${escapeControls(JSON.stringify(value))}\n`;
}

function escapeControls(json: string): string {
  return json
    .replace(RAW_CONTROLS, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(LOG_COMMAND, '\\u0023');
}

const RAW_CONTROLS = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** A match or line as a machine format carries it: cut, with `…`, where it is longer than anybody reads. */
export function excerpt(text: string): string {
  return text.length <= LONGEST_EXCERPT ? text : `${text.slice(0, LONGEST_EXCERPT)}…`;
}
