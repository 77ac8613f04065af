import { refuse } from '../../model/refusal.js';
import { bracketsOf } from './brackets-of.js';

/**
 * Whether a group of a match begins or ends amid brackets that the match holds whole: of `equal(f(a, b)`, read as
 * `equal\(([^,]+), ([^)]+)\)`, the groups are `f(a` and `b`, and whatever becomes of them is not what `f(a, b)` was.
 * A group that ends in the opening bracket itself, or begins with the closing one, takes nothing apart.
 * @param regex that found it
 */
export function tearsGroup(regex: RegExp, found: RegExpMatchArray): boolean {
  if (found.length === 1 || found.index === undefined || found.input === undefined) return false;
  const again = new RegExp(regex.source, `${regex.flags.replace(/[dgy]/g, '')}dy`);
  again.lastIndex = found.index;
  const match = again.exec(found.input);
  const start = found.index;
  const [whole] = found;
  return (match?.indices ?? []).slice(1).some((range) => {
    if (range === undefined) return false;
    const group = whole.slice(range[0] - start, range[1] - start);
    const { opened, closed } = bracketsOf(group);
    return (
      (opened && !/[([{]\s*$/.test(group) && bracketsOf(whole.slice(range[1] - start)).closed) ||
      (closed && !/^\s*[)\]}]/.test(group) && bracketsOf(whole.slice(0, range[0] - start)).opened)
    );
  });
}

export const TORN_GROUP = refuse(
  'edit-bounded',
  'A group of `find` ends amid brackets, so that it would take apart what stands in them.',
);
