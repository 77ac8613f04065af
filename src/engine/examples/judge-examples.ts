import type { Check, Example, Rule } from '../../model/contract.js';
import type { IsCode } from '../check-source.js';
import type { CheckAnswer } from '../checks/check-answer.js';
import { runCheck } from '../checks/index.js';
import { examplePaths } from './example-paths.js';

/** What a rule says about its own examples. */
export interface ExampleVerdict {
  readonly rule: Rule;
  /** Examples judged. */
  readonly examples: number;
  readonly disagreements: readonly Disagreement[];
  /** Those that are caught as a text of their own, and not with a line before and after them as in a file. */
  readonly caughtAlone: readonly Example[];
}

export type Disagreement =
  /** An example that is meant to violate, and nothing catches it. */
  | { readonly kind: 'not-caught'; readonly example: Example }
  /** An example that is meant to comply, and a check hits it. */
  | { readonly kind: 'hit'; readonly example: Example; readonly check: Check; readonly match: string }
  /** An example that is meant to comply lacks what the rule requires. */
  | { readonly kind: 'lacking'; readonly example: Example; readonly check: Check }
  /** A check could not judge the example. */
  | { readonly kind: 'undecided'; readonly example: Example; readonly reason: string };

/**
 * Judges a rule by its own examples. Where a rule forbids anything, its examples are excerpts: one is caught by what
 * is forbidden, and is not asked for what a whole file must hold. Where a rule only requires, an example stands for
 * a file: the compliant one satisfies every check, the violating one misses at least one.
 *
 * @param isCode asked for `match: code` checks, with a path the rule's scope suggests
 */
export function judgeExamples(rule: Rule, isCode: IsCode): ExampleVerdict {
  const checks = checksOfExamples(rule);
  const [path] = examplePaths(rule);
  const look = (check: Check, example: Example) => runCheck(check, { path, text: example.text }, isCode);

  const violating = rule.exampleViolations.flatMap((example): Disagreement[] => {
    const answers = checks.map((check) => look(check, example));
    if (answers.some(isCaught)) return [];
    const undecided = answers.find((answer) => answer.kind === 'undecided');
    return [undecided ? { kind: 'undecided', example, reason: undecided.reason } : { kind: 'not-caught', example }];
  });
  const compliant = rule.exampleCompliant.flatMap((example) =>
    checks.flatMap((check) => complaintOf(look(check, example), example, check)),
  );
  const examples = rule.exampleViolations.length + rule.exampleCompliant.length;
  const missed = new Set(violating.map(({ example }) => example));
  // What is code stays code between two lines.
  const isLost = ({ text }: Example): boolean =>
    checks.every((check) => runCheck(check, { path, text: `\n${text}\n` }, () => true).kind === 'clean');
  return {
    rule,
    examples,
    disagreements: checks.length === 0 ? [] : [...violating, ...compliant],
    caughtAlone: rule.exampleViolations.filter((example) => !missed.has(example) && isLost(example)),
  };
}

function isCaught({ kind }: CheckAnswer): boolean {
  return kind === 'seen' || kind === 'unmet';
}

/** What an example is asked for: a whole file must hold more than an excerpt does. */
export function checksOfExamples({ checks }: Rule): readonly Check[] {
  const forbidding = checks.filter(({ kind }) => kind !== 'required-pattern');
  return forbidding.length > 0 ? forbidding : checks;
}

/** The verdict on a rule whose examples could not be judged, for one reason; one without examples has none to judge. */
export function unjudged(rule: Rule, reason: string): ExampleVerdict {
  const examples = [...rule.exampleViolations, ...rule.exampleCompliant];
  const disagreements = examples.map((example): Disagreement => ({ kind: 'undecided', example, reason }));
  return { rule, examples: examples.length, disagreements, caughtAlone: [] };
}

function complaintOf(answer: CheckAnswer, example: Example, check: Check): readonly Disagreement[] {
  switch (answer.kind) {
    case 'seen':
      return [{ kind: 'hit', example, check, match: answer.sightings[0]?.match ?? '' }];
    case 'unmet':
      return [{ kind: 'lacking', example, check }];
    case 'undecided':
      return [{ kind: 'undecided', example, reason: answer.reason }];
    case 'clean':
    case 'satisfied':
      return [];
  }
}
