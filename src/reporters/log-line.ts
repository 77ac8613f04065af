import { sanitize } from '../model/sanitize.js';
import { LOG_COMMAND } from './log-command.js';

/**
 * One line for a terminal or a CI log: nothing in it moves the cursor, and no CI system takes it for a command, neither
 * at its start (`::error::`) nor within.
 */
export function logLine(text: string): string {
  return sanitize(text)
    .replace(LOG_COMMAND, '\\x23')
    .replace(/^\s*:(?=:)/, '\\x3a');
}
