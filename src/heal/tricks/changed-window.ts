import type { TextRange } from '../../model/position.js';
import type { Trial } from '../gates/gate.js';

/** The whole lines a fix is about, before and after: its edits and the matches it healed. */
export function changedWindow(trial: Trial): { readonly before: TextRange; readonly after: TextRange } {
  const { before, after, edits, site } = trial;
  const places = site.members.flatMap(({ place }) => (place === null ? [] : [place.range]));
  const ranges = [...edits.map(({ range }) => range), ...places];
  const first = Math.min(...ranges.map(({ start }) => start));
  const last = Math.max(...ranges.map(({ end }) => end));
  const start = before.lastIndexOf('\n', first - 1) + 1;
  const lineEnd = before.indexOf('\n', last);
  const end = lineEnd === -1 ? before.length : lineEnd;
  return { before: { start, end }, after: { start, end: end + after.length - before.length } };
}
