import type { HealOutcome } from '../../../src/model/heal-result.js';
import { type Healed, healInMemory, type Remedy } from './heal-in-memory.js';
import type { Case, Files } from './read-cases.js';

export interface CaseResult {
  readonly kind: 'as-expected' | 'wrong';
  /** What differs from the expectation, for a person; empty when nothing does. */
  readonly complaints: readonly string[];
}

/** Heals a case twice and compares: the texts, what was escalated and why, and that the second heal changes nothing. */
export async function runCase(each: Case, whole: Remedy): Promise<CaseResult> {
  const remedy = rulesFor(whole, [...each.before.keys()]);
  const healed = await healInMemory(each.before, remedy);
  const complaints = judge(each, healed);
  const again = await healInMemory(healed.files, remedy);
  if (!sameFiles(again.files, healed.files)) complaints.push(`a second heal changes it again:\n${show(again.files)}`);
  return { kind: complaints.length === 0 ? 'as-expected' : 'wrong', complaints };
}

/** A category's rules each have their folder; one that selects nothing in this case would complain about that. */
function rulesFor({ contract, patterns }: Remedy, paths: readonly string[]): Remedy {
  const rules = contract.rules.filter((rule) => rule.scope.select(paths).length > 0);
  return { contract: { ...contract, rules }, patterns };
}

function judge(each: Case, { files, found, answer }: Healed): string[] {
  const complaints = [...found.problems, ...answer.result.problems].map(({ message }) => `problem: ${message}`);
  const { outcomes } = answer.result;
  if (each.clean) {
    if (outcomes.length > 0) complaints.push(`found a violation: ${outcomes.map(describe).join('; ')}`);
    return complaints;
  }
  if (outcomes.length === 0) complaints.push('found no violation');
  if (each.others.some((other) => sameFiles(other, files))) return complaints;
  if (!sameFiles(each.expected, files)) complaints.push(`got:\n${show(files)}${outcomes.map(describe).join('\n')}`);
  else complaints.push(...judgeOutcomes(each, outcomes));
  return complaints;
}

function judgeOutcomes({ escalates, before, expected }: Case, outcomes: readonly HealOutcome[]): string[] {
  const open = outcomes.filter(({ status }) => status !== 'healed');
  const complaints = open
    .filter((outcome) => ![...namesOf(outcome), '*'].some((name) => escalates.includes(name)))
    .map(describe);
  if (escalates.length > 0 && open.length === 0) complaints.push('nothing was escalated');
  if (!sameFiles(before, expected) && open.length === outcomes.length) complaints.push('nothing counts as healed');
  return complaints;
}

/** What may stand in an expectation: the condition or gate of an attempt, its outcome, or why there was no attempt. */
function namesOf({ attempts, reason }: HealOutcome): readonly string[] {
  const names = attempts.flatMap(({ gate, outcome }) => [gate ?? outcome, outcome]);
  if (names.length > 0) return names;
  if (/^Interacts with|overlap/.test(reason ?? '')) return ['interacts'];
  if (/files may hold it/.test(reason ?? '')) return ['candidates'];
  if (/hint|No fix is known/.test(reason ?? '')) return ['no-candidate'];
  return [reason ?? ''];
}

function describe(outcome: HealOutcome): string {
  const { violation, status, reason } = outcome;
  const place = violation.place ? `${violation.place.line}:${violation.place.column}` : 'absent';
  return `${violation.rule.id} at ${violation.file}:${place} ${status} (${namesOf(outcome).join(', ')}): ${reason}`;
}

function sameFiles(a: Files, b: Files): boolean {
  return a.size === b.size && [...a].every(([path, text]) => b.get(path) === text);
}

function show(files: Files): string {
  return [...files].map(([path, text]) => `--- ${path}\n${text}`).join('\n');
}
