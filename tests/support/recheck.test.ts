import { describe, expect, it } from 'vitest';
import { checkText } from '../../src/engine/check-text.js';
import { forbidden, makeRule, required } from '../support/make-rule.js';
import { recheck } from './recheck.js';

const source = (text: string) => ({ path: 'a.ts', text });

describe('recheck', () => {
  const rule = makeRule({}, forbidden(/eval/), required(/auth/), required(/strict/, { require: 'every' }));

  it('gives the violations, with the fingerprints, of a whole check', () => {
    const others = [makeRule({ id: 'OTHER' }, forbidden(/eval/)), rule];
    const whole = checkText(source('eval eval'), others).violations.filter((v) => v.rule === rule);
    expect(recheck(rule, source('eval eval'))).toEqual(whole);
    expect(whole).toHaveLength(3);
  });

  it('asks a pattern that any file may satisfy of this one only when told to', () => {
    expect(recheck(rule, source('strict'))).toEqual([]);
    expect(recheck(rule, source('strict'), { requiredAny: 'here' })).toMatchObject([
      { checkIndex: 1, file: 'a.ts', place: null },
    ]);
    expect(recheck(rule, source('strict auth'), { requiredAny: 'here' })).toEqual([]);
  });

  it('answers null where it could not judge: that is no pass', () => {
    expect(recheck(makeRule({}, forbidden(/(?=eval)/)), source('eval'))).toBeNull();
    expect(recheck(makeRule({}, forbidden(/(?=eval)/)), source('fine'))).toEqual([]);
  });
});
