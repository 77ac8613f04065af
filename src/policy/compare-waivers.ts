import type { Contract } from '../model/contract.js';
import type { Waiver } from '../model/exemption.js';
import type { Finding } from '../model/finding.js';
import { weakening } from './weakening.js';

/** Waivers that are new, or hold longer, or for more files than any of the same rule did. */
export function compareWaivers(before: readonly Contract[], after: readonly Contract[]): readonly Finding[] {
  const known = before.flatMap(({ waivers }) => waivers);
  return after.flatMap(({ waivers }) => waivers).flatMap((waiver) => compareWaiver(waiver, known));
}

function compareWaiver(waiver: Waiver, known: readonly Waiver[]): readonly Finding[] {
  const { ruleId, declaredAt, files } = waiver;
  const place = { ruleId, file: declaredAt.file, line: declaredAt.line };
  const same = known.filter((each) => each.ruleId === ruleId && covers(each, waiver));
  if (same.some((each) => holdsAsLong(each, waiver))) return [];
  const where = files.length === 0 ? 'its whole scope' : files.join(', ');
  return [
    same.length === 0
      ? weakening('waiver-added', place, `A waiver of ${ruleId} is new, for ${where}, until ${waiver.expires}.`)
      : weakening('waiver-extended', place, `A waiver of ${ruleId} now holds until ${waiver.expires}.`),
  ];
}

function covers(known: Waiver, waiver: Waiver): boolean {
  return (
    known.files.length === 0 || (waiver.files.length > 0 && waiver.files.every((glob) => known.files.includes(glob)))
  );
}

/** A waiver that is not complete permits nothing; making it complete is as good as adding it. */
function holdsAsLong(known: Waiver, waiver: Waiver): boolean {
  const isComplete = known.reason !== null && known.owner !== null && known.expires !== null;
  return isComplete && (waiver.expires === null || waiver.expires <= (known.expires ?? ''));
}
