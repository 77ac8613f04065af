import type { Rule } from '../model/contract.js';
import { applyEdits, type Edit, inOrder } from '../model/edit.js';
import type { FixAnswer, FixSite } from '../model/fix-site.js';
import type { Attempt } from '../model/heal-result.js';
import { unifiedDiff } from './diff/unified-diff.js';
import type { Part, Step, Trial } from './gates/gate.js';
import { askGates } from './gates/index.js';
import type { HealContext } from './heal-context.js';
import { reduceTrial } from './joint/reduce-trial.js';
import type { Look } from './look.js';
import { type Evidence, isFailure, placesIn } from './outcome/evidence.js';
import type { Candidate } from './proposers/candidate.js';
import { onlySuggest, type Proposal, propose } from './proposers/index.js';
import { type Site, violationsOf } from './site/site.js';

/** The file a site is in, as it is now. */
export interface FileNow {
  readonly path: string;
  readonly text: string;
  readonly history: readonly Step[];
  readonly rules: readonly Rule[];
  look(text: string): Look;
}

/** What became of a site. */
export interface SiteEnd<Fix extends MadeFix = KeptFix> {
  readonly site: Site;
  readonly attempts: readonly Attempt[];
  readonly iterations: number;
  readonly evidence: readonly Evidence[];
  /** The fix all gates agreed to, to be applied. */
  readonly kept: Fix | null;
  /** A fix all gates agreed to that only a person may apply, and why. */
  readonly suggested: (KeptFix & { readonly why: string }) | null;
}

export interface MadeFix {
  readonly candidate: Candidate;
  readonly edits: readonly Edit[];
  readonly diff: string;
}

export interface KeptFix extends MadeFix {
  /** The text of the whole file with the fix. */
  readonly after: string;
}

/**
 * Tries one candidate after the other, in memory, until the gates agree to one that may be applied.
 * Only what gave a text counts as an iteration; a fix refused by its own precondition cost nothing.
 */
export async function attemptSite(site: Site, file: FileNow, context: HealContext): Promise<SiteEnd> {
  const attempts: Attempt[] = [];
  const evidence: Evidence[] = [];
  const tried = new Set<string>();
  let suggested: SiteEnd['suggested'] = null;
  let iterations = 0;
  const end = (kept: KeptFix | null): SiteEnd => ({ site, attempts, iterations, evidence, kept, suggested });

  const waiting = [...proposalsFor(site, file, context)];
  for (let proposal = waiting.shift(); proposal !== undefined; proposal = waiting.shift()) {
    if (iterations >= context.config.maxIterations) break;
    const { candidate } = proposal;
    const made = await makePart(site, proposal);
    if (made.kind === 'refused') {
      attempts.push(refusedAttempt(attempts.length + 1, candidate, made));
      waiting.unshift(...anotherTry(proposal, made.detail));
      continue;
    }
    const trial = trialOf(file, made.part, context);
    if (tried.has(trial.after)) continue;
    tried.add(trial.after);
    iterations++;
    const objection = await askGates(trial, context.gates);
    const { edits, after } = objection === null ? await reduceTrial(trial, context.gates) : trial;
    const diff = unifiedDiff(file.path, file.text, after);
    const fix: KeptFix = { candidate, edits, after, diff };
    const why = made.onlySuggested;
    if (objection === null && why !== null) {
      suggested ??= { ...fix, why };
      continue;
    }
    const outcome = objection?.outcome ?? 'kept';
    const { gate = null, detail = null } = objection ?? {};
    const n = attempts.length + 1;
    attempts.push({ n, source: candidate.source, outcome, gate, detail, diff: diff === '' ? null : diff });
    if (why === null && (outcome === 'kept' || isFailure(outcome))) {
      evidence.push(...lessonOf(site, candidate, outcome === 'kept' ? 'success' : 'failure', gate));
    }
    if (objection === null) return end(fix);
    waiting.unshift(...anotherTry(proposal, detail ?? `the gate "${gate}" said no`));
    if (why === null && candidate.pattern?.standing.actsAs === 'silver') break;
  }
  return end(null);
}

