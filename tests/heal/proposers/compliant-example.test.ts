import { describe, expect, it } from 'vitest';
import { compliantExample } from '../../../src/heal/proposers/compliant-example.js';
import type { Rule } from '../../../src/model/contract.js';
import { applyEdits } from '../../../src/model/edit.js';
import type { FixSite } from '../../../src/model/fix-site.js';
import { forbidden, makeRule, required } from '../../support/make-rule.js';
import { recheck } from '../../support/recheck.js';

const DECLARED = { file: 'contracts/test.yml', line: 1, column: 1 };
const EVAL = /\beval\(/;
const withExamples = (violating: readonly string[], compliant: readonly string[], pattern = EVAL): Rule => ({
  ...makeRule({ id: 'EX-1' }, forbidden(pattern)),
  exampleViolations: violating.map((text) => ({ text, declaredAt: DECLARED })),
  exampleCompliant: compliant.map((text) => ({ text, declaredAt: DECLARED })),
});

/** What the example makes of a text, why it does not, or null where it has nothing to say. */
async function healed(rule: Rule, text: string, path = 'src/a.ts'): Promise<string | null> {
  const [violation] = recheck(rule, { path, text }, { requiredAny: 'here' }) ?? [];
  const [check] = rule.checks;
  if (violation === undefined || check === undefined) throw new Error('nothing is violated');
  const site: FixSite = { path, text, rule, check, place: violation.place };
  const [candidate] = compliantExample(site);
  if (candidate === undefined) return null;
  expect(candidate).toMatchObject({
    source: 'example',
    pattern: null,
    onlySuggested: 'an example shows one way out, not that it is right here',
    trigger: null,
    instruction: null,
  });
  const answer = await candidate.fix(site);
  if (answer.kind === 'refused') return `<${answer.condition}> ${answer.detail}`;
  expect(answer.fix.applicability).toBe('safe');
  return applyEdits(text, answer.fix.edits);
}

describe('a compliant example', () => {
  const one = withExamples(['eval(a);'], ['JSON.parse(a);']);

  it.each<[string, Rule, string, string]>([
    ['the line it answers', one, 'f();\neval(a);\ng();\n', 'f();\nJSON.parse(a);\ng();\n'],
    ['the line with other white space around', one, '  eval(a);\t\n', '  JSON.parse(a);\t\n'],
    [
      'the one line of several that differs',
      withExamples(['f();\neval(a);\ng();'], ['f();\n\n  JSON.parse(a);\r\ng();\n']),
      'eval(a);\n',
      'JSON.parse(a);\n',
    ],
    ['the first of two', one, 'eval(a);\neval(a);\n', 'JSON.parse(a);\neval(a);\n'],
  ])('is put in the place of %s', async (_, rule, text, expected) => {
    expect(await healed(rule, text)).toBe(expected);
  });

  it.each<[string, Rule, string]>([
    ['another line', one, 'eval(b);\n'],
    ['a line that holds more', one, 'eval(a); more();\n'],
    ['a rule without examples', withExamples([], []), 'eval(a);\n'],
    ['a violating one alone', withExamples(['eval(a);'], []), 'eval(a);\n'],
    ['a compliant one alone', withExamples([], ['JSON.parse(a);']), 'eval(a);\n'],
    ['two violating ones', withExamples(['eval(a);', 'eval(b);'], ['JSON.parse(a);']), 'eval(a);\n'],
    ['two compliant ones', withExamples(['eval(a);'], ['JSON.parse(a);', 'run(a);']), 'eval(a);\n'],
    ['more lines', withExamples(['eval(a);'], ['JSON.parse(a);\nrun();']), 'eval(a);\n'],
    ['fewer lines', withExamples(['f();\neval(a);'], ['f();']), 'eval(a);\n'],
    ['two lines that differ', withExamples(['eval(a);\nf();'], ['JSON.parse(a);\ng();']), 'eval(a);\n'],
    ['no line that differs', withExamples(['eval(a);'], ['eval(a);']), 'eval(a);\n'],
    ['a line that does not differ', withExamples(['eval(a);\nf();'], ['eval(a);\ng();']), 'eval(a);\n'],
  ])('says nothing of %s', async (_, rule, text) => {
    expect(await healed(rule, text)).toBeNull();
  });

  it('says nothing of what is missing', async () => {
    const rule = { ...one, checks: makeRule({}, required(/licence/)).checks };
    expect(await healed(rule, 'x\n')).toBeNull();
  });

  it.each<[string, Rule, string, string, string?]>([
    [
      'in a language that is not understood',
      one,
      'eval(a);\n',
      '<language-not-understood> Examples are only applied where syntax is understood.',
      'src/a.py',
    ],
    ['in a comment', one, '/*\neval(a);\n*/\n', '<position-is-code> The line does not stand in code.'],
    [
      'for a match over more lines',
      withExamples(['eval(a);'], ['JSON.parse(a);'], /eval\([^)]*\);\ng/),
      'eval(a);\ng();\n',
      '<match-is-whole> The match reaches beyond the line of the example.',
    ],
  ])('is not applied %s', async (_, rule, text, expected, path) => {
    expect(await healed(rule, text, path)).toBe(expected);
  });

  it('is not applied where it would not parse, or names what nobody declares', async () => {
    expect(await healed(withExamples(['eval(a);'], ['JSON.parse(a;']), 'eval(a);\n')).toMatch(/^<result-parses>/);
    expect(await healed(withExamples(['eval(a);'], ['safely(a);']), 'eval(a);\n')).toMatch(/^<name-unbound>/);
  });
});
