import type { HealAnswer } from '../heal/heal.js';
import { type Evidence, placesIn } from '../heal/outcome/evidence.js';
import type { Within } from '../model/bounded.js';
import { applyEdits, type Edit } from '../model/edit.js';
import type { FixPattern } from '../model/fix-pattern.js';
import type { Violation } from '../model/violation.js';
import { liftAutoFix } from '../pattern-store/lift-auto-fix.js';
import { remedyKey } from '../pattern-store/remedy-key.js';
import { parseSyntax } from '../syntax/parse-syntax.js';
import { exampleOf } from './fix-example.js';
import { whyUnproven } from './prove-pattern.js';
import { remedyOf } from './remedy-of.js';

export interface HealLessons {
  /** Patterns that are new, at 0.50. */
  readonly learnt: readonly FixPattern[];
  /** The evidence of the run, that of fixes without a pattern under the pattern that makes such a fix. */
  readonly evidence: readonly Evidence[];
}

/**
 * What the fixes of a run teach beyond the patterns they came from. A template of a contract that held becomes a
 * pattern, and its later successes are that pattern's; a fix of an agent becomes the pattern that makes it again.
 * @param textOf what a file held before the run
 * @param today ISO date
 * @param within breaks off rules that take too long; nothing is learnt where they do
 * @param seen all that was found in the files: no secret among it is learnt
 */
export async function learnFromHeal(
  { fixes, later, evidence, result }: Pick<HealAnswer, 'fixes' | 'later' | 'evidence' | 'result'>,
  known: readonly FixPattern[],
  textOf: (file: string) => string | null,
  today: string,
  within: Within,
  seen: readonly Violation[] = [],
): Promise<HealLessons> {
  const learnt = new Map<string, FixPattern>();
  const owners = new Map<string, Pick<Evidence, 'patternId' | 'outcome'>>();
  const teach = (source: string, violation: Violation, pattern: FixPattern | null): void => {
    if (pattern === null) return;
    const same = known.find(({ id }) => id === pattern.id);
    if (same === undefined) learnt.set(pattern.id, pattern);
    else if (!isSameRemedy(pattern, same)) return;
    // What a pattern was learnt from is where it starts, and says nothing more for it.
    const outcome = same === undefined || same.retired ? 'applied' : 'success';
    for (const at of placesIn([violation]))
      owners.set(keyOf(source, violation.file, at), { patternId: pattern.id, outcome });
  };
  for (const { source, status, iterations, violation } of result.outcomes) {
    // What went away with the fix of another one was mended by no template of its own.
    const isOwn = status === 'healed' && iterations > 0;
    if (isOwn && source === 'auto_fix') teach(source, violation, liftTemplate(violation, today));
  }
  for (const fix of fixes) {
    const [violation, ...others] = fix.violations;
    if (!violation || others.length > 0 || fix.source !== 'agent') continue;
    const before = textOf(fix.file);
    if (before === null) continue;
    teach(fix.source, violation, await liftAgent({ ...fix, before, violation }, today, within, seen));
  }
  for (const fix of later) {
    const [member, ...others] = fix.members;
    if (member && others.length === 0 && fix.source === 'agent') {
      const violation = { ...member.violation, place: member.place };
      teach(
        fix.source,
        member.violation,
        await liftAgent({ ...fix, before: fix.before(), violation }, today, within, seen),
      );
    }
  }
  const attributed = evidence.map((each) => {
    const [at = ''] = each.at;
    return each.patternId === null ? { ...each, ...owners.get(keyOf(each.source, each.file, at)) } : each;
  });
  return { learnt: [...learnt.values()], evidence: attributed };
}

/** No two fixes of one file mend the same place. */
function keyOf(source: string, file: string | null, at: string): string {
  return JSON.stringify([source, file, at]);
}

/** A template or a removal that stands for itself: no target that a pattern could not carry. */
function liftTemplate({ rule, checkIndex }: Violation, today: string): FixPattern | null {
  const check = rule.checks[checkIndex];
  return check ? liftAutoFix(rule, check, today) : null;
}

/** The contract may have changed since the pattern was learnt from it: then it is not that one that held. */
function isSameRemedy(pattern: FixPattern, known: FixPattern): boolean {
  const { created, description, provenance } = known;
  return remedyKey({ ...pattern, created, description, provenance }) === remedyKey(known);
}

/** One violation, the text it stands in, and what the agent made of it. */
interface AgentFix {
  readonly file: string;
  readonly before: string;
  readonly edits: readonly Edit[];
  readonly violation: Violation;
}

async function liftAgent(
  { file, before, edits, violation }: AgentFix,
  today: string,
  within: Within,
  seen: readonly Violation[],
): Promise<FixPattern | null> {
  if (violation.place === null) return null;
  const after = applyEdits(before, edits);
  const old = parseSyntax(file, before);
  if (after === null || !old) return null;
  const { rule } = violation;
  const example = exampleOf(rule, old, after, violation, null);
  if (example === null) return null;
  const examples = [{ ...example, origin: file }];
  const description = `Learnt from an agent's fix of ${rule.id}`;
  const source = { ruleId: rule.id, provenance: 'agent', description, created: today } as const;
  const remedy = remedyOf(examples, source, seen);
  if (remedy.kind !== 'pattern') return null;
  return (await whyUnproven(remedy.pattern, examples, [], [rule], within)) === null ? remedy.pattern : null;
}
