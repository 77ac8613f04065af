import { describe, expect, it } from 'vitest';
import { judgeExamples } from '../../src/engine/judge-examples.js';
import type { Rule } from '../../src/model/contract.js';
import { domains, forbidden, makeRule, required } from '../support/make-rule.js';

const DECLARED = { file: 'contracts/test.yml', line: 1, column: 1 };
const withExamples = (rule: Rule, violating: readonly string[], compliant: readonly string[]): Rule => ({
  ...rule,
  exampleViolations: violating.map((text) => ({ text, declaredAt: DECLARED })),
  exampleCompliant: compliant.map((text) => ({ text, declaredAt: DECLARED })),
});
const judge = (rule: Rule) =>
  judgeExamples(rule, (_, text, offset) => !text.slice(0, offset).includes('//')).disagreements.map(({ kind }) => kind);

describe('judgeExamples', () => {
  const noEval = makeRule({}, forbidden(/eval\(/), forbidden(/new Function/));
  const auth = makeRule({}, required(/authenticate/), required(/export/));
  const mixed = makeRule({}, forbidden(/eval\(/), required(/use strict/));

  it.each<[string, Rule, string[]]>([
    ['agreeing examples', withExamples(noEval, ['eval(x)', 'new Function(x)'], ['run(x)']), []],
    ['a violation nothing catches', withExamples(noEval, ['evil(x)'], []), ['not-caught']],
    ['a compliant one that is hit', withExamples(noEval, [], ['eval(x)']), ['hit']],
    ['every check that hits', withExamples(noEval, [], ['eval(new Function)']), ['hit', 'hit']],
    ['a required rule that agrees', withExamples(auth, ['export {}'], ['export authenticate']), []],
    ['a compliant one that lacks something', withExamples(auth, [], ['export {}']), ['lacking']],
    ['a violation that has everything', withExamples(auth, ['export authenticate'], []), ['not-caught']],
    ['an excerpt of a rule that also requires', withExamples(mixed, ['eval(x)'], ['run(x)']), []],
    ['an absence that catches nothing in an excerpt', withExamples(mixed, ['run(x)'], []), ['not-caught']],
    ['a domain', withExamples(makeRule({}, domains('forbid', ['a.io'])), ['"https://a.io/x"'], ['"https://b.io"']), []],
    [
      'a comment where only code counts',
      withExamples(makeRule({}, forbidden(/eval/, { match: 'code' })), ['// eval'], ['// eval']),
      ['not-caught'],
    ],
  ])('%s', (_, rule, expected) => {
    expect(judge(rule)).toEqual(expected);
  });

  it('counts what it judged', () => {
    expect(judgeExamples(withExamples(noEval, ['eval('], ['a', 'b']), () => true).examples).toBe(3);
  });
});
