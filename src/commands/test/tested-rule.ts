import type { Disagreement, ExampleVerdict } from '../../engine/examples/judge-examples.js';
import type { UnmendedExample } from '../../heal/heal-examples.js';
import { sanitize } from '../../model/sanitize.js';

/** What a rule says about its examples, and what its fix leaves of them. */
export interface TestedRule extends ExampleVerdict {
  readonly unmended: readonly UnmendedExample[];
}

export interface Counts {
  readonly rules: number;
  readonly examples: number;
  readonly passed: number;
  readonly failed: number;
  readonly withoutExamples: number;
}

export function countsOf(verdicts: readonly ExampleVerdict[]): Counts {
  const failed = verdicts.filter(({ disagreements }) => disagreements.length > 0).length;
  const withoutExamples = verdicts.filter(({ examples }) => examples === 0).length;
  const examples = verdicts.reduce((sum, verdict) => sum + verdict.examples, 0);
  const passed = verdicts.length - failed - withoutExamples;
  return { rules: verdicts.length, examples, passed, failed, withoutExamples };
}

/** Why an example speaks against its rule, as a clause for people. */
export function reasonOf(disagreement: Disagreement): string {
  switch (disagreement.kind) {
    case 'not-caught':
      return 'meant to violate, but no pattern catches it';
    case 'hit':
      return `meant to comply, but hit by ${checkText(disagreement)} at "${sanitize(disagreement.match)}"`;
    case 'lacking':
      return `meant to comply, but lacks what ${checkText(disagreement)} requires`;
    case 'undecided':
      return `could not be judged: ${sanitize(disagreement.reason)}`;
  }
}

function checkText({ check }: Extract<Disagreement, { kind: 'hit' | 'lacking' }>): string {
  return sanitize('pattern' in check ? check.pattern.written : check.message);
}
