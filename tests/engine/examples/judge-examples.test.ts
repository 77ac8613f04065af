import { describe, expect, it } from 'vitest';
import { judgeExamples, unjudged } from '../../../src/engine/examples/judge-examples.js';
import type { Rule } from '../../../src/model/contract.js';
import { domains, forbidden, makeRule, required } from '../../support/make-rule.js';

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

  it('says what hit a compliant example, and which check asked for what it lacks', () => {
    const [first, second] = noEval.checks;
    const example = { text: 'eval(new Function)', declaredAt: DECLARED };
    expect(judgeExamples(withExamples(noEval, [], [example.text]), () => true).disagreements).toEqual([
      { kind: 'hit', example, check: first, match: 'eval(' },
      { kind: 'hit', example, check: second, match: 'new Function' },
    ]);
    expect(judgeExamples(withExamples(auth, [], ['export']), () => true).disagreements).toMatchObject([
      { kind: 'lacking', check: auth.checks[0] },
    ]);
  });

  it('is undecided about what the regex engine cannot tell, and not where another check tells it', () => {
    // The regex engine runs out of stack.
    const rule = makeRule({}, forbidden(/^(?:a|b)*c/), forbidden(/eval/));
    const text = 'ab'.repeat(8_000_000);
    const verdict = judgeExamples(withExamples(rule, [text, `${text}eval`], [text]), () => true);
    expect(verdict.disagreements.map(({ kind }) => kind)).toEqual(['undecided', 'undecided']);
    for (const each of verdict.disagreements)
      expect(each).toMatchObject({ reason: expect.stringContaining('gave up') });
  });

  it('leaves every example undecided where none could be judged, for the reason given', () => {
    expect(unjudged(withExamples(noEval, ['a'], ['b']), 'it took too long')).toMatchObject({
      examples: 2,
      disagreements: [
        { kind: 'undecided', example: { text: 'a' }, reason: 'it took too long' },
        { kind: 'undecided', example: { text: 'b' }, reason: 'it took too long' },
      ],
    });
  });

  it('has no quarrel with the examples of a rule without checks', () => {
    expect(judge(withExamples(makeRule({}), ['a'], ['b']))).toEqual([]);
  });

  it.each([
    [['src/**/*.py'], 'src/example.py'],
    [['**/*.{tsx,jsx}'], 'example.tsx'],
    [['!**/*.test.js', 'src/**', 'lib/*.go'], 'src/example.go'],
    [['src/v1.2/**'], 'src/v1.2/example.ts'],
    [['src/**', '!**/*.py'], 'src/example.ts'],
    [['**/*.d.ts'], 'example.d.ts'],
    [['src/{api,jobs}/**', '!src/api/**'], 'src/jobs/example.ts'],
    [['src/*.{ts,!(x).ts}', '!**'], 'example.ts'],
  ])('reads an example as a file of the scope %j: %s', (scope, expected) => {
    const paths: string[] = [];
    const rule = makeRule({ scope }, forbidden(/eval/, { match: 'code' }));
    judgeExamples(withExamples(rule, ['eval'], []), (path) => paths.push(path) > 0);
    expect(paths).toEqual([expected]);
  });
});