/** The same candidate once more, if it has another try, told what was wrong with this one. */
export function anotherTry({ site, candidate }: Proposal, objection: string): readonly Proposal[] {
  const next = candidate.retry?.(objection) ?? null;
  return next === null ? [] : [{ site, candidate: { ...next, onlySuggested: candidate.onlySuggested } }];
}

/** All candidates for a site on a text, in the order they are to be tried. */
export function proposalsFor(
  site: Site,
  file: Pick<FileNow, 'path' | 'text'>,
  context: HealContext,
): readonly Proposal[] {
  const proposals = propose(sitesOf(site, file, context), context, context.proposers);
  const isRejected = site.members.some(({ violation }) => context.isRejected?.(violation));
  return isRejected ? proposals.map((proposal) => onlySuggest(proposal, REJECTED)) : proposals;
}

/** The members of a site as fixes see them. */
export function sitesOf(
  site: Site,
  { path, text }: Pick<FileNow, 'path' | 'text'>,
  { types, packages }: Pick<HealContext, 'types' | 'packages'>,
): readonly FixSite[] {
  return site.members.map(({ check, place }) => ({
    path,
    text,
    rule: site.rule,
    check,
    place,
    ...(types === undefined ? {} : { types }),
    ...(packages === undefined ? {} : { packages }),
  }));
}

const REJECTED = 'a person rejected a fix at this place';

export type MadePart =
  | { readonly kind: 'part'; readonly part: Part; readonly onlySuggested: string | null }
  | { readonly kind: 'refused'; readonly condition: string; readonly detail: string };

async function makePart(site: Site, proposal: Proposal): Promise<MadePart> {
  return partOf(site, proposal, await proposal.candidate.fix(proposal.site));
}

export function partOf(site: Site, { site: through, candidate }: Proposal, answer: FixAnswer): MadePart {
  if (answer.kind === 'refused') return answer;
  const { edits, applicability } = answer.fix;
  const onlySuggested = candidate.onlySuggested ?? (applicability === 'unsafe' ? 'the fix is marked unsafe' : null);
  return { kind: 'part', part: { site, through, candidate, edits }, onlySuggested };
}

export function refusedAttempt(
  n: number,
  { source }: Candidate,
  { condition, detail }: Extract<MadePart, { readonly kind: 'refused' }>,
): Attempt {
  return { n, source, outcome: 'precondition', gate: condition, detail, diff: null };
}

/** What an attempt teaches about the stored pattern behind it; of a fix without one, that it was applied. */
export function lessonOf(
  site: Site,
  { pattern, source }: Candidate,
  outcome: 'success' | 'failure',
  gate: string | null,
): readonly Evidence[] {
  const head = { source, ruleId: site.rule.id, file: site.file };
  if (pattern === null) return outcome === 'success' ? [appliedAt(site, source, null)] : [];
  const at = outcome === 'success' ? placesIn(violationsOf(site)) : [];
  return [{ ...head, patternId: pattern.stored.id, outcome, gate, at }];
}

/** A fix that stands and teaches nothing, such as one that a person chose. */
export function appliedAt(site: Site, source: string, patternId: string | null): Evidence {
  const { file, rule } = site;
  return { patternId, source, ruleId: rule.id, file, outcome: 'applied', gate: null, at: placesIn(violationsOf(site)) };
}

/** One fix applied to the file as it is now, waiting for judgement. */
export function trialOf(
  file: FileNow,
  part: Part,
  { typeChecker, yamlErrors }: Pick<HealContext, 'typeChecker' | 'yamlErrors'>,
): Trial {
  const { path, text, history, rules, look } = file;
  const edits = inOrder(part.edits);
  const after = applyEdits(text, edits);
  if (after === null) throw new Error(`${part.candidate.source} gave edits of ${path} that overlap or lie outside`);
  return { path, before: text, after, parts: [part], edits, history, rules, look, typeChecker, yamlErrors };
}
