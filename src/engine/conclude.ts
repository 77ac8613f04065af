import type { Check, Rule } from '../model/contract.js';
import type { Finding } from '../model/finding.js';
import { groupBy } from '../model/group-by.js';
import type { Problem } from '../model/problem.js';
import type { Violation } from '../model/violation.js';
import { checkKey } from './check-key.js';
import { listNames } from './list-names.js';
import { requiresAny } from './requires-any.js';
import { fingerprintsOf } from './violations/fingerprint.js';
import { violationOf } from './violations/violation-of.js';

/** What was seen of one rule's whole scope. */
export interface RuleCoverage {
  readonly rule: Rule;
  /** Files its scope selects. */
  readonly files: number;
  /** Files of its scope that could not be looked at. */
  readonly unseen: number;
}

/** What was noted about `any` required checks, as `checkKey`s, over all texts. */
export interface RequiredNotes {
  readonly satisfied: ReadonlySet<string>;
  readonly undecided: ReadonlySet<string>;
}

export interface Conclusion {
  readonly violations: readonly Violation[];
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
}

/**
 * What only the whole scope can tell: required patterns found nowhere, and scopes that select nothing.
 * A pattern is called absent only when every file of the scope was looked at.
 */
export function conclude(coverages: readonly RuleCoverage[], notes: RequiredNotes): Conclusion {
  const violations: Violation[] = [];
  const problems: Problem[] = [];
  const fingerprints = fingerprintsOf(null);
  for (const { rule, files, unseen } of coverages) {
    for (const check of rule.checks) {
      if (check.kind !== 'required-pattern') continue;
      const isAbsent = files === 0 || (requiresAny(check) && !notes.satisfied.has(checkKey(rule, check)));
      if (!isAbsent) continue;
      if (unseen > 0 || notes.undecided.has(checkKey(rule, check))) problems.push(undecided(rule, check));
      else violations.push(violationOf(rule, check, null, null, fingerprints.next(rule.id, check, null)));
    }
  }
  return { violations, problems, findings: emptyScopes(coverages) };
}

function undecided(rule: Rule, check: Check): Problem {
  return {
    code: 'check/undecided',
    severity: 'incomplete',
    file: check.declaredAt.file,
    line: check.declaredAt.line,
    column: check.declaredAt.column,
    message: `${rule.id}: the required pattern was not found, but some files of its scope could not be looked at.`,
    help: 'Mend or exclude the files named above, then check again.',
  };
}

/** One finding for all the rules of a contract that share an empty scope, so that a silent pack speaks once. */
function emptyScopes(coverages: readonly RuleCoverage[]): Finding[] {
  const idle = coverages
    .filter(({ rule, files }) => files === 0 && rule.checks.some((check) => check.kind !== 'required-pattern'))
    .map(({ rule }) => rule);
  const groups = groupBy(idle, ({ declaredAt, scope }) => [declaredAt.file, ...scope.globs].join('\0'));
  return [...groups.values()].map(emptyScope);
}

function emptyScope(rules: readonly Rule[]): Finding {
  const [first] = rules as readonly [Rule, ...Rule[]];
  return {
    code: 'scope/empty',
    ruleId: rules.length === 1 ? first.id : null,
    ruleIds: rules.map((rule) => rule.id),
    file: first.declaredAt.file,
    line: first.declaredAt.line,
    message: `The scope of ${listNames(rules.map((rule) => rule.id))} selects no file: ${listNames(first.scope.globs)}`,
    help: `These rules guard nothing here. ${remedyFor(first.scope.globs)}`,
  };
}

/** The two spellings people reach for that look like a scope and select nothing. */
function remedyFor(globs: readonly string[]): string {
  const list = globs.find((glob) => /,\s/.test(glob) && !glob.includes('{'));
  if (list !== undefined) return `"${list}" is one glob: write a list with one glob an entry.`;
  const folder = globs.find((glob) => /^[\w@-][\w@/-]*$/.test(glob));
  if (folder !== undefined) return `If ${folder} is a folder, write ${folder}/ for everything below it.`;
  return 'Correct the globs, or drop the rules.';
}
