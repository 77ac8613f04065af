import { hash } from 'node:crypto';
import type { Inspection } from '../engine/inspection/inspection.js';
import { mayShowSecret } from '../model/mask-secrets.js';
import type { Place, Violation } from '../model/violation.js';
import { BLOB_VERSION, type ShardBlob } from './shard-blob.js';

/** The first line says what this is and seals the second, which holds everything. */
export function printBlob({ seen, beside, ...head }: ShardBlob): string {
  const body = JSON.stringify({
    ...head,
    seen: [...seen].map(([path, inspection]) => [path, encodeInspection(inspection)]),
    beside: { problems: beside.problems, ...encodeViolations(beside.violations.filter(mayShowSecret)) },
  });
  return `${JSON.stringify({ specflow: 'blob', version: BLOB_VERSION, sha256: hash('sha256', body) })}\n${body}\n`;
}

function encodeInspection(inspection: Inspection): object {
  return inspection.kind === 'text' ? { ...inspection, ...encodeViolations(inspection.violations) } : inspection;
}

/** Lines are kept once, however many violations stand on them: minified files have lines of megabytes. */
function encodeViolations(violations: readonly Violation[]): object {
  const lines = new Map<string, number>();
  const keep = (line: string): number => {
    const known = lines.get(line) ?? lines.size;
    lines.set(line, known);
    return known;
  };
  return { violations: violations.map((violation) => encodeViolation(violation, keep)), lines: [...lines.keys()] };
}

function encodeViolation(
  { rule, checkIndex, file, place, fingerprint }: Violation,
  keep: (line: string) => number,
): object {
  return { rule: rule.id, check: checkIndex, file, fingerprint, place: place && encodePlace(place, keep) };
}

function encodePlace(place: Place, keep: (line: string) => number): object {
  return {
    ...place,
    lineText: keep(place.lineText),
    context: { firstLine: place.context.firstLine, lines: place.context.lines.map(keep) },
    // JSON has no word for a group that did not take part.
    groups: place.groups.map((group) => group ?? null),
    namedGroups: Object.entries(place.namedGroups).map(([name, group]) => [name, group ?? null]),
  };
}
