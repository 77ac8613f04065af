import { compareText } from '../model/compare-text.js';
import type { Decision, FindingRecord } from './finding-record.js';
import { parseFinding, printFinding } from './parse-finding.js';

/** Both sides of one finding: seen since the earlier day, decided as the stronger decision says. In any order the same. */
export function mergeFindings(a: FindingRecord, b: FindingRecord): FindingRecord {
  const [first, second] =
    a.firstSeen < b.firstSeen || (a.firstSeen === b.firstSeen && textOf(a) <= textOf(b)) ? [a, b] : [b, a];
  return { ...first, decision: stronger(first.decision, second.decision) };
}

function textOf(record: FindingRecord): string {
  return printFinding({ ...record, decision: null });
}

/** A dismissal stays one on every branch; a rule that came of it stays too; else what was decided last. */
const RANK: Readonly<Record<Decision['kind'], number>> = { deferred: 0, accepted: 0, promoted: 1, dismissed: 2 };

function stronger(a: Decision | null, b: Decision | null): Decision | null {
  if (a === null || b === null) return a ?? b;
  const order =
    RANK[a.kind] - RANK[b.kind] || compareText(a.day, b.day) || compareText(JSON.stringify(a), JSON.stringify(b));
  return order >= 0 ? a : b;
}

/** For a merge driver; null where a side cannot be read. @param texts base (empty where there was none), ours, theirs */
export function mergeFindingTexts(
  texts: readonly [string, string, string],
): { readonly text: string; readonly conflicts: readonly string[] } | null {
  const [ours, theirs] = [parseFinding(texts[1]), parseFinding(texts[2])];
  if (typeof ours === 'string' || typeof theirs === 'string') return null;
  const base = texts[0].trim() === '' ? null : parseFinding(texts[0]);
  if (typeof base === 'string') return null;
  // Taking a decision back is a change too: where one side did and the other left all as it was, it stays taken back.
  if (base !== null && printFinding(base) === printFinding(theirs)) return { text: printFinding(ours), conflicts: [] };
  if (base !== null && printFinding(base) === printFinding(ours)) return { text: printFinding(theirs), conflicts: [] };
  return { text: printFinding(mergeFindings(ours, theirs)), conflicts: [] };
}
