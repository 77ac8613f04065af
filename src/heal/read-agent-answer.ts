import { applyEdits, type Edit } from '../model/edit.js';

export type AgentEdits =
  | { readonly kind: 'edits'; readonly edits: readonly Edit[] }
  /** One sentence. */
  | { readonly kind: 'refused'; readonly why: string };

const FENCE = /^(`{3,}|~{3,})[^\n`]*\n([\s\S]*?)^\1[ \t]*$/gm;
const EDIT = /^<{7} SEARCH[ \t]*\n([\s\S]*?)^={7}[ \t]*\n([\s\S]*?)^>{7} REPLACE[ \t]*$/gm;
const MAX_EDITS = 20;

/** The edits of the one block in an answer. Anything that can be read in two ways is refused. */
export function readAgentAnswer(answer: string, text: string): AgentEdits {
  const blocks = [...answer.replace(/\r\n/g, '\n').matchAll(FENCE)].map(([, , body = '']) => body);
  const [block, ...others] = blocks.filter((body) => body.includes('<<<<<<<'));
  if (block === undefined) return { kind: 'refused', why: 'The agent gave no block of edits.' };
  if (others.length > 0) return { kind: 'refused', why: 'The agent gave several answers.' };
  const written = [...block.matchAll(EDIT)];
  const rest = block.replace(EDIT, '').trim();
  if (written.length === 0 || rest !== '') {
    return { kind: 'refused', why: 'The block of the agent holds something else than edits of this file.' };
  }
  if (written.length > MAX_EDITS) return { kind: 'refused', why: 'The agent changes too many places at once.' };
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const edits: Edit[] = [];
  for (const [, search = '', replace = ''] of written) {
    const edit = editOf(text, withEnds(search, end), withEnds(replace, end));
    if (edit === null) return { kind: 'refused', why: 'What the agent wants to replace does not occur exactly once.' };
    edits.push(edit);
  }
  return applyEdits(text, edits) === null
    ? { kind: 'refused', why: 'The edits of the agent overlap.' }
    : { kind: 'edits', edits };
}

/** Whole lines; the last line of a file may lack its line end. */
function editOf(text: string, search: string, replace: string): Edit | null {
  if (search.trim() === '') return null;
  const found = placesOf(text, search);
  if (found.length === 1) return trimmed(text, { start: found[0] ?? 0, end: (found[0] ?? 0) + search.length }, replace);
  const bare = search.replace(/\r?\n$/, '');
  if (found.length > 1 || !text.endsWith(bare)) return null;
  const start = text.length - bare.length;
  return placesOf(text, bare).length === 1
    ? trimmed(text, { start, end: text.length }, replace.replace(/\r?\n$/, ''))
    : null;
}

/** Only places at the start of a line: the middle of one is not what was shown. */
function placesOf(text: string, search: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(search); at !== -1; at = text.indexOf(search, at + 1)) {
    if (at === 0 || text[at - 1] === '\n') places.push(at);
  }
  return places;
}

/** Less what stays the same at both ends, so that the edit is what it changes. */
function trimmed(text: string, { start, end }: Edit['range'], replace: string): Edit {
  const old = text.slice(start, end);
  const shorter = Math.min(old.length, replace.length);
  let head = 0;
  while (head < shorter && old[head] === replace[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === replace.at(-1 - tail)) tail++;
  return { range: { start: start + head, end: end - tail }, text: replace.slice(head, replace.length - tail) };
}

function withEnds(text: string, end: string): string {
  return end === '\n' ? text : text.replace(/\n/g, end);
}
