import { describe, expect, it } from 'vitest';
import { checkText } from '../../../src/engine/check-text.js';
import { domains, forbidden, makeRule, required } from '../../support/make-rule.js';

const prints = (text: string, rule = makeRule({}, forbidden(/eval\s*\(\w*\)/)), path = 'a.ts') =>
  checkText({ path, text }, [rule]).violations.map((violation) => violation.fingerprint);

describe('fingerprints', () => {
  it('are 16 hex digits', () => expect(prints('eval()')[0]).toMatch(/^[0-9a-f]{16}$/));

  it('stay when lines move, other checks come and go, and white space changes', () => {
    const [known] = prints('eval ()');
    expect(prints('\n\n  x; eval ()')).toEqual([known]);
    expect(prints('eval\n\t()')).toEqual([known]);
    expect(prints('eval ()', makeRule({}, forbidden(/never/), forbidden(/eval\s*\(\w*\)/)))).toEqual([known]);
  });

  it('differ by match, occurrence, file, rule and pattern', () => {
    const all = [
      ...prints('eval() eval() eval(x)'),
      ...prints('eval()', undefined, 'b.ts'),
      ...prints('eval()', makeRule({ id: 'OTHER' }, forbidden(/eval\s*\(\w*\)/))),
      ...prints('eval()', makeRule({}, forbidden(/eval\(\)/))),
      ...prints('', makeRule({}, required(/x/, { require: 'every' }))),
      ...prints('"https://a.b"', makeRule({}, domains('forbid', ['a.b']))),
      ...prints('"https://a.b"', makeRule({}, domains('allow', []))),
    ];
    expect(all).toHaveLength(9);
    expect(new Set(all).size).toBe(9);
  });

  it('differ for two checks of a rule that are written alike', () => {
    const twice = prints('eval()', makeRule({}, forbidden(/eval\(\)/), forbidden(/eval\(\)/)));
    expect(new Set(twice).size).toBe(2);
  });

  it('tell halves of characters apart', () => {
    const all = prints('"😀" "🚀"', makeRule({}, forbidden(/[^\x00-\x7f]/)));
    expect(all).toHaveLength(4);
    expect(new Set(all).size).toBe(4);
  });

  it('do not depend on which is asked for first, or how often', () => {
    const text = 'eval() eval(x) eval() eval()';
    const inOrder = prints(text);
    const { violations } = checkText({ path: 'a.ts', text }, [makeRule({}, forbidden(/eval\s*\(\w*\)/))]);
    for (const at of [2, 0, 3, 1, 2]) expect(violations[at]?.fingerprint).toBe(inOrder[at]);
    expect(violations.map((violation) => ({ ...violation }).fingerprint)).toEqual(inOrder);
    expect(JSON.parse(JSON.stringify(violations[3])).fingerprint).toBe(inOrder[3]);
  });

  it.each([
    ['a match', 'eval()', undefined, ['7e2a4acc00b55785']],
    [
      'a match, and the same again',
      'eval() eval()',
      makeRule({}, forbidden(/eval\(\)/)),
      ['5b9e7434ffb3b371', 'ed96aed0e3552656'],
    ],
    ['white space', 'eval  \n ( )', makeRule({}, forbidden(/\s?eval\s+\(\s*\)\s?/)), ['36caa78ac5ae6939']],
    ['white space around', ' eval() ', makeRule({}, forbidden(/ eval\(\) /)), ['cb7a70b84cb83d1b']],
    ['an absence', '', makeRule({}, required(/x y/, { require: 'every' })), ['eb5c0d5aeddbc280']],
    ['forbidden hosts', '"https://a.b"', makeRule({}, domains('forbid', ['a.b', 'c.d'])), ['612f56f2279e1357']],
    ['allowed hosts', '"https://a.b"', makeRule({}, domains('allow', ['c.d', 'e.f'])), ['be31ae4316b059db']],
  ] as const)('are pinned, for a baseline outlives a release: %s', (_, text, rule, expected) => {
    expect(prints(text, rule)).toEqual(expected);
  });
});
