import { examplePaths } from '../engine/examples/example-paths.js';
import { checksOfExamples } from '../engine/examples/judge-examples.js';
import { isExecutable } from '../model/auto-fix.js';
import { DEFAULT_CONFIG } from '../model/config.js';
import type { Check, Example, Rule } from '../model/contract.js';
import type { HealOutcome } from '../model/heal-result.js';
import { parseSyntax } from '../syntax/parse-syntax.js';
import { type HealRequest, healViolations } from './heal.js';
import { makeLook } from './look.js';
import { memberOf } from './site/site.js';

/** An example that a rule's own fix does not mend. */
export interface UnmendedExample {
  readonly example: Example;
  /** The gate or condition that says no, by name; null where none was asked. */
  readonly gate: string | null;
  readonly reason: string;
}

type Basis = Pick<HealRequest, 'rules' | 'today' | 'within' | 'types'>;

/** Tries the `auto_fix` of a rule, in memory, on each example that is meant to violate it. */
export async function unmendedExamples(rule: Rule, basis: Basis): Promise<readonly UnmendedExample[]> {
  const tried = asTried(rule);
  if (rule.origin !== 'pattern' || !tried.checks.some(hasFix)) return [];
  const paths = examplePaths(rule);
  const rules = basis.rules.map((each) => (each === rule ? tried : each));
  const unmended: UnmendedExample[] = [];
  for (const example of rule.exampleViolations) {
    const path = paths.find((each) => parseSyntax(each, example.text)?.errors.length === 0) ?? paths[0];
    const failed = await failedOn(example, path, tried, { ...basis, rules });
    if (failed) unmended.push({ example, ...whyUnmended(failed) });
  }
  return unmended;
}

/** As its examples are judged: each stands for a file, and that is in scope where no name could be made of the globs. */
function asTried(rule: Rule): Rule {
  const checks = checksOfExamples(rule).map((check): Check => {
    return check.kind === 'required-pattern' ? { ...check, require: 'every' } : check;
  });
  return { ...rule, checks, scope: { globs: ['**'], select: (files) => files } };
}

function hasFix({ autoFix }: Check): boolean {
  return autoFix !== null && isExecutable(autoFix);
}

async function failedOn({ text }: Example, path: string, rule: Rule, basis: Basis): Promise<HealOutcome | undefined> {
  const { violations } = makeLook(path, [rule], basis.within)(text);
  const { result } = await healViolations({
    ...basis,
    runId: 'example',
    violations: violations.filter((violation) => hasFix(memberOf(violation).check)),
    files: [path],
    contractFiles: [],
    patterns: [],
    config: DEFAULT_CONFIG.healLoop,
    dryRun: true,
    ports: {
      read: () => ({ kind: 'text', text, bom: false }),
      write: () => ({ kind: 'refused', reason: 'this is an example' }),
    },
  });
  // A fix its author calls unsafe is suggested, and has done what it should.
  return result.outcomes.find(({ source }) => source !== 'auto_fix');
}

function whyUnmended({ attempts, reason }: HealOutcome): Pick<UnmendedExample, 'gate' | 'reason'> {
  const own = attempts.findLast(({ source }) => source === 'auto_fix');
  return { gate: own?.gate ?? null, reason: own?.detail ?? reason ?? 'nothing came of it' };
}
