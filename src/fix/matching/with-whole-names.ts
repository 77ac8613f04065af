import type { Edit } from '../../model/edit.js';

/**
 * `/(\w)!\./` → `$1?.`: of a name any last letter is found, and left as it is, which is as good as if the whole name were.
 * The same of first letters. A letter that the pattern spells out is another name's.
 * @param find by which it was found
 */
export function withWholeNames(text: string, edit: Edit, find: RegExp): Edit {
  const headed = ANY_FIRST.test(find.source) ? withHead(text, edit) : edit;
  return ANY_LAST.test(find.source) ? withTail(text, headed) : headed;
}

const ANY_FIRST = /^\(?(?:\\[wS]|\.|\[[^\]]*\])(?![+*?{])/;
const ANY_LAST = /(?:\\[wS]|(?<!\\)\.|(?<!\\)\])\)?$/;

function withHead(text: string, edit: Edit): Edit {
  const { start, end } = edit.range;
  let front = start;
  while (/[\w$]/.test(text.charAt(front - 1))) front -= 1;
  const isLone = !/^[\w$]{2}/.test(text.slice(start, end)) && !/^[\w$]{2}/.test(edit.text);
  const isKept = isLone && /[\w$]/.test(text.charAt(start)) && edit.text.startsWith(text.charAt(start));
  if (front === start || !isKept || end - start < 2) return edit;
  return { range: { start: front, end }, text: text.slice(front, start) + edit.text };
}

function withTail(text: string, edit: Edit): Edit {
  const { start, end } = edit.range;
  const rest = /^[\w$]*/.exec(text.slice(end))?.[0] ?? '';
  const isLone = !/[\w$]{2}$/.test(text.slice(start, end)) && !/[\w$]{2}$/.test(edit.text);
  const isKept = isLone && /[\w$]/.test(text.charAt(end - 1)) && edit.text.endsWith(text.charAt(end - 1));
  if (rest === '' || !isKept || end - start < 2) return edit;
  return { range: { start, end: end + rest.length }, text: edit.text + rest };
}
