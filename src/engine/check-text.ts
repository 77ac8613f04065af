// One text against rules. Knows nothing of scopes, exemptions or other files; reads nothing and prints nothing.
// A required pattern that any file may satisfy is only noted here; `conclude` decides over the whole scope.
import type { Check, Rule } from '../model/contract.js';
import { indexLines, type LineIndex } from '../model/position.js';
import { incomplete, type Problem } from '../model/problem.js';
import type { Violation } from '../model/violation.js';
import { checkKey } from './check-key.js';
import type { CheckSource, IsCode } from './check-source.js';
import { type CheckAnswer, MAX_SIGHTINGS } from './checks/check-answer.js';
import { runCheck } from './checks/index.js';
import { requiresAny } from './requires-any.js';
import { fingerprintsOf } from './violations/fingerprint.js';
import { placeOf } from './violations/place-of.js';
import { violationOf } from './violations/violation-of.js';

export interface TextReport {
  readonly violations: readonly Violation[];
  /** Keys (`checkKey`) of `any` required checks that this text satisfies. */
  readonly satisfied: readonly string[];
  /** Keys of `any` required checks that could not be judged on this text. */
  readonly undecided: readonly string[];
  readonly problems: readonly Problem[];
}

export interface CheckOptions {
  /** Asked for `match: code` checks; without it every match counts. */
  readonly isCode?: IsCode | undefined;
  /** Which checks to run; all when left out. */
  readonly wants?: ((rule: Rule, check: Check) => boolean) | undefined;
}

export function checkText(source: CheckSource, rules: readonly Rule[], options: CheckOptions = {}): TextReport {
  const isCode = options.isCode ?? everythingIsCode;
  const fingerprints = fingerprintsOf(source.path);
  const violations: Violation[] = [];
  const satisfied: string[] = [];
  const undecided: string[] = [];
  const problems: Problem[] = [];
  let lines: LineIndex | null = null;

  for (const rule of rules) {
    for (const check of rule.checks) {
      if (options.wants && !options.wants(rule, check)) continue;
      const answer = runCheck(check, source, isCode);
      switch (answer.kind) {
        case 'clean':
          break;
        case 'seen':
          lines ??= indexLines(source.text);
          for (const sighting of answer.sightings) {
            const fingerprint = fingerprints.next(rule.id, check, sighting.match);
            violations.push(violationOf(rule, check, source.path, placeOf(sighting, lines), fingerprint));
          }
          if (answer.cut) problems.push(tooManyMatches(rule, source.path));
          break;
        case 'satisfied':
          if (requiresAny(check)) satisfied.push(checkKey(rule, check));
          break;
        case 'unmet':
          if (requiresAny(check)) break;
          violations.push(violationOf(rule, check, source.path, null, fingerprints.next(rule.id, check, null)));
          break;
        case 'undecided':
          if (requiresAny(check)) undecided.push(checkKey(rule, check));
          problems.push(couldNotJudge(rule, source.path, answer));
          break;
      }
    }
  }
  return { violations, satisfied, undecided, problems };
}

const everythingIsCode: IsCode = () => true;

function tooManyMatches(rule: Rule, file: string): Problem {
  return incomplete(
    'check/too-many-matches',
    file,
    `${rule.id} matches more than ${MAX_SIGHTINGS} times in this file; the rest was not looked at.`,
    'Narrow the pattern, or take the file out of the scope of the rule.',
  );
}

function couldNotJudge(rule: Rule, file: string, answer: Extract<CheckAnswer, { kind: 'undecided' }>): Problem {
  return incomplete(answer.code, file, `${rule.id} could not be judged here: ${answer.reason}.`, answer.help);
}
