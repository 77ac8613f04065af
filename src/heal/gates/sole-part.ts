import { isSameEdit } from '../../model/edit.js';
import { indexLines, type LineIndex, type TextRange } from '../../model/position.js';
import { outputRanges } from '../diff/map-range.js';
import type { Part, Trial } from './gate.js';

/** The one part of a trial that wrote on some lines of the new text. */
export interface SolePart {
  readonly part: Part;
  /** Lines that the other parts added above: so many fewer stand there where this one is tried by itself. */
  readonly linesAbove: number;
}

/** What a part wrote, and where. */
interface Writing {
  readonly writers: readonly Part[];
  /** In the new text. */
  readonly range: TextRange;
  readonly linesAdded: number;
}

/** Tells whose doing a range of the new text is: the part's that alone wrote on its lines; null where several did, or none. */
export function solePartOf(trial: Trial): (range: TextRange) => SolePart | null {
  const lines = indexLines(trial.after);
  const writings = writingsOf(trial, lines);
  const writersOn = new Map<number, Set<Part>>();
  for (const { writers, range } of writings) {
    for (const line of linesOf(range, lines)) {
      writersOn.set(line, new Set([...(writersOn.get(line) ?? []), ...writers]));
    }
  }
  return (range) => {
    const [part, ...others] = new Set(linesOf(range, lines).flatMap((line) => [...(writersOn.get(line) ?? [])]));
    if (part === undefined || others.length > 0) return null;
    const above = writings.filter((each) => each.range.start < range.start && !each.writers.includes(part));
    return { part, linesAbove: above.reduce((sum, { linesAdded }) => sum + linesAdded, 0) };
  };
}

function writingsOf({ before, edits, parts }: Trial, lines: LineIndex): readonly Writing[] {
  const outputs = outputRanges(edits);
  const old = indexLines(before);
  return edits.flatMap((edit, index) => {
    const range = outputs[index];
    if (range === undefined) return [];
    const writers = parts.filter((part) => part.edits.some((own) => isSameEdit(own, edit)));
    return [{ writers, range, linesAdded: linesOf(range, lines).length - linesOf(edit.range, old).length }];
  });
}

function linesOf({ start, end }: TextRange, lines: LineIndex): readonly number[] {
  const first = lines.positionAt(start).line;
  const last = lines.positionAt(end).line;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
