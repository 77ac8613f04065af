import { attemptSite, type SiteEnd } from '../../src/heal/attempt-site.js';
import { stepOf } from '../../src/heal/gates/gate.js';
import { GATES } from '../../src/heal/gates/index.js';
import type { HealContext } from '../../src/heal/heal-context.js';
import { makeLook } from '../../src/heal/look.js';
import { PROPOSERS } from '../../src/heal/proposers/index.js';
import { classify } from '../../src/heal/site/classify.js';
import { relocate } from '../../src/heal/site/relocate.js';
import type { Site } from '../../src/heal/site/site.js';
import { DEFAULT_CONFIG } from '../../src/model/config.js';
import type { Edit } from '../../src/model/edit.js';
import type { Attempt } from '../../src/model/heal-result.js';
import type { Violation } from '../../src/model/violation.js';
import { recheck } from '../support/recheck.js';
import type { rulesOf } from './rules-of.js';

interface HealedOneByOne {
  readonly text: string;
  /** By `violationKey`: what was tried, in the text that came of it, for whatever was left. */
  readonly attempts: ReadonlyMap<string, readonly Attempt[]>;
}

/**
 * The naive way to heal a file: each site by itself, on the text the ones before it left, until no more can be kept; then
 * what is said of each of the others.
 */
export async function healOneByOne(before: string, rules: ReturnType<typeof rulesOf>): Promise<HealedOneByOne> {
  const path = 'src/a.ts';
  const reported = rules.flatMap((rule) => recheck(rule, { path, text: before }) ?? []);
  const look = makeLook(path, rules);
  const known = { patterns: [], config: DEFAULT_CONFIG.healLoop, today: '2026-01-15', settles: () => true };
  const context: HealContext = { proposers: PROPOSERS, gates: GATES, ...known };
  const sites = classify(reported).sites.get(path) ?? [];
  const kept: (readonly Edit[])[] = [];
  let text = before;
  const attempt = async (site: Site): Promise<SiteEnd | null> => {
    const found = relocate(site, kept, look(text), reported);
    if (found.kind !== 'here') return null;
    return attemptSite(found.site, { path, text, history: [stepOf(text, [])], rules, look }, context);
  };
  for (const site of sites) {
    const end = await attempt(site);
    if (!end?.kept) continue;
    kept.push(end.kept.edits);
    text = end.kept.after;
  }
  const attempts = new Map<string, readonly Attempt[]>();
  for (const site of sites) {
    const end = await attempt(site);
    if (end === null) continue;
    for (const { violation } of site.members) attempts.set(violationKey(violation), end.attempts);
  }
  return { text, attempts };
}

/** Tells the violations of one file apart. */
export function violationKey({ rule, checkIndex, place }: Violation): string {
  return `${rule.id} ${checkIndex} ${place?.range.start ?? '-'}`;
}
