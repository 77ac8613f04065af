import type { FixSite } from '../fix/fix-site.js';
import type { TypeOracle } from '../fix/type-oracle.js';
import type { Rule } from '../model/contract.js';
import { applyEdits, type Edit } from '../model/edit.js';
import type { Attempt } from '../model/heal-result.js';
import { type Evidence, isFailure } from './evidence.js';
import type { Trial } from './gates/gate.js';
import { askGates } from './gates/index.js';
import type { Look } from './look.js';
import type { Candidate, Remedies } from './proposers/candidate.js';
import { type Proposal, propose } from './proposers/index.js';
import type { Site } from './site.js';
import { unifiedDiff } from './unified-diff.js';

/** The file a site is in, as it is now. */
export interface FileNow {
  readonly path: string;
  readonly text: string;
  readonly seen: ReadonlySet<string>;
  readonly rules: readonly Rule[];
  look(text: string): Look;
}

export interface SiteEnd {
  readonly site: Site;
  readonly attempts: readonly Attempt[];
  readonly iterations: number;
  readonly evidence: readonly Evidence[];
  /** The fix all gates agreed to, to be applied. */
  readonly kept: KeptFix | null;
  /** A fix all gates agreed to that only a person may apply, and why. */
  readonly suggested: (KeptFix & { readonly why: string }) | null;
}

export interface KeptFix {
  readonly candidate: Candidate;
  readonly edits: readonly Edit[];
  readonly after: string;
  readonly diff: string;
}

/**
 * Tries one candidate after the other, in memory, until the gates agree to one that may be applied.
 * Only what gave a text counts as an iteration; a fix refused by its own precondition cost nothing.
 */
export async function attemptSite(site: Site, file: FileNow, remedies: Remedies, types?: TypeOracle): Promise<SiteEnd> {
  const attempts: Attempt[] = [];
  const evidence: Evidence[] = [];
  const tried = new Set<string>();
  let suggested: SiteEnd['suggested'] = null;
  let iterations = 0;
  const end = (kept: KeptFix | null): SiteEnd => ({ site, attempts, iterations, evidence, kept, suggested });

  for (const { site: through, candidate } of propose(fixSites(site, file, types), remedies)) {
    if (iterations >= remedies.config.maxIterations) break;
    const { source } = candidate;
    const made = await makeTrial(site, file, { site: through, candidate });
    if (made.kind === 'refused') {
      attempts.push({
        n: attempts.length + 1,
        source,
        outcome: 'precondition',
        gate: made.condition,
        detail: made.detail,
        diff: null,
      });
      continue;
    }
    const { trial, unsafe } = made;
    if (tried.has(trial.after)) continue;
    tried.add(trial.after);
    const objection = await askGates(trial);
    const diff = unifiedDiff(file.path, file.text, trial.after);
    const fix: KeptFix = { candidate, edits: trial.edits, after: trial.after, diff };
    const why = candidate.onlySuggested ?? (unsafe ? 'the fix is marked unsafe' : null);
    iterations++;
    if (objection === null && why !== null) {
      suggested ??= { ...fix, why };
      continue;
    }
    const outcome = objection?.outcome ?? 'kept';
    const { gate = null, detail = null } = objection ?? {};
    attempts.push({ n: attempts.length + 1, source, outcome, gate, detail, diff: diff === '' ? null : diff });
    if (why === null && candidate.pattern !== null && (outcome === 'kept' || isFailure(outcome))) {
      const patternId = candidate.pattern.stored.id;
      const lesson = outcome === 'kept' ? 'success' : 'failure';
      evidence.push({ patternId, ruleId: site.rule.id, file: file.path, outcome: lesson, gate });
    }
    if (objection === null) return end(fix);
    if (why === null && candidate.pattern?.standing.actsAs === 'silver') break;
  }
  return end(null);
}

function fixSites(site: Site, { path, text }: FileNow, types?: TypeOracle): readonly FixSite[] {
  return site.members.map(({ check, place }) => ({
    path,
    text,
    rule: site.rule,
    check,
    place,
    ...(types === undefined ? {} : { types }),
  }));
}

type Made =
  | { readonly kind: 'trial'; readonly trial: Trial; readonly unsafe: boolean }
  | { readonly kind: 'refused'; readonly condition: string; readonly detail: string };

async function makeTrial(site: Site, file: FileNow, { site: through, candidate }: Proposal): Promise<Made> {
  const answer = await candidate.fix(through);
  if (answer.kind === 'refused') return answer;
  const { edits, applicability } = answer.fix;
  const after = applyEdits(file.text, edits);
  if (after === null) throw new Error(`${candidate.source} gave edits of ${file.path} that overlap or lie outside`);
  const { rules, seen } = file;
  const trial: Trial = {
    site,
    through,
    candidate,
    before: file.text,
    after,
    edits,
    seen,
    rules,
    look: (text) => file.look(text),
  };
  return { kind: 'trial', trial, unsafe: applicability === 'unsafe' };
}
