import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastGlob from 'fast-glob';

export interface NaiveMatch {
  readonly line: number;
  readonly column: number;
  readonly match: string;
}

/** What contract tests written by hand do: run the regex, count line ends before each match. The oracle of the engine. */
export function scanText(text: string, regex: RegExp): NaiveMatch[] {
  return [...text.matchAll(regex)]
    .filter((found) => found[0] !== '')
    .map((found) => {
      // A match may start between CR and LF; that is still the line which the two end.
      const isWithinLineEnd = text[found.index - 1] === '\r' && text[found.index] === '\n';
      const before = text.slice(0, isWithinLineEnd ? found.index - 1 : found.index);
      const lineEnds = before.match(/\r\n|\n|\r/g) ?? [];
      const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
      return { line: lineEnds.length + 1, column: found.index - lineStart + 1, match: found[0] };
    });
}

/** Globs read the plain way: what the positive ones list, without what the negative ones exclude. */
export function readFiles(root: string, globs: readonly string[]): { readonly file: string; readonly text: string }[] {
  const positive = globs.filter((glob) => !glob.startsWith('!'));
  const ignore = globs.filter((glob) => glob.startsWith('!')).map((glob) => glob.slice(1));
  return fastGlob
    .sync(positive, { cwd: root, ignore, dot: true })
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
}
