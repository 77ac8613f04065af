import { describe, expect, it } from 'vitest';
import { checkText } from '../../src/engine/check-text.js';
import { domains, forbidden, makeRule, required } from '../support/make-rule.js';

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

  it('are pinned: a baseline outlives a release', () => {
    expect(prints('eval()')).toMatchInlineSnapshot(`
      [
        "7e2a4acc00b55785",
      ]
    `);
  });
});
