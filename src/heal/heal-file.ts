import type { TypeOracle } from '../fix/type-oracle.js';
import type { Rule } from '../model/contract.js';
import type { Edit } from '../model/edit.js';
import type { HealOutcome } from '../model/heal-result.js';
import type { Violation } from '../model/violation.js';
import { attemptSite, type KeptFix, type SiteEnd } from './attempt-site.js';
import { escalationReason } from './escalation.js';
import { distinctEvidence, type Evidence } from './evidence.js';
import { makeLook } from './look.js';
import type { Remedies } from './proposers/candidate.js';
import { relocate } from './relocate.js';
import type { Site } from './site.js';

/** One file as it is, and as it is to be: nothing is written yet. */
export interface FileDraft {
  readonly path: string;
  readonly bom: boolean;
  readonly before: string;
  readonly after: string;
  readonly outcomes: readonly HealOutcome[];
  readonly evidence: readonly Evidence[];
  /** In the order they were applied, each with the edits in the offsets of its own `before`. */
  readonly fixes: readonly AppliedFix[];
}

export interface AppliedFix extends KeptFix {
  readonly before: string;
  readonly violations: readonly Violation[];
}

export interface FileTask {
  readonly path: string;
  readonly bom: boolean;
  readonly text: string;
  /** In the order they are to be healed. */
  readonly sites: readonly Site[];
  /** Every violation reported for the file, the ones nobody heals included. */
  readonly reported: readonly Violation[];
  /** Every rule that covers the file. */
  readonly rules: readonly Rule[];
  readonly remedies: Remedies;
  readonly types?: TypeOracle | undefined;
}

/** Heals the sites of one file one after the other, in memory. */
export async function healFile(task: FileTask): Promise<FileDraft> {
  const look = makeLook(task.path, task.rules);
  const seen = new Set([task.text]);
  const outcomes: HealOutcome[] = [];
  const evidence: Evidence[] = [];
  const fixes: AppliedFix[] = [];
  let text = task.text;

  for (const original of task.sites) {
    const edits: readonly (readonly Edit[])[] = fixes.map((fix) => fix.edits);
    const now = relocate(original, edits, look(text), task.reported);
    if (now.kind !== 'here') {
      outcomes.push(...withoutAttempt(original, now.kind === 'gone' ? fixes.at(-1) : undefined));
      continue;
    }
    const file = { path: task.path, text, seen, rules: task.rules, look };
    const end = await attemptSite(now.site, file, task.remedies, task.types);
    outcomes.push(...outcomesOf(end));
    evidence.push(...end.evidence);
    if (end.kept === null) continue;
    fixes.push({ ...end.kept, before: text, violations: end.site.members.map(({ violation }) => violation) });
    text = end.kept.after;
    seen.add(text);
  }
  const { path, bom } = task;
  return { path, bom, before: task.text, after: text, outcomes, evidence: distinctEvidence(evidence), fixes };
}

function outcomesOf(end: SiteEnd): readonly HealOutcome[] {
  const { attempts, iterations, kept, suggested } = end;
  const made = kept ?? suggested;
  const outcome: Omit<HealOutcome, 'violation'> = {
    status: kept ? 'healed' : suggested ? 'suggested' : 'escalated',
    iterations,
    ...provenance(made),
    reason: kept ? null : suggested ? suggestionReason(suggested) : escalationReason(end.site, attempts),
    attempts,
  };
  return end.site.members.map(({ violation }) => ({ violation, ...outcome }));
}

/** @param healer the fix that mended the site along with its own; none when the site is not where it was reported */
function withoutAttempt(site: Site, healer: KeptFix | undefined): readonly HealOutcome[] {
  const outcome: Omit<HealOutcome, 'violation'> = {
    status: healer ? 'healed' : 'escalated',
    iterations: 0,
    ...provenance(healer ?? null),
    reason: healer ? null : NOT_FOUND,
    attempts: [],
  };
  return site.members.map(({ violation }) => ({ violation, ...outcome }));
}

const NOT_FOUND =
  'The place is not what the check reported: the file changed, or another fix altered it. Run the check again.';

/** Confidence is filled in once the whole run is scored. */
function provenance(fix: KeptFix | null): Pick<HealOutcome, 'source' | 'tier' | 'confidence' | 'diff'> {
  if (fix === null) return { source: null, tier: null, confidence: null, diff: null };
  const { source, pattern } = fix.candidate;
  const before = (pattern?.standing.hundredths ?? 0) / 100;
  return {
    source,
    tier: pattern?.standing.tier ?? null,
    confidence: pattern === null ? null : { before, after: before },
    diff: fix.diff,
  };
}

function suggestionReason({ why, candidate }: NonNullable<SiteEnd['suggested']>): string {
  return `Not applied, because ${why}. Review the diff of ${candidate.source} and apply it by hand if it is right.`;
}
