import { attemptSite, lessonOf, type SiteEnd } from './attempt-site.js';
import { inverseEdits } from './diff/map-range.js';
import { type AppliedFix, DraftBuilder, type FileDraft, type FileTask } from './file-draft.js';
import { rulesOf } from './gates/gate.js';
import type { HealContext } from './heal-context.js';
import { dismissTogether } from './joint/dismiss-together.js';
import { healTogether } from './joint/heal-together.js';
import { oneByOne } from './joint/one-by-one.js';
import { type Plan, type PlannedFix, planFixes } from './joint/plan-fixes.js';
import { settleRivals } from './joint/settle-rivals.js';
import { notAsked, withoutAttempt } from './outcome/outcomes-of.js';
import { askPerson } from './person/ask-person.js';
import { type Site, violationsOf } from './site/site.js';

/**
 * Heals the sites of one file in memory: where a person decides, one after the other; else first all that do not touch
 * each other, at once, on the text as it is; then what touches another, one after the other, on the text that came of it;
 * then, in case the others made it possible, what no fix could be made of.
 */
export async function healFile(task: FileTask): Promise<FileDraft> {
  const { path, text, context } = task;
  const { person } = context;
  const builder = new DraftBuilder(task);
  const here = sitesHere(task.sites, builder);
  const before = builder.now();
  const plans = await planFixes([...here.keys()], before, context);
  const rivals = settleRivals(plans, path, text, task.reported);
  const joined = person ? [] : [...plans].filter(([site]) => !rivals.has(site)).map(([, plan]) => plan);
  const mended = await mendTogether(joined, builder, context);
  const left = [...here].filter(([site]) => plans.get(site)?.kind === 'fix' && !rivals.has(site) && !mended.has(site));
  const dismissed = person ? new Map() : await dismissTogether(new Map(left), plans, before, builder, context);
  const waiting = new Map<Site, SiteEnd>();
  for (const [site, original] of here) {
    const plan = plans.get(site);
    const fix = mended.get(site);
    const dismissal = dismissed.get(original);
    const rivalry = rivals.get(site);
    if (rivalry) builder.close(rivalry);
    else if (fix && plan?.kind === 'fix') builder.closeWith(original, endOf(site, plan, fix));
    else if (dismissal) builder.closeWith(original, dismissal);
    else if (plan?.kind === 'none' && !person) waiting.set(original, plan.end);
    else if (person?.hasLeft()) builder.close(notAsked(original));
    else await healAlone(original, builder, context);
  }
  await tryAgain(waiting, text, builder, context);
  const draft = builder.draft();
  context.typeChecker?.keep(path, draft.after);
  return draft;
}

/**
 * Asks once more for what no fix could be made of, all at once since that costs one parse, until the text stays as it is.
 * @param waiting as reported, each with how it ended
 * @param seen the text on which it did
 */
async function tryAgain(
  waiting: ReadonlyMap<Site, SiteEnd>,
  seen: string,
  builder: DraftBuilder,
  context: HealContext,
): Promise<void> {
  const file = builder.now();
  if (waiting.size === 0 || file.text === seen) {
    for (const [original, end] of waiting) builder.closeWith(original, end);
    return;
  }
  const here = sitesHere([...waiting.keys()], builder);
  const plans = await planFixes([...here.keys()], file, context);
  const left = new Map<Site, SiteEnd>();
  for (const [site, original] of here) {
    const plan = plans.get(site);
    if (plan?.kind === 'none') left.set(original, plan.end);
    else await healAlone(original, builder, context);
  }
  await tryAgain(left, file.text, builder, context);
}

/** The sites that are where they were reported, each with what was reported. */
function sitesHere(sites: readonly Site[], builder: DraftBuilder): ReadonlyMap<Site, Site> {
  const here = new Map<Site, Site>();
  for (const original of sites) {
    const found = builder.find(original);
    if (found.kind === 'here') here.set(found.site, original);
    else builder.close(withoutAttempt(original, found.kind === 'gone' ? builder.lastFix() : null));
  }
  return here;
}

async function mendTogether(
  plans: readonly Plan[],
  builder: DraftBuilder,
  context: HealContext,
): Promise<ReadonlyMap<Site, AppliedFix | undefined>> {
  const parts = plans.flatMap((plan) => (plan.kind === 'fix' ? [plan.part] : []));
  const joint = await healTogether(parts, builder.now(), context);
  if (joint === null) return new Map();
  const fixes = oneByOne(joint);
  builder.apply(
    joint.after,
    fixes,
    rulesOf(joint).map(({ id }) => id),
  );
  return new Map(joint.parts.map(({ site }, at) => [site, fixes[at]]));
}

/** A fix that was made with others as it ends when it is tried by itself. */
function endOf(site: Site, { part, refused }: PlannedFix, fix: AppliedFix): SiteEnd<AppliedFix> {
  const { candidate } = part;
  const kept = { n: refused.length + 1, source: candidate.source, outcome: 'kept', gate: null, detail: null } as const;
  const attempts = [...refused, { ...kept, diff: fix.diff === '' ? null : fix.diff }];
  const evidence = lessonOf(site, candidate, 'success', null);
  return { site, attempts, iterations: 1, evidence, kept: fix, suggested: null };
}

/** One site by itself, on the text that the fixes before it left. */
async function healAlone(original: Site, builder: DraftBuilder, context: HealContext): Promise<void> {
  const found = builder.find(original);
  const last = builder.lastFix();
  if (found.kind !== 'here') return builder.close(withoutAttempt(original, found.kind === 'gone' ? last : null));
  const file = builder.now();
  const tried = await attemptSite(found.site, file, context);
  const end = context.person ? await askPerson(tried, file, context, context.person) : tried;
  builder.closeWith(original, end);
  if (end.kept === null) return;
  const where = last === null ? { alone: end.kept.edits, site: null } : { alone: null, site: found.site };
  const { candidate, edits, after, diff } = end.kept;
  const undo = inverseEdits(file.text, edits);
  const fix = { candidate, edits, undo, diff, violations: violationsOf(original), ...where };
  builder.apply(after, [fix], [original.rule.id]);
}
