import type { TextRange } from '../../model/position.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import { placeAt, type SyntacticPlace } from '../../syntax/place-at.js';

/** One angle bracket may stand inside another: `generic="T extends List<T>"`. */
const SCRIPT = /(?<tag><script\b[^<>]*(?:<[^<>]*>[^<>]*)?>)(?<body>[\s\S]*?)(?:<\/script>|$)/gi;

/** What a range of a page or component is in the script that holds it; null outside scripts, and where one does not parse. */
export function placeInScript(path: string, text: string, range: TextRange): SyntacticPlace | null {
  if (!/\.(?:vue|svelte|html?)$/i.test(path)) return null;
  for (const { index, groups } of text.matchAll(SCRIPT)) {
    const start = index + (groups?.tag?.length ?? 0);
    const body = groups?.body ?? '';
    if (range.start < start || start + body.length < range.end) continue;
    const tree = parseSyntax('script.ts', body);
    return tree?.parsed ? placeAt(tree, { start: range.start - start, end: range.end - start }) : null;
  }
  return null;
}
