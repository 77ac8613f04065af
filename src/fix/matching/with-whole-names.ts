import type { Edit } from '../../model/edit.js';

/**
 * `/(\w)!\./` → `$1?.`: of a name only the last letter is found, and left as it is, which is as good as if the whole name
 * were. The same of first letters.
 */
export function withWholeNames(text: string, edit: Edit): Edit {
  return withTail(text, withHead(text, edit));
}

function withHead(text: string, edit: Edit): Edit {
  const { start, end } = edit.range;
  const front = /[\w$]*$/.exec(text.slice(0, start))?.[0] ?? '';
  const letters = /^[\w$]+/.exec(text.slice(start, end))?.[0] ?? '';
  if (front === '' || !staysPart(letters, end - start, /^[\w$]+/.exec(edit.text)?.[0])) return edit;
  return { range: { start: start - front.length, end }, text: front + edit.text };
}

function withTail(text: string, edit: Edit): Edit {
  const { start, end } = edit.range;
  const rest = /^[\w$]*/.exec(text.slice(end))?.[0] ?? '';
  const letters = /[\w$]+$/.exec(text.slice(start, end))?.[0] ?? '';
  if (rest === '' || !staysPart(letters, end - start, /[\w$]+$/.exec(edit.text)?.[0])) return edit;
  return { range: { start, end: end + rest.length }, text: edit.text + rest };
}

/** Whether letters are a part of what is found, and the same ones stand there afterwards. */
function staysPart(letters: string, length: number, kept: string | undefined): boolean {
  return letters !== '' && letters.length < length && kept === letters;
}
