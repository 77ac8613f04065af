import type { LineIndex } from '../../model/position.js';
import type { Place } from '../../model/violation.js';
import type { Sighting } from '../checks/check-answer.js';

const CONTEXT_LINES = 2;

export function placeOf(sighting: Sighting, lines: LineIndex): Place {
  const end = sighting.start + sighting.match.length;
  const from = lines.positionAt(sighting.start);
  const to = lines.positionAt(end);
  const firstLine = Math.max(1, from.line - CONTEXT_LINES);
  const lastLine = from.line + CONTEXT_LINES;
  const context: string[] = [];
  for (let line = firstLine; line <= lastLine && lines.hasLine(line); line++) context.push(lines.lineText(line));
  return {
    range: { start: sighting.start, end },
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
    match: sighting.match,
    lineText: context[from.line - firstLine] ?? '',
    context: { firstLine, lines: context },
    groups: sighting.groups,
    namedGroups: sighting.namedGroups,
  };
}
