import { applyEdits, type Edit } from '../../model/edit.js';
import { oneLine } from '../../model/one-line.js';
import { editBetween } from '../diff/edit-between.js';

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
    if (typeof edit === 'string') return { kind: 'refused', why: `What the agent wants to replace ${edit}.` };
    edits.push(edit);
  }
  return applyEdits(text, edits) === null
    ? { kind: 'refused', why: 'The edits of the agent overlap.' }
    : { kind: 'edits', edits };
}

/** Whole lines; the last line of a file may lack its line end. Where there is no such one place, why as a clause. */
function editOf(text: string, search: string, replace: string): Edit | string {
  if (search.trim() === '') return 'is empty: give the lines to replace';
  const bare = search.replace(/\r?\n$/, '');
  const isLast = text.endsWith(bare) && [undefined, '\n'].includes(text[text.length - bare.length - 1]);
  const found = [
    ...placesOf(text, search).map((start) => ({ start, end: start + search.length })),
    ...(isLast ? [{ start: text.length - bare.length, end: text.length }] : []),
  ];
  const [range] = found;
  if (range === undefined) return whyNowhere(text, bare);
  if (found.length > 1) return `occurs ${found.length} times: give more of the lines around it`;
  const next = range.end === text.length && isLast ? replace.replace(/\r?\n$/, '') : replace;
  return editBetween(text.slice(range.start, range.end), next, range.start);
}

function whyNowhere(text: string, bare: string): string {
  if (text.includes(bare)) return 'is only a part of a line: give whole lines, to the letter';
  return oneLine(text).includes(oneLine(bare))
    ? 'stands in the file with other white space: give it to the letter'
    : 'does not occur in the file';
}

/** Only places at the start of a line: the middle of one is not what was shown. */
function placesOf(text: string, search: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(search); at !== -1; at = text.indexOf(search, at + 1)) {
    if (at === 0 || text[at - 1] === '\n') places.push(at);
  }
  return places;
}

function withEnds(text: string, end: string): string {
  return end === '\n' ? text : text.replace(/\n/g, end);
}
