import { diffLines } from 'diff';
import type { Edit } from '../../model/edit.js';
import { editBetween } from './edit-between.js';

/** The edits that turn a text into another, one for each run of changed lines, cut down to what differs in it. */
export function editsBetween(before: string, after: string): readonly Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let old = '';
  let next = '';
  const close = (): void => {
    if (old === next) return;
    const { range, text } = editBetween(old, next);
    edits.push({ range: { start: at - old.length + range.start, end: at - old.length + range.end }, text });
  };
  for (const { value, added, removed } of diffLines(before, after)) {
    if (added) next += value;
    else if (removed) old += value;
    else {
      close();
      [old, next] = ['', ''];
    }
    if (!added) at += value.length;
  }
  close();
  return edits;
}
