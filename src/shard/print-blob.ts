import { hash } from 'node:crypto';
import type { Inspection } from '../engine/inspection.js';
import type { Place, Violation } from '../model/violation.js';
import type { ShardBlob } from './shard-blob.js';

/** The first line says what this is and seals the second, which holds everything. */
export function printBlob({ seen, ...head }: ShardBlob): string {
  const body = JSON.stringify({
    ...head,
    seen: [...seen].map(([path, inspection]) => [path, encodeInspection(inspection)]),
  });
  return `${JSON.stringify({ specflow: 'blob', version: 1, sha256: hash('sha256', body) })}\n${body}\n`;
}

/** A text keeps its lines once, however many violations stand on them: minified files have lines of megabytes. */
function encodeInspection(inspection: Inspection): object {
  if (inspection.kind !== 'text') return inspection;
  const lines = new Map<string, number>();
  const keep = (line: string): number => {
    const known = lines.get(line) ?? lines.size;
    lines.set(line, known);
    return known;
  };
  const violations = inspection.violations.map((violation) => encodeViolation(violation, keep));
  return { ...inspection, violations, lines: [...lines.keys()] };
}

function encodeViolation({ rule, checkIndex, place, fingerprint }: Violation, keep: (line: string) => number): object {
  return { rule: rule.id, check: checkIndex, fingerprint, place: place && encodePlace(place, keep) };
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
