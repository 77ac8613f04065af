import { sanitize } from '../../model/sanitize.js';
import { shellQuoted } from '../../model/shell-quoted.js';

/** A command line to copy, each word quoted for a shell where it needs that. */
export function commandText(words: readonly string[]): string {
  return words.map((word) => shellWord(sanitize(word))).join(' ');
}

function shellWord(word: string): string {
  return /^[\w.,:@%+/-]+$/.test(word) ? word : shellQuoted(word);
}
