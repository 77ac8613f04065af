import { describe, expect, it } from 'vitest';
import { findSilentRules } from '../../../src/engine/blind-spots/find-silent-rules.js';
import { checkText } from '../../../src/engine/check-text.js';
import type { Bounded } from '../../../src/model/bounded.js';
import type { Rule } from '../../../src/model/contract.js';
import { forbidden, makeRule, required } from '../../support/make-rule.js';

const withExample = (rule: Rule, text: string): Rule => ({
  ...rule,
  exampleViolations: [{ text, declaredAt: { file: 'contracts/test.yml', line: 1, column: 1 } }],
});
const atOnce: Bounded = (work) => ({ kind: 'done', value: work() });
const FILES = ['src/a.ts'];

function silent(rule: Rule, text = 'const a = 1;\n', bounded = atOnce): readonly string[] {
  const { violations } = checkText({ path: 'src/a.ts', text }, [rule]);
  const seen = { rules: [rule], files: FILES, violations, fired: new Set<string>() };
  return findSilentRules(seen, () => true, bounded, 10).map(({ message }) =>
    message.replace(/^\S+ finds nothing in the project, and /, ''),
  );
}

describe('a rule that was never seen to fire', () => {
  const noEval = makeRule({}, forbidden(/eval\(/));

  it.each<[string, Rule, string[]]>([
    ['has no example', noEval, ['it has no example_violation that would show that it can.']],
    ['misses its own example', withExample(noEval, 'evil(x)'), ['it does not catch its own example_violation either.']],
    [
      'shows that it can only where its example is the whole file',
      withExample(makeRule({}, forbidden(/^import x$/)), 'import x'),
      ['it catches its example_violation only as a text of its own, not among other lines.'],
    ],
    ['but shows that it can in lines', withExample(makeRule({}, forbidden(/^import x$/m)), 'import x'), []],
    ['but shows that it can', withExample(noEval, 'eval(x)'), []],
    ['but only requires', makeRule({}, required(/const/)), []],
    ['but is a journey', { ...noEval, origin: 'journey' }, []],
  ])('%s', (_, rule, told) => expect(silent(rule)).toEqual(told));

  it('is none that finds something', () => expect(silent(noEval, 'eval(x)\n')).toEqual([]));

  it('is none that did once', () => {
    const seen = { rules: [noEval], files: FILES, violations: [], fired: new Set([noEval.id]) };
    expect(findSilentRules(seen, () => true, atOnce, 10)).toEqual([]);
  });

  it('is none that has no file to look at: that is told of its scope', () => {
    const seen = { rules: [noEval], files: [], violations: [], fired: new Set<string>() };
    expect(findSilentRules(seen, () => true, atOnce, 10)).toEqual([]);
  });

  it('is not told where there was no time to find out', () => {
    expect(silent(withExample(noEval, 'evil(x)'), '', () => ({ kind: 'timeout', milliseconds: 10 }))).toEqual([]);
  });
});
