import type { FindingRecord } from './finding-record.js';

/** A violation that is still there, as a finding would show it. */
export interface OpenPlace {
  readonly ruleId: string;
  readonly file: string | null;
  readonly line: number | null;
  /** As `FindingRecord.evidence`. */
  readonly evidence: string | null;
}

/**
 * Those of the findings about single places whose place is there no more. Of equal places as many findings stay as there
 * are places: a neighbour that was mended closes no other's finding, and one that was not keeps none open.
 * @param open findings about places, in rules and files of which all places are known
 * @param created findings that are new, about some of the same places
 */
export function goneFindings(
  open: readonly FindingRecord[],
  created: readonly FindingRecord[],
  places: readonly OpenPlace[],
): readonly FindingRecord[] {
  const left = new Map<string, number[]>();
  for (const place of places) {
    const lines = left.get(keyOf(place)) ?? [];
    lines.push(place.line ?? 0);
    left.set(keyOf(place), lines);
  }
  for (const record of created) take(left.get(keyOf(record)), record);
  const isThere = (record: FindingRecord): boolean => take(left.get(keyOf(record)), record);
  // Where they were before is the better guess which of equal ones is meant.
  const unmoved = new Set(open.filter((record) => has(left.get(keyOf(record)), record) && isThere(record)));
  return open.filter((record) => !unmoved.has(record) && !isThere(record));
}

function keyOf({ ruleId, file, evidence }: Pick<OpenPlace, 'file' | 'evidence'> & { readonly ruleId: string | null }) {
  return JSON.stringify([ruleId, file, evidence]);
}

function has(lines: readonly number[] | undefined, { line }: FindingRecord): boolean {
  return lines?.includes(line ?? 0) ?? false;
}

/** Takes the place of a record away from those that are left, or any of them; false where none is. */
function take(lines: number[] | undefined, { line }: FindingRecord): boolean {
  const at = lines?.indexOf(line ?? 0) ?? -1;
  return lines !== undefined && lines.splice(Math.max(0, at), 1).length > 0;
}
