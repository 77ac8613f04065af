import { editBetween } from '../../src/heal/diff/edit-between.js';
import { stepOf, type Trial } from '../../src/heal/gates/gate.js';
import { makeLook } from '../../src/heal/look.js';
import type { Candidate } from '../../src/heal/proposers/candidate.js';
import { memberOf, type Site } from '../../src/heal/site/site.js';
import type { Rule } from '../../src/model/contract.js';
import type { FixSite } from '../../src/model/fix-site.js';
import { isCode } from '../../src/syntax/is-code.js';
import { recheck } from '../support/recheck.js';

interface TrialOptions {
  readonly path?: string;
  readonly seen?: readonly string[];
  /** A remedy with a regex of its own, as a stored pattern has one. */
  readonly remedy?: { readonly find: RegExp; readonly replace: string };
}

/**
 * A trial of the change from one text to another, for the first violation of the first rule. It does not
 * matter who proposed it: gates judge what came out.
 */
export function makeTrial(
  rules: readonly [Rule, ...Rule[]],
  before: string,
  after: string,
  options: TrialOptions = {},
): Trial {
  const { path = 'src/a.ts', seen = [before], remedy } = options;
  const [rule] = rules;
  const [violation] = recheck(rule, { path, text: before }, { isCode, requiredAny: 'here' }) ?? [];
  if (violation === undefined) throw new Error(`${rule.id} finds nothing in ${JSON.stringify(before)}`);
  const site: Site = { rule, file: path, members: [memberOf(violation)] };
  const through: FixSite = { path, text: before, rule, check: site.members[0].check, place: violation.place };
  const edits = [editBetween(before, after)];
  const candidate: Candidate = {
    source: 'test',
    pattern: null,
    onlySuggested: null,
    trigger: remedy?.find ?? null,
    fix: (again) => fixAgain(again, remedy),
    instruction: null,
  };
  return {
    path,
    before,
    after,
    parts: [{ site, through, candidate, edits }],
    edits,
    history: seen.map((text) => stepOf(text, [])),
    rules,
    look: makeLook(path, rules),
  };
}

function fixAgain({ place }: FixSite, remedy: TrialOptions['remedy']): ReturnType<Candidate['fix']> {
  if (place === null || remedy === undefined) throw new Error('nothing was to be found again');
  const text = place.match.replace(new RegExp(remedy.find.source), remedy.replace);
  return { kind: 'fix', fix: { edits: [{ range: place.range, text }], applicability: 'safe' } };
}
