import type { Edit } from '../../model/edit.js';
import { contains } from '../../model/position.js';

/** Those of data and shells on one line. */
const STRING = /(?<!\\)"(?:\\.|[^"\\\r\n])*"|(?<!\\)'[^'\r\n]*'/g;

/** Whether an edit inside a string writes a quote that ends it, or takes one from it: `"cd $DIR"` → `"cd "$DIR""`. */
export function tearsString(text: string, edits: readonly Edit[]): boolean {
  const strings = [...text.matchAll(STRING)].map(({ index, 0: whole }) => ({
    start: index + 1,
    end: index + whole.length - 1,
    quote: whole.charAt(0),
  }));
  return edits.some(({ range, text: written }) => {
    const around = strings.find((string) => contains(string, range));
    return (
      around !== undefined && count(written, around.quote) !== count(text.slice(range.start, range.end), around.quote)
    );
  });
}

function count(text: string, quote: string): number {
  return text.split(quote).length - 1;
}
