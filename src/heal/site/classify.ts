import { contains, rangesOverlap } from '../../model/position.js';
import type { Violation } from '../../model/violation.js';
import { interactionReason, isPlaced, type Placed } from './interaction.js';
import { memberOf, type Site } from './site.js';

export interface Classified {
  /** By file, in the order they are to be healed: bottom up, absences last. */
  readonly sites: ReadonlyMap<string, readonly Site[]>;
  readonly escalated: readonly { readonly violation: Violation; readonly reason: string }[];
}

/**
 * Splits violations that have a file into sites to heal one by one and those a person must see together, because
 * their matches overlap. What merely shares a line is told apart once it is known what can be mended there.
 * @param violations of pattern rules, neither exempt nor without a file
 */
export function classify(violations: readonly Violation[]): Classified {
  const escalated: { violation: Violation; reason: string }[] = [];
  const sites = new Map<string, Site[]>();
  for (const [file, all] of byFile(violations)) {
    const placed = all.filter(isPlaced);
    for (const group of overlapping(placed)) {
      const reason = interaction(group, placed);
      if (reason === null) add(sites, file, siteOf(file, group));
      else for (const violation of group) escalated.push({ violation, reason });
    }
    for (const violation of all) {
      if (violation.place === null) add(sites, file, { rule: violation.rule, file, members: [memberOf(violation)] });
    }
  }
  for (const list of sites.values()) list.sort((a, b) => startOf(b) - startOf(a));
  return { sites, escalated };
}

type Group = readonly [Placed, ...Placed[]];

function byFile(violations: readonly Violation[]): ReadonlyMap<string, readonly Violation[]> {
  const files = new Map<string, Violation[]>();
  for (const violation of violations) if (violation.file !== null) add(files, violation.file, violation);
  return files;
}

/** Violations of one rule whose matches overlap, directly or through one another. */
function overlapping(placed: readonly Placed[]): readonly Group[] {
  const groups: [Placed, ...Placed[]][] = [];
  const sorted = [...placed].sort((a, b) => a.place.range.start - b.place.range.start);
  for (const violation of sorted) {
    const group = groups.find(
      ([first, ...rest]) =>
        first.rule === violation.rule &&
        [first, ...rest].some((each) => rangesOverlap(each.place.range, violation.place.range)),
    );
    if (group) group.push(violation);
    else groups.push([violation]);
  }
  return groups;
}

/** Why a group cannot be healed on its own, naming what its matches overlap with; null when it can. */
function interaction(group: Group, placed: readonly Placed[]): string | null {
  const [outermost] = outermostFirst(group);
  const partial = group.find((each) => !contains(outermost.place.range, each.place.range));
  if (partial)
    return `Matches of ${outermost.rule.id} overlap on line ${partial.place.line}. Mend the place as a whole.`;
  const peers = new Set<Placed>(group);
  // What overlaps with a peer is one too; the set grows while it is gone through.
  for (const peer of peers) {
    for (const each of placed) if (rangesOverlap(each.place.range, peer.place.range)) peers.add(each);
  }
  return [...peers].some(({ rule }) => rule !== outermost.rule) ? interactionReason(outermost, [...peers]) : null;
}

function outermostFirst(group: Group): Group {
  const [first, ...rest] = [...group].sort((a, b) => length(b) - length(a) || a.checkIndex - b.checkIndex);
  return first === undefined ? group : [first, ...rest];
}

function length({ place }: Placed): number {
  return place.range.end - place.range.start;
}

function siteOf(file: string, group: Group): Site {
  const [first, ...rest] = outermostFirst(group);
  return { rule: first.rule, file, members: [memberOf(first), ...rest.map(memberOf)] };
}

function startOf(site: Site): number {
  return site.members[0].place?.range.start ?? -1;
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
