import { endOfLine, mergeRanges, startOfLine, type TextRange } from '../../model/position.js';
import type { Trial } from '../gates/gate.js';

export interface ChangedWindow {
  readonly before: TextRange;
  readonly after: TextRange;
}

const known = new WeakMap<Trial, readonly ChangedWindow[]>();

/** The whole lines a trial is about, before and after: its edits and the matches it healed. In order, without overlap. */
export function changedWindows(trial: Trial): readonly ChangedWindow[] {
  const windows = known.get(trial) ?? windowsOf(trial);
  known.set(trial, windows);
  return windows;
}

function windowsOf({ before, edits, parts }: Trial): readonly ChangedWindow[] {
  const places = parts.flatMap(({ site }) =>
    site.members.flatMap(({ place }) => (place === null ? [] : [place.range])),
  );
  const lines = [...edits.map(({ range }) => range), ...places].map((range) => wholeLines(before, range));
  let shift = 0;
  let next = 0;
  return mergeRanges(lines).map((window) => {
    const start = window.start + shift;
    // Every edit lies within the lines of its own window.
    for (let edit = edits[next]; edit !== undefined && edit.range.start <= window.end; edit = edits[++next]) {
      shift += edit.text.length - (edit.range.end - edit.range.start);
    }
    return { before: window, after: { start, end: window.end + shift } };
  });
}

function wholeLines(text: string, range: TextRange): TextRange {
  return { start: startOfLine(text, range.start), end: endOfLine(text, range.end) };
}
