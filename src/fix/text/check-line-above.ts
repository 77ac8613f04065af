import { type Refusal, refuse } from '../../model/refusal.js';

const SHELL = /\.(?:sh|bash|zsh)$/i;

/**
 * Whether a line may be inserted below the text above it in a language that is not parsed: that text has to have come
 * to its end, and not to have left. Null where nothing speaks against it.
 */
export function checkLineAbove(path: string, above: string): Refusal | null {
  const lines = above.replace(/(?:\r\n?|\n)$/, '').split(/\r\n?|\n/);
  const last = lines.at(-1) ?? '';
  if (/(?<!\\)(?:\\\\)*\\[ \t]*$/.test(last) || (SHELL.test(path) && goesOnInShell(last))) {
    return refuse('line-is-whole', 'The line above goes on below it, so the text would stand in the middle of it.');
  }
  const statement = lines.findLast((line) => !/^\s*(?:#|\/\/|$)/.test(line)) ?? '';
  if (WAYS_OUT.some(([paths, way]) => paths.test(path) && way.test(statement))) {
    return refuse('reachable', 'The line above leaves, so what stands below it would never run.');
  }
  if (/\.(?:php|phtml)$/i.test(path) && above.lastIndexOf('?>') > above.lastIndexOf('<?')) {
    return refuse('reachable', 'Behind the closing `?>` it would be a text of the page, not code.');
  }
  return null;
}

/** What a decorator or attribute stands above is what it is about; only another one may come between. */
export function checkDecorated(path: string, above: string, inserted: string): Refusal | null {
  const form = DECORATORS.find(([paths]) => paths.test(path))?.[1];
  const last =
    above
      .trimEnd()
      .split(/[\r\n]/)
      .at(-1) ?? '';
  return form?.test(last) && !form.test(inserted)
    ? refuse('line-is-whole', 'The line above is about what follows it, and would be about the text instead.')
    : null;
}

/** Whether a text stands among the decorators or attributes of what follows. */
export function isDecorator(path: string, inserted: string): boolean {
  return DECORATORS.find(([paths]) => paths.test(path))?.[1].test(inserted) ?? false;
}

/** A text at the beginning of a body is its docstring only as long as it comes first. */
export function checkDocstring(path: string, above: string, below: string): Refusal | null {
  const opensBody = /:[ \t]*(?:#.*)?$/.test(lastLine(above));
  return /\.py$/i.test(path) && opensBody && /^\s*[rub]{0,2}["']/i.test(below)
    ? refuse('keeps-head', 'Only comments may stand above the docstring of a function or class.')
    : null;
}

function lastLine(text: string): string {
  return (
    text
      .trimEnd()
      .split(/[\r\n]/)
      .at(-1) ?? ''
  );
}

const DECORATORS: readonly (readonly [RegExp, RegExp])[] = [
  [/\.(?:py|java|kts?|scala|groovy|dart|swift)$/i, /^\s*@\w[\w.]*(?:\(.*\))?\s*$/],
  [/\.(?:rs|php)$/i, /^\s*#\[.*\]\s*$/],
  [/\.cs$/i, /^\s*\[[\w(].*\]\s*$/],
];

function goesOnInShell(line: string): boolean {
  return /(?:&&|\|\|?)\s*$/.test(line.replace(/\s#.*$/, ''));
}

/** Statements that end the program whatever happens: no condition before them, none behind them. */
const WAYS_OUT: readonly (readonly [RegExp, RegExp])[] = [
  [SHELL, /^\s*(?:exit\b[^;&|]*|exec\s+(?![<>{]|\d+[<>])(?:(?!\|\|).)*)$/],
  [/\.py$/i, /^(?:(?:sys\.)?exit|quit|os\._exit)\(.*\)\s*(?:#.*)?$|^raise\b/],
  [/\.rb$/i, /^(?:exit!?|abort)\b(?!.*\b(?:if|unless)\b)/],
  [/\.php$/i, /^(?:exit|die|return)\b.*;\s*$/],
];
