import { type FindingRecord, findingId } from '../../findings/finding-record.js';
import { declaredRemedy } from '../../heal/outlook/declared-remedy.js';
import { placeNames } from '../../heal/site/place-names.js';
import { memberOf } from '../../heal/site/site.js';
import type { Violation } from '../../model/violation.js';

/**
 * The violations an earlier heal tried and left to a person, with the id of the finding that says why. As long as their
 * text and the `auto_fix` of their rule stay as they are, asking heal again would end where it ended.
 * @param asked those that heal has something to try for
 * @param seen all violations of the check
 */
export function leftByHeal(
  asked: Iterable<Violation>,
  seen: readonly Violation[],
  records: readonly FindingRecord[],
): ReadonlyMap<Violation, string> {
  const left = new Map<Violation, string>();
  const known = new Map(records.filter(isLeft).map((record) => [record.id, record]));
  if (known.size === 0) return left;
  const nameOf = placeNames(seen);
  for (const violation of asked) {
    const { rule, file } = violation;
    const about = nameOf(violation);
    const id = findingId({ code: CODE, ruleId: rule.id, file, line: null, message: '', help: null, about });
    const record = known.get(id);
    if (record && isTried(record, violation)) left.set(violation, id);
  }
  return left;
}

const CODE = 'heal/escalated';

/** Findings written before this was noted say nothing of it. */
function isTried({ tried }: FindingRecord, violation: Violation): boolean {
  return tried === undefined || tried === declaredRemedy(memberOf(violation).check);
}

/** What stood in the way of some was not the code, such as a file that could not be written: those say what to do first. */
function isLeft({ code, message }: FindingRecord): boolean {
  return code === CODE && !/run heal again/i.test(message);
}
