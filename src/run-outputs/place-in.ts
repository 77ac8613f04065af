import type { MentionedPlace } from './mention.js';

/**
 * `path`, `path:line`, `path:line:column`, each perhaps as an item of a list and followed by ` - what was found`.
 * @param isFile whether a label says that it is one; else it has to look like a path
 */
export function placeIn(written: string, isFile: boolean): MentionedPlace | null {
  const text = isFile
    ? written.trim()
    : written
        .replace(/(?<!\s)\s+(?:-\s+)?["'`\\].*$/, '')
        .replace(/"$/, '')
        .trim();
  const bullet = /^[-*•]\s+/.exec(text)?.[0] ?? '';
  const [, file = '', line] = /^(.+?)(?::(\d{1,9}))?(?::\d{1,9})?$/.exec(text.slice(bullet.length)) ?? [];
  if (file === '' || !(isFile || looksLikePath(file, bullet !== ''))) return null;
  return { file, line: line === undefined || Number(line) === 0 ? null : Number(line) };
}

/** `Found in: ['src/a.py', "src/b.py"]`, as Python and JavaScript print lists. */
export function placesInList(body: string): readonly MentionedPlace[] {
  const list = body.endsWith(']') ? (/:\s*\[(.*)\]$/.exec(body)?.[1] ?? '') : '';
  return [...list.matchAll(/(['"])([^'"]+)\1/g)].flatMap(([, , item = '']) => placeIn(item, false) ?? []);
}

/** Items of a list may have spaces in their names; a line of its own may be prose. */
function looksLikePath(text: string, isItem: boolean): boolean {
  if (/^[a-z]+:\/\//i.test(text) || (!isItem && /\s/.test(text)) || /[<>"'`{}()=;|]/.test(text)) return false;
  return /\.\w{1,10}$/.test(text) || (text.includes('/') && !/\s/.test(text));
}
