import { searchOf } from '../engine/search-of.js';
import type { Check, Rule } from '../model/contract.js';

/** Files and what is asked of them. */
export interface PrescanJob {
  readonly files: readonly string[];
  /** For each file which of `asked` is asked of it. */
  readonly groups: Uint16Array;
  /** For each group and pattern 1 where it is asked for. */
  readonly asked: readonly Uint8Array[];
  readonly patterns: readonly RegExp[];
  /** The checks each pattern stands for; none for the one that finds suppressions. */
  readonly checks: readonly (readonly Check[])[];
  /** For each group the checks that speak of every file, whatever it holds. */
  readonly loud: readonly (readonly Check[])[];
}

/** What every comment that suppresses something holds. */
const SUPPRESSION = /specflow-ignore-next-line/;

/** @returns null where there are more kinds of files than numbers */
export function prescanJob(files: readonly string[], rulesOf: (file: string) => readonly Rule[]): PrescanJob | null {
  const patterns: RegExp[] = [SUPPRESSION];
  const checks: Check[][] = [[]];
  const known = new Map<string, number>();
  const groupOf = new Map<readonly Rule[], number>();
  const indexes: (readonly number[])[] = [];
  const loud: (readonly Check[])[] = [];
  const groups = new Uint16Array(files.length);

  const indexOf = (regex: RegExp, check: Check): number => {
    const key = String(regex);
    const index = known.get(key) ?? patterns.push(regex) - 1;
    known.set(key, index);
    const sharing = checks[index];
    if (sharing && !sharing.includes(check)) sharing.push(check);
    else if (!sharing) checks[index] = [check];
    return index;
  };
  for (let place = 0; place < files.length; place++) {
    const rules = rulesOf(files[place] ?? '');
    let group = groupOf.get(rules);
    if (group === undefined) {
      const asked = rules.flatMap((rule) => rule.checks).map((check) => ({ check, regex: searchOf(check) }));
      const searches = asked.flatMap(({ check, regex }) => (regex ? [indexOf(regex, check)] : []));
      group = indexes.push([0, ...searches]) - 1;
      loud.push(asked.flatMap(({ check, regex }) => (regex ? [] : [check])));
      groupOf.set(rules, group);
    }
    if (group > 0xffff) return null;
    groups[place] = group;
  }
  const asked = indexes.map((list) => {
    const flags = new Uint8Array(patterns.length);
    for (const index of list) flags[index] = 1;
    return flags;
  });
  return { files, groups, asked, patterns, checks, loud };
}
