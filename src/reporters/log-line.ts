import { sanitize } from '../model/sanitize.js';

/**
 * One line for a terminal or a CI log: nothing in it moves the cursor, and no CI system takes it for a command, at its
 * start (`::error::`) or anywhere within (`##[group]`, `##vso[…]`, `##teamcity[…]`).
 */
export function logLine(text: string): string {
  return sanitize(text)
    .replace(/#(?=#[a-z]*\[)/gi, '\\x23')
    .replace(/^\s*:(?=:)/, '\\x3a');
}
