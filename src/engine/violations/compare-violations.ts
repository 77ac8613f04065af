import { compareText } from '../../model/compare-text.js';
import type { Violation } from '../../model/violation.js';

/** File (absences of a whole scope last), offset (absences in a file first), rule id, check index. */
export function compareViolations(a: Violation, b: Violation): number {
  return (
    compareFiles(a.file, b.file) ||
    (a.place?.range.start ?? -1) - (b.place?.range.start ?? -1) ||
    compareText(a.rule.id, b.rule.id) ||
    a.checkIndex - b.checkIndex
  );
}

function compareFiles(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compareText(a, b);
}
