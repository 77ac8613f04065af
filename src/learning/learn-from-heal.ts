import { type Evidence, placesIn } from '../heal/evidence.js';
import type { HealAnswer } from '../heal/heal.js';
import type { LoneFix } from '../heal/lone-fixes.js';
import type { Within } from '../model/bounded.js';
import type { Check } from '../model/contract.js';
import { applyEdits } from '../model/edit.js';
import type { FixPattern, PatternFind } from '../model/fix-pattern.js';
import type { Violation } from '../model/violation.js';
import { compileMatch } from '../pattern-store/compile-match.js';
import { newPattern } from '../pattern-store/new-pattern.js';
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
 */
export async function learnFromHeal(
  { fixes, evidence, result }: Pick<HealAnswer, 'fixes' | 'evidence' | 'result'>,
  known: readonly FixPattern[],
  textOf: (file: string) => string | null,
  today: string,
  within: Within,
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
    const [violation] = fix.violations;
    if (violation && fix.source === 'agent') {
      teach(fix.source, violation, await liftAgent(fix, textOf, today, within));
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
function liftTemplate(violation: Violation, today: string): FixPattern | null {
  const check: Check | undefined = violation.rule.checks[violation.checkIndex];
  if (check?.kind !== 'forbidden-pattern' || check.autoFix === null) return null;
  const { strategy, importLine, target, findReplace, safety } = check.autoFix;
  const replacement = findReplace?.replace ?? check.autoFix.template;
  const template = strategy === 'remove' ? '' : replacement;
  // What is inserted belongs to a file as a whole: no match of a pattern would lead there.
  if (safety === 'unsafe' || strategy === 'insert' || template === null) return null;
  if (strategy === 'remove' && importLine !== null) return null;
  const match = check.pattern.written;
  const compiled = compileMatch(match);
  const find = strategy === 'replace' && findReplace ? findOf(findReplace.find) : null;
  if ('wrong' in compiled || find === 'unsayable') return null;
  const { id: ruleId } = violation.rule;
  const id = `learnt-${ruleId.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${check.index + 1}`;
  const description = `Learnt from the auto_fix of ${ruleId}`;
  const remedy = { id, ruleId, description, match, regex: compiled.regex, replacementTemplate: template };
  const how = {
    ...(target.kind === 'default' ? {} : { target: target.kind === 'group' ? target.name : target.kind }),
    ...(strategy === 'replace' ? {} : { strategy }),
    ...(find === null ? {} : { find }),
    ...(importLine === null ? {} : { importLine }),
  };
  return newPattern({ ...remedy, ...how, provenance: 'learnt' }, today);
}

/** The regular expression of an `auto_fix` as a store can say it. */
function findOf({ source, flags }: RegExp): PatternFind | 'unsayable' {
  const written = `/${source}/${flags.replace('g', '')}`;
  const compiled = compileMatch(written);
  return 'wrong' in compiled ? 'unsayable' : { written, regex: compiled.regex };
}

/** The contract may have changed since the pattern was learnt from it: then it is not that one that held. */
function isSameRemedy(pattern: FixPattern, known: FixPattern): boolean {
  const { created, description, provenance } = known;
  return remedyKey({ ...pattern, created, description, provenance }) === remedyKey(known);
}

async function liftAgent(
  fix: LoneFix,
  textOf: (file: string) => string | null,
  today: string,
  within: Within,
): Promise<FixPattern | null> {
  const [violation, ...others] = fix.violations;
  const before = textOf(fix.file);
  if (!violation?.place || others.length > 0 || before === null) return null;
  const after = applyEdits(before, fix.edits);
  const old = parseSyntax(fix.file, before);
  if (after === null || !old) return null;
  const { rule } = violation;
  const example = exampleOf(rule, old, after, violation, null);
  if (example === null) return null;
  const examples = [{ ...example, origin: fix.file }];
  const description = `Learnt from an agent's fix of ${rule.id}`;
  const remedy = remedyOf(examples, { ruleId: rule.id, provenance: 'agent', description, created: today });
  if (remedy.kind !== 'pattern') return null;
  return (await whyUnproven(remedy.pattern, examples, [], [rule], within)) === null ? remedy.pattern : null;
}
