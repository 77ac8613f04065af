import { applyEdits, inOrder } from '../../model/edit.js';
import type { AttemptOutcome } from '../../model/heal-result.js';
import { type FileNow, lessonOf, type SiteEnd } from '../attempt-site.js';
import { unifiedDiff } from '../diff/unified-diff.js';
import type { DraftBuilder } from '../file-draft.js';
import type { Gate, Part } from '../gates/gate.js';
import { askGates } from '../gates/index.js';
import type { HealContext } from '../heal-context.js';
import { isFailure } from '../outcome/evidence.js';
import type { Site } from '../site/site.js';
import { jointTrial } from './heal-together.js';
import { type Plan, type PlannedFix, planFixes } from './plan-fixes.js';

/**
 * How sites end whose only fix no gate would let pass, told from one text with all of these fixes: asking for each by
 * itself costs a parse and a look at the whole file, and a careless hint may be behind hundreds.
 * @param sites where they stood when the plans were made, each with what was reported
 * @returns by what was reported; without those of which one text cannot tell, which are to be tried by themselves
 */
export async function dismissTogether(
  sites: ReadonlyMap<Site, Site>,
  plans: ReadonlyMap<Site, Plan>,
  planned: FileNow,
  builder: DraftBuilder,
  context: HealContext,
): Promise<ReadonlyMap<Site, SiteEnd>> {
  if (sites.size < 2) return new Map();
  const file = builder.now();
  const isAsPlanned = file.text === planned.text;
  const here = isAsPlanned ? sites : relocated([...sites.values()], builder);
  const now = isAsPlanned ? plans : await planFixes([...here.keys()], file, context);
  const last = [...here].flatMap(([site, original]) => {
    const plan = now.get(site);
    return plan?.kind === 'fix' && plan.isLast ? [{ site, original, plan }] : [];
  });
  const dismissals = await dismissalsOf(
    last.map(({ plan }) => plan.part),
    file,
    context,
  );
  return new Map(
    last.flatMap(({ site, original, plan }): [Site, SiteEnd][] => {
      const dismissal = dismissals.get(plan.part);
      return dismissal === undefined ? [] : [[original, endOf(site, plan, dismissal, file)]];
    }),
  );
}

function relocated(originals: readonly Site[], builder: DraftBuilder): ReadonlyMap<Site, Site> {
  return new Map(
    originals.flatMap((original): [Site, Site][] => {
      const found = builder.find(original);
      return found.kind === 'here' ? [[found.site, original]] : [];
    }),
  );
}

interface Dismissal {
  readonly outcome: Exclude<AttemptOutcome, 'kept'>;
  readonly gate: string;
  readonly detail: string;
}

/** Those that a gate blames are taken out, until it can blame none of the rest. */
async function dismissalsOf(
  parts: readonly Part[],
  file: FileNow,
  context: HealContext,
): Promise<ReadonlyMap<Part, Dismissal>> {
  const trial = parts.length < 2 ? null : jointTrial(parts, file, context);
  const objection = trial && (await askGates(trial, untilLastBlame(context.gates)));
  const { blamed } = objection ?? {};
  if (objection === null || blamed === undefined || blamed.size === 0) return new Map();
  const { outcome, gate } = objection;
  const dismissals = [...blamed].map(([part, detail]) => [part, { outcome, gate, detail }] as const);
  const others = parts.filter((part) => !blamed.has(part));
  return new Map([...dismissals, ...(await dismissalsOf(others, file, context))]);
}

/** What the gates behind them say, such as that of types, is dear and blames nobody. */
function untilLastBlame(gates: readonly Gate[]): readonly Gate[] {
  return gates.slice(0, gates.findLastIndex(({ blames }) => blames) + 1);
}

/** As it would end if it were tried by itself. */
function endOf(
  site: Site,
  { part: { candidate, edits }, refused }: PlannedFix,
  dismissal: Dismissal,
  { path, text }: FileNow,
): SiteEnd {
  const own = inOrder(edits);
  const after = applyEdits(text, own);
  if (after === null) throw new Error(`${candidate.source} gave edits of ${path} that overlap or lie outside`);
  const diff = unifiedDiff(path, text, after, own);
  const attempt = { n: refused.length + 1, source: candidate.source, ...dismissal, diff: diff === '' ? null : diff };
  const evidence = isFailure(dismissal.outcome) ? lessonOf(site, candidate, 'failure', dismissal.gate) : [];
  return { site, attempts: [...refused, attempt], iterations: 1, evidence, kept: null, suggested: null };
}
