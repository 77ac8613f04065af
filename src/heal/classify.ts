import { contains, rangesOverlap } from '../model/position.js';
import type { Place, Violation } from '../model/violation.js';
import { memberOf, type Site } from './site.js';

export interface Classified {
  /** By file, in the order they are to be healed: bottom up, absences last. */
  readonly sites: ReadonlyMap<string, readonly Site[]>;
  readonly escalated: readonly { readonly violation: Violation; readonly reason: string }[];
}

/**
 * Splits violations that have a file into sites to heal one by one and those a person must see together.
 * @param violations of pattern rules, neither exempt nor without a file
 */
export function classify(violations: readonly Violation[]): Classified {
  const escalated: { violation: Violation; reason: string }[] = [];
  const sites = new Map<string, Site[]>();
  for (const [file, all] of byFile(violations)) {
    const placed = all.filter((violation): violation is Placed => violation.place !== null);
    for (const group of overlapping(placed)) {
      const reason = interaction(group, all);
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

type Placed = Violation & { readonly place: Place };
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

/** Why a group cannot be healed on its own, naming what it interacts with; null when it can. */
function interaction(group: Group, all: readonly Violation[]): string | null {
  const [outermost] = outermostFirst(group);
  const partial = group.find((each) => !contains(outermost.place.range, each.place.range));
  if (partial)
    return `Matches of ${outermost.rule.id} overlap on line ${partial.place.line}. Mend the place as a whole.`;
  const peers = all.filter(({ place }) => place !== null && group.some((each) => shareLines(each.place, place)));
  const rivals = peers.filter(({ rule }) => rule !== outermost.rule);
  if (rivals.length === 0) return null;
  const names = [...new Set(rivals.map(({ rule }) => rule.id))].sort().join(', ');
  const line = outermost.place.line;
  const order = proposedOrder(peers).join(', then ');
  return `Interacts with ${names} on line ${line}: which is mended first matters. Mend them together; proposed order: ${order}.`;
}

/**
 * Rule ids in the order in which mending is likeliest to need no second look: errors first, then what is around before
 * what is within, as it may go with it, then from the end of the text to its start, so that places stay where they are.
 */
function proposedOrder(violations: readonly Violation[]): readonly string[] {
  const placed = violations.filter((violation): violation is Placed => violation.place !== null);
  const rank = ({ severity }: Violation): number => (severity === 'error' ? 0 : 1);
  const around = (a: Placed, b: Placed): number => {
    const [outer, inner] = [contains(a.place.range, b.place.range), contains(b.place.range, a.place.range)];
    return outer === inner ? 0 : outer ? -1 : 1;
  };
  // The rule id last, so that each of two violations in one place proposes the same order.
  const byId = (a: Placed, b: Placed): number => (a.rule.id < b.rule.id ? -1 : 1);
  placed.sort((a, b) => rank(a) - rank(b) || around(a, b) || b.place.range.start - a.place.range.start || byId(a, b));
  return [...new Set(placed.map(({ rule }) => rule.id))];
}

function shareLines(a: Place, b: Place): boolean {
  return a.line <= lastLine(b) && b.line <= lastLine(a);
}

/** A match that ends with a line end does not touch the next line. */
function lastLine(place: Place): number {
  return place.endColumn === 1 && place.endLine > place.line ? place.endLine - 1 : place.endLine;
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
