// The conditions an owner may put on a fix. Each is a question to one site; what cannot be told counts as not met.
import type { Condition } from '../../model/auto-fix.js';
import { CONDITIONS, type ConditionName } from '../../model/condition.js';
import type { FixInstruction, FixSite } from '../../model/fix-site.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import type { FixTask } from '../draft.js';
import { argument } from './argument.js';
import { argumentOf } from './argument-of.js';
import { nameFree } from './name-free.js';
import { operands } from './operands.js';
import { outsideTry } from './outside-try.js';
import type { Predicate } from './predicate.js';
import { resultUnused } from './result-unused.js';
import { targetLib } from './target-lib.js';
import { value } from './value.js';

const PREDICATES: Readonly<Record<ConditionName, Predicate>> = {
  operands,
  value,
  argument,
  'name-free': nameFree,
  'target-lib': targetLib,
  'result-unused': resultUnused,
  'outside-try': outsideTry,
  'array-argument': argumentOf('array'),
  'string-argument': argumentOf('string'),
  'map-argument': argumentOf('map'),
  'set-argument': argumentOf('set'),
};

/** The conditions a fix is asked for: its own, and for a stored pattern those of its rule as well. */
export function conditionsOf(site: FixSite, instruction: FixInstruction): readonly Condition[] {
  const inherited = instruction.search ? (site.check.autoFix?.when ?? []) : [];
  return [...instruction.when, ...inherited];
}

export function askConditions(task: FixTask): Refusal | null {
  for (const { name, argument: given } of conditionsOf(task.site, task.instruction)) {
    if (!isCondition(name)) throw new Error(`condition "${name}" was not checked when it was read`);
    const reason = PREDICATES[name](task, given);
    if (reason !== null) return refuse(name, reason);
  }
  return null;
}

function isCondition(name: string): name is ConditionName {
  return Object.hasOwn(CONDITIONS, name);
}
