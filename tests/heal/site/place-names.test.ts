import { describe, expect, it } from 'vitest';
import { placeNames } from '../../../src/heal/site/place-names.js';
import type { Rule } from '../../../src/model/contract.js';
import { forbidden, makeRule, required } from '../../support/make-rule.js';
import { recheck } from '../../support/recheck.js';

const EVAL = makeRule({ id: 'EVAL' }, forbidden(/eval\(/));
const RUN = makeRule({ id: 'RUN' }, forbidden(/run\(/));
const KEY = makeRule({ id: 'KEY', title: 'No API keys' }, forbidden(/"sk_\w+"/));
const LACK = makeRule({ id: 'LACK' }, required(/licence/, { require: 'every' }));

function namesIn(text: string, ...rules: readonly Rule[]): readonly string[] {
  const violations = rules.flatMap((rule) => recheck(rule, { path: 'src/a.ts', text }) ?? []);
  const nameOf = placeNames(violations);
  return violations.map(nameOf);
}

describe('the name of a place', () => {
  it.each([
    ['when lines move', 'eval(a);', '\n\n// more\neval(a);'],
    ['when its indentation changes', 'eval(a);  x', 'if (b)\n\teval(a); x'],
    ['when a neighbour is mended', 'eval(a);\neval(b);', 'run(a);\neval(b);'],
  ])('stays %s', (_, before, after) => {
    expect(namesIn(after, EVAL).at(-1)).toBe(namesIn(before, EVAL).at(-1));
  });

  it.each([
    ['another line', 'eval(a);', 'eval(b);'],
    ['the second of two equal lines', 'eval(a);\neval(a);', 'eval(a);'],
    ['the second on one line', 'eval(a); eval(b);', 'eval(a);'],
  ])('is another for %s', (_, one, other) => {
    expect(namesIn(one, EVAL).at(-1)).not.toBe(namesIn(other, EVAL).at(-1));
  });

  it('numbers equal lines of each rule and file by themselves', () => {
    const names = namesIn('eval(run(1));\neval(run(1));', EVAL, RUN);
    expect(names).toEqual(
      [
        'eval(run(1)); eval(\0' + '0',
        'eval(run(1)); eval(\0' + '1',
        'eval(run(1)); run(\0' + '0',
        'eval(run(1)); run(\0' + '1',
      ].map((name) => name.replace('; ', ';\0')),
    );
  });

  it('of a line that may hold a secret is what stands before the value', () => {
    expect(namesIn('  const apiKey = "sk_live_1";', KEY)).toEqual(['const apiKey\0' + '0']);
    expect(namesIn('  "sk_live_1"', KEY)).toEqual(['\0' + '0']);
    expect(namesIn('call("sk_live_1", "sk_live_2")', KEY)).toEqual(['call\0' + '0', 'call\0' + '1']);
    expect(namesIn('tokenabc1234567 = "sk_live_1"', KEY)).toEqual(['…\0' + '0']);
    expect(namesIn('averylongvariablename = "sk_live_1"', KEY)).toEqual(['averylongvariablename\0' + '0']);
  });

  it('does not tell which secret it was', () => {
    expect(namesIn('const a = "sk_one_1";', KEY)).toEqual(namesIn('const a = "sk_two_2";', KEY));
    const seen = (key: string) => namesIn(`const a = "${key}"; eval(a);`, KEY, EVAL)[1];
    expect(seen('sk_one_1')).toBe(seen('sk_two_2'));
  });

  it('of an absence is its fingerprint', () => {
    const [violation] = recheck(LACK, { path: 'src/a.ts', text: 'x' }) ?? [];
    expect(violation && placeNames([violation])(violation)).toBe(violation?.fingerprint);
  });
});
