import type { Declaration } from '../model/contract.js';
import type { Finding } from '../model/finding.js';
import { indexLines, type TextRange } from '../model/position.js';
import type { Problem } from '../model/problem.js';
import type { Complaint } from './problem-catalogue.js';

/** The text of one file and the way from a range in it to a place a person can open. */
export interface ContractSource {
  readonly file: string;
  readonly text: string;
  placeOf(range: TextRange): Declaration;
  lineText(line: number): string;
  problem(range: TextRange, complaint: Complaint): Problem;
  finding(range: TextRange | null, finding: Omit<Finding, 'file' | 'line'>): Finding;
}

export function openSource(file: string, text: string): ContractSource {
  const lines = indexLines(text);
  const placeOf = (range: TextRange): Declaration => ({
    file,
    ...lines.positionAt(Math.min(range.start, text.length)),
  });
  return {
    file,
    text,
    placeOf,
    lineText: lines.lineText,
    problem: (range, complaint) => problemAt(placeOf(range), complaint),
    finding: (range, finding) => ({ ...finding, file, line: range ? placeOf(range).line : null }),
  };
}

export function problemAt(place: Declaration, { code, severity = 'invalid', message, help }: Complaint): Problem {
  const { file, line, column } = place;
  return { code, severity, file, line, column, message, help };
}
