import type { Edit } from '../../model/edit.js';

const WORD = /[\p{ID_Continue}$\u200c\u200d]/u;

/** The same change, told as one of whole words: `ba` → `goo` in `bar` is `bar` → `goor`. */
export function wholeWords(text: string, edit: Edit): Edit {
  const { range } = edit;
  let { start, end } = range;
  const first = edit.text === '' ? text.charAt(end) : edit.text.charAt(0);
  const last = edit.text === '' ? text.charAt(start - 1) : edit.text.slice(-1);
  // In the middle of an old word, or of the one that comes of it.
  const isTornBefore = isWord(text, range.start) || WORD.test(first);
  const isTornBehind = isWord(text, range.end - 1) || WORD.test(last);
  while (isTornBefore && isWord(text, start - 1)) start--;
  while (isTornBehind && isWord(text, end)) end++;
  if (start === range.start && end === range.end) return edit;
  return { range: { start, end }, text: text.slice(start, range.start) + edit.text + text.slice(range.end, end) };
}

function isWord(text: string, at: number): boolean {
  return WORD.test(text.charAt(at));
}
