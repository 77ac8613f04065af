import type { Check, Rule } from '../../model/contract.js';
import { incomplete, type Problem } from '../../model/problem.js';
import type { SuppressionsRead } from '../../model/suppression.js';
import { checkKey } from '../check-key.js';
import type { CheckSource, IsCode } from '../check-source.js';
import { requiresAny } from '../requires-any.js';
import { inspectText } from './inspect-text.js';
import type { InspectedText, Wants } from './inspection.js';
import type { TimeBudget } from './time-budget.js';

/** Checks that are judged, or run out of time, as one: those of a rule, or one required pattern of a whole scope. */
interface Unit {
  readonly id: string;
  readonly rule: Rule;
  /** Where this is a required pattern of a whole scope. */
  readonly isRequired: boolean;
}

/**
 * What `inspectText` says, within a budget of time. All rules are tried at once; where that takes too long each is
 * tried alone, and those that run out of time are named as not judged.
 */
export function inspectWithin(
  budget: TimeBudget,
  source: CheckSource,
  rules: readonly Rule[],
  wants: Wants,
  isCode: IsCode | undefined,
  suppressions: SuppressionsRead,
): InspectedText {
  const look = (asked: readonly Rule[], wanted: Wants): InspectedText =>
    inspectText(source, asked, wanted, isCode, suppressions);
  const lookAlone = (unit: Unit): InspectedText => {
    if (budget.isGivenUp(unit.id)) return unjudged(unit, gaveUp(unit.rule, source.path), suppressions);
    const answer = budget.alone(unit.id, () =>
      look([unit.rule], (rule, check) => wants(rule, check) && unitId(rule, check) === unit.id),
    );
    return answer.kind === 'done'
      ? answer.value
      : unjudged(unit, outOfTime(unit.rule, source.path, answer.milliseconds), suppressions);
  };

  const suspects = budget.hasSuspects ? unitsOf(rules, wants).filter(({ id }) => budget.isSuspect(id)) : [];
  const apart = new Set(suspects.map(({ id }) => id));
  const trusts: Wants =
    apart.size === 0 ? wants : (rule, check) => wants(rule, check) && !apart.has(unitId(rule, check));
  const trusted = apart.size === 0 ? rules : rules.filter((rule) => rule.checks.some((check) => trusts(rule, check)));
  const most = budget.together(() => look(trusted, trusts));
  if (most.kind === 'done' && apart.size === 0) return most.value;
  return most.kind === 'done'
    ? merge([most.value, ...suspects.map(lookAlone)], suppressions)
    : merge(unitsOf(rules, wants).map(lookAlone), suppressions);
}

function unitId(rule: Rule, check: Check): string {
  return requiresAny(check) ? checkKey(rule, check) : rule.id;
}

function unitsOf(rules: readonly Rule[], wants: Wants): readonly Unit[] {
  const units = new Map<string, Unit>();
  for (const rule of rules) {
    for (const check of rule.checks) {
      const id = unitId(rule, check);
      if (wants(rule, check)) units.set(id, { id, rule, isRequired: requiresAny(check) });
    }
  }
  return [...units.values()];
}

function unjudged({ id, isRequired }: Unit, problem: Problem, suppressions: SuppressionsRead): InspectedText {
  return {
    kind: 'text',
    violations: [],
    problems: isRequired ? [] : [problem],
    satisfied: [],
    undecided: isRequired ? [{ key: id, problems: [problem] }] : [],
    suppressions,
  };
}

function merge(parts: readonly InspectedText[], suppressions: SuppressionsRead): InspectedText {
  return {
    kind: 'text',
    violations: parts.flatMap(({ violations }) => violations),
    problems: parts.flatMap(({ problems }) => problems),
    satisfied: parts.flatMap(({ satisfied }) => satisfied),
    undecided: parts.flatMap(({ undecided }) => undecided),
    suppressions,
  };
}

function outOfTime(rule: Rule, file: string, milliseconds: number): Problem {
  return incomplete(
    'check/timeout',
    file,
    `${rule.id} could not be judged here: it did not finish within ${milliseconds} ms.`,
    HELP,
  );
}

/** Alike for all files of a rule, so that they can be told as one. */
function gaveUp(rule: Rule, file: string): Problem {
  return incomplete('check/given-up', file, `${rule.id} was given up, because it had run out of time before.`, HELP);
}

const HELP =
  'Simplify the pattern: nothing repeated within a repetition such as (a+)+, no two repetitions that can match the same text in a row such as \\s*\\s*, `{0,80}` instead of `*`. Or keep such files out of its scope, or raise `time_limits` in .specflow/config.json.';
