import type { Finding } from '../model/finding.js';
import type { Problem } from '../model/problem.js';
import { findingOf, problemOf } from './check-json.js';
import { printJson } from './print-json.js';

export interface Validated {
  /** How much was loaded, by what it is. */
  readonly extent: {
    readonly contracts: number;
    readonly files: number;
    readonly rules: number;
    readonly patterns: number;
  };
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
}

export function validateJson({ extent, problems, findings }: Validated): string {
  return printJson({
    schemaVersion: 1,
    summary: { ...extent, problems: problems.length, findings: findings.length },
    problems: problems.map(problemOf),
    findings: findings.map(findingOf),
  });
}
