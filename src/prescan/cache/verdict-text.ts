import type { InspectedText } from '../../engine/inspection/inspection.js';
import { fingerprintsOf } from '../../engine/violations/fingerprint.js';
import { violationOf } from '../../engine/violations/violation-of.js';
import type { Rule } from '../../model/contract.js';
import type { SuppressionsRead } from '../../model/suppression.js';
import type { Place, Violation } from '../../model/violation.js';

/** A place whose groups are null where they did not take part: JSON knows no undefined. */
type WrittenPlace = Omit<Place, 'groups' | 'namedGroups'> & {
  readonly groups: readonly (string | null)[];
  readonly namedGroups: readonly (readonly [string, string | null])[];
};

interface WrittenVerdict {
  readonly violations: readonly (readonly [string, number, WrittenPlace | null])[];
  readonly suppressions: SuppressionsRead | null;
}

/** What was seen of one file, on one line; of what its rules say only their names. */
export function printVerdict({ violations, suppressions }: InspectedText): string {
  const isPlain = suppressions.suppressions.length + suppressions.findings.length === 0;
  const written: WrittenVerdict = {
    violations: violations.map(({ rule, checkIndex, place }) => [rule.id, checkIndex, place && writtenPlace(place)]),
    suppressions: isPlain ? null : suppressions,
  };
  return JSON.stringify(written);
}

function writtenPlace(place: Place): WrittenPlace {
  return {
    ...place,
    groups: place.groups.map((text) => text ?? null),
    namedGroups: Object.entries(place.namedGroups).map(([name, text]) => [name, text ?? null]),
  };
}

/**
 * @param text of `printVerdict`: whoever kept it knows that it is whole
 * @returns null where one of its rules is not there any more
 */
export function parseVerdict(text: string, file: string, rules: ReadonlyMap<string, Rule>): InspectedText | null {
  const written: unknown = JSON.parse(text);
  if (!isWrittenVerdict(written)) return null;
  const fingerprints = fingerprintsOf(file);
  const violations: Violation[] = [];
  for (const [ruleId, checkIndex, place] of written.violations) {
    const rule = rules.get(ruleId);
    const check = rule?.checks.find(({ index }) => index === checkIndex);
    if (rule === undefined || check === undefined) return null;
    const fingerprint = fingerprints.next(rule.id, check, place?.match ?? null);
    violations.push(violationOf(rule, check, file, place && placeOf(place), fingerprint));
  }
  const suppressions = written.suppressions ?? { suppressions: [], findings: [] };
  return { kind: 'text', violations, problems: [], satisfied: [], undecided: [], suppressions };
}

function placeOf(written: WrittenPlace): Place {
  return {
    ...written,
    groups: written.groups.map((text) => text ?? undefined),
    namedGroups: Object.fromEntries(written.namedGroups.map(([name, text]) => [name, text ?? undefined])),
  };
}

function isWrittenVerdict(value: unknown): value is WrittenVerdict {
  return typeof value === 'object' && value !== null && 'violations' in value && 'suppressions' in value;
}
