import type { Rule } from '../model/contract.js';
import { applyEdits, type Edit, isSameEdit } from '../model/edit.js';
import type { HealOutcome } from '../model/heal-result.js';
import type { Violation } from '../model/violation.js';
import { attemptSite, type FileNow, type KeptFix, lessonOf, type SiteEnd, type Trade } from './attempt-site.js';
import { mapRange } from './diff/map-range.js';
import { unifiedDiff } from './diff/unified-diff.js';
import { rulesOf, type Step, type Trial } from './gates/gate.js';
import { healTogether } from './joint/heal-together.js';
import { type Plan, planFixes } from './joint/plan-fixes.js';
import { sameLineRivals } from './joint/same-line-rivals.js';
import { sameNameRivals } from './joint/same-name-rivals.js';
import { makeLook } from './look.js';
import { distinctEvidence, type Evidence } from './outcome/evidence.js';
import { notAsked, outcomesOf, withoutAttempt } from './outcome/outcomes-of.js';
import { askPerson } from './person/ask-person.js';
import { escalated } from './site/locate.js';
import { relocate } from './site/relocate.js';
import type { Site } from './site/site.js';

/** One file as it is, and as it is to be: nothing is written yet. */
export interface FileDraft {
  /** What it was made from; with other sites, another draft comes of it. */
  readonly task: FileTask;
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
  /** The same fix by itself, for the file as it was; null where it was made for a text that others had mended before. */
  readonly alone: readonly Edit[] | null;
  /** Where its violations stand in its own `before`; null where `alone` says it. */
  readonly site: Site | null;
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
  readonly trade: Trade;
}

/**
 * Heals the sites of one file in memory: where a person decides, one after the other; else first all that do not touch
 * each other, at once, on the text as it is; then what is left, one after the other, on the text that came of it.
 */
export async function healFile(task: FileTask): Promise<FileDraft> {
  const { path, bom, trade } = task;
  const look = makeLook(path, task.rules, trade.within);
  const history: Step[] = [{ text: task.text, ruleIds: [] }];
  const fixes: AppliedFix[] = [];
  const outcomes: HealOutcome[] = [];
  const evidence: Evidence[] = [];
  const now = (): FileNow => ({ path, text: fixes.at(-1)?.after ?? task.text, history, rules: task.rules, look });
  const close = (original: Site, end: SiteEnd): void => {
    outcomes.push(...outcomesOf(original, end));
    evidence.push(...end.evidence);
  };

  const here: { readonly original: Site; readonly site: Site }[] = [];
  for (const original of task.sites) {
    const found = relocate(original, [], look(task.text), task.reported);
    if (found.kind === 'here') here.push({ original, site: found.site });
    else outcomes.push(...withoutAttempt(original, null));
  }
  const { person } = trade;
  const plans = await planFixes(
    here.map(({ site }) => site),
    now(),
    trade,
  );
  const rivals = sameLineRivals(plans);
  const namesakes = sameNameRivals(plans, path, task.text);
  const isSettled = ({ site }: { readonly site: Site }): boolean => {
    return person === undefined && !rivals.has(site) && !namesakes.has(site);
  };
  const planned = here
    .filter(isSettled)
    .flatMap(({ site }) => plans.get(site) ?? [])
    .filter(isFix);
  const joint = await healTogether(
    planned.map(({ part }) => part),
    now(),
    trade,
  );
  if (joint !== null) {
    fixes.push(...oneByOne(joint));
    history.push({ text: joint.after, ruleIds: rulesOf(joint).map(({ id }) => id) });
  }

  const mended = new Map(joint?.parts.map(({ site }, at) => [site, fixes[at]]));
  for (const { original, site } of here) {
    const plan = plans.get(site);
    const fix = mended.get(site);
    const rivalry = rivals.get(site);
    if (rivalry !== undefined) {
      outcomes.push(...site.members.map(({ violation }) => escalated(violation, rivalry)));
    } else if (namesakes.has(site)) outcomes.push(...(namesakes.get(site) ?? []));
    else if (fix !== undefined && plan?.kind === 'fix') close(original, endOf(site, plan, fix));
    else if (plan?.kind === 'none' && fixes.length === 0 && !person) close(original, plan.end);
    else if (person?.hasLeft()) outcomes.push(...notAsked(original));
    else {
      const edits: readonly (readonly Edit[])[] = fixes.map((each) => each.edits);
      const file = now();
      const found = relocate(original, edits, look(file.text), task.reported);
      if (found.kind !== 'here') {
        outcomes.push(...withoutAttempt(original, found.kind === 'gone' ? (fixes.at(-1) ?? null) : null));
        continue;
      }
      const tried = await attemptSite(found.site, file, trade);
      const end = person ? await askPerson(tried, file, trade, person) : tried;
      close(original, end);
      if (end.kept === null) continue;
      const alone = fixes.length === 0 ? end.kept.edits : null;
      const site = alone === null ? found.site : null;
      fixes.push({ ...end.kept, before: file.text, violations: violationsOf(original), alone, site });
      history.push({ text: end.kept.after, ruleIds: [original.rule.id] });
    }
  }
  const after = now().text;
  trade.typeChecker?.keep(path, after);
  return { task, path, bom, before: task.text, after, outcomes, evidence: distinctEvidence(evidence), fixes };
}

type PlannedFix = Extract<Plan, { readonly kind: 'fix' }>;

function isFix(plan: Plan): plan is PlannedFix {
  return plan.kind === 'fix';
}

function endOf(site: Site, { part, refused }: PlannedFix, fix: AppliedFix): SiteEnd {
  const { candidate } = part;
  const kept = { n: refused.length + 1, source: candidate.source, outcome: 'kept', gate: null, detail: null } as const;
  const attempts = [...refused, { ...kept, diff: fix.diff === '' ? null : fix.diff }];
  const evidence = lessonOf(site, candidate, 'success', null);
  return { site, attempts, iterations: 1, evidence, kept: fix, suggested: null };
}

/** The fixes of a joint text as if they had been applied one after the other, so that each has a diff of its own. */
function oneByOne({ path, parts, before, edits: joint }: Trial): readonly AppliedFix[] {
  const applied: Edit[] = [];
  let text = before;
  return parts.map(({ site, candidate, edits: all }) => {
    const alone = all.filter((edit) => isIn(joint, edit));
    // An import that several fixes need comes with the first of them.
    const own = alone.filter((edit) => !isIn(applied, edit));
    const edits = own.map((edit) => {
      const range = mapRange(edit.range, applied);
      if (range === null) throw new Error(`the fixes of ${path} overlap`);
      return { range, text: edit.text };
    });
    const after = applyEdits(text, edits);
    if (after === null) throw new Error(`the fixes of ${path} overlap or lie outside`);
    applied.push(...own);
    const diff = unifiedDiff(path, text, after, edits);
    const violations = violationsOf(site);
    const fix: AppliedFix = { candidate, edits, before: text, after, diff, violations, alone, site: null };
    text = after;
    return fix;
  });
}

function isIn(edits: readonly Edit[], edit: Edit): boolean {
  return edits.some((each) => isSameEdit(each, edit));
}

function violationsOf({ members }: Site): readonly Violation[] {
  return members.map(({ violation }) => violation);
}
