import { hash } from 'node:crypto';
import { compareText } from '../../model/compare-text.js';

/** How a pattern stood at a moment that no other line tells of: before its first line, or after somebody edited the store. */
export interface StateLine {
  readonly kind: 'state';
  readonly id: string;
  readonly patternId: string;
  /** Both empty in front of the first line; else those of the last line it stands behind. */
  readonly day: string;
  readonly run: string;
  readonly hundredths: number;
  readonly appliedCount: number;
  readonly successCount: number;
  readonly failureCount: number;
  readonly lastUsed: string | null;
  readonly accepted: boolean;
  readonly retired: boolean;
}

/** One fix of a pattern that held, or that one run saw it fail in one file. The lines of one run and file teach once together. */
export interface OutcomeLine {
  readonly kind: 'success' | 'failure';
  readonly id: string;
  readonly patternId: string;
  /** ISO date. */
  readonly day: string;
  /** Run ids sort by time. */
  readonly run: string;
  readonly ruleId: string;
  readonly file: string;
  /** The gate that refused it; null for a success. */
  readonly gate: string | null;
  /** What proposed it; absent where the pattern itself did. */
  readonly source?: string;
  /** Where the mended violations were, as `line:column`, or `absent:2` for the second check of the rule; not there where nobody wrote it down. */
  readonly at?: readonly string[];
}

/** One fix that was applied and stands, and that moves no score: nothing but a record of it. */
export interface AppliedLine {
  readonly kind: 'applied';
  readonly id: string;
  /** The pattern that makes such a fix, or was learnt from this one; null where none does. */
  readonly patternId: string | null;
  readonly day: string;
  readonly run: string;
  readonly ruleId: string;
  readonly file: string;
  readonly gate: null;
  /** `auto_fix`, `example`, `agent`, `edited` by a person, or `pattern:<id>` that a person chose. */
  readonly source: string;
  readonly at?: readonly string[];
}

/** What a person decided about a pattern. */
export interface DecisionLine {
  readonly kind: 'accepted' | 'rejected' | 'retired' | 'restored';
  readonly id: string;
  readonly patternId: string;
  readonly day: string;
  readonly run: string;
  /** The file whose fix was rejected; null where the pattern as a whole is meant. */
  readonly file: string | null;
  /** Keys of the places whose fix was rejected: nothing is applied there again without a person. */
  readonly places: readonly string[];
}

/** One entry of the evidence of a project: a set that only grows, each line known by its id. */
export type EvidenceLine = StateLine | OutcomeLine | AppliedLine | DecisionLine;

type Unnamed<Line> = Line extends EvidenceLine ? Omit<Line, 'id'> : never;

/** The line with its id, which comes from its content: the same event has the same id on every branch. */
export function evidenceLine(line: Unnamed<EvidenceLine>): EvidenceLine {
  return { ...line, id: idOf(JSON.stringify(fieldsOf({ ...line, id: '' }))) };
}

function idOf(text: string): string {
  return hash('sha256', text).slice(0, 16);
}

/** What a set of lines is, whatever their order; empty for none. */
export function evidenceDigest(lines: readonly EvidenceLine[]): string | null {
  if (lines.length === 0) return null;
  return idOf([...new Set(lines.map(({ id }) => id))].sort().join('\n'));
}

/** Each line once, in the one order every reader agrees on: by day, run and file; a state behind what it stands for. */
export function inEvidenceOrder(lines: readonly EvidenceLine[]): readonly EvidenceLine[] {
  const unique = new Map(lines.map((line) => [line.id, line]));
  return [...unique.values()].sort(
    (a, b) =>
      compareText(a.day, b.day) ||
      compareText(a.run, b.run) ||
      rankOf(a) - rankOf(b) ||
      compareFiles(a, b) ||
      trustOf(b) - trustOf(a) ||
      compareText(a.id, b.id),
  );
}

function rankOf({ kind }: EvidenceLine): number {
  return kind === 'state' ? 1 : 0;
}

function compareFiles(a: EvidenceLine, b: EvidenceLine): number {
  return a.kind === 'state' || b.kind === 'state' ? 0 : compareText(a.file ?? '', b.file ?? '');
}

/** Of two states for the same moment the less trusting one comes last, and counts. */
function trustOf(line: EvidenceLine): number {
  return line.kind === 'state' ? line.hundredths : 0;
}

/** As a line of JSON, with its line end. */
export function printEvidenceLine(line: EvidenceLine): string {
  return `${JSON.stringify(fieldsOf(line))}\n`;
}

function fieldsOf(line: EvidenceLine): Readonly<Record<string, unknown>> {
  const { id, patternId, day, run } = line;
  const head = { id, kind: line.kind, pattern: patternId };
  if (line.kind === 'state') {
    return {
      ...head,
      confidence: line.hundredths / 100,
      applied: line.appliedCount,
      held: line.successCount,
      failed: line.failureCount,
      last_used: line.lastUsed,
      accepted: line.accepted,
      retired: line.retired,
      day,
      run,
    };
  }
  if ('places' in line) return { ...head, file: line.file, places: line.places, day, run };
  const { kind, ruleId: rule, file, gate, source, at } = line;
  // What is undefined is not printed: a line of an older store, which had neither, keeps its id.
  return { id, kind, pattern: patternId, rule, file, gate, source, at: at?.length ? at : undefined, day, run };
}
