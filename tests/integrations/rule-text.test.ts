import { describe, expect, it } from 'vitest';
import { ruleText } from '../../src/integrations/rule-text.js';
import { makeAutoFix } from '../support/make-auto-fix.js';
import { domains, forbidden, makeRule, required } from '../support/make-rule.js';

const autoFix = makeAutoFix({ hint: 'Read it from\nthe environment' });

describe('a rule in one line', () => {
  it('names a fix only where its owner named one', () => {
    const hinted = makeRule({ title: 'No secrets' }, forbidden(/secret/, { message: 'Hardcoded secret', autoFix }));
    expect(ruleText(hinted)).toBe('No secrets: Hardcoded secret. Fix: Read it from the environment');
    const bare = makeRule({ title: 'No secrets' }, forbidden(/secret/, { message: 'Hardcoded secret' }));
    expect(ruleText(bare)).toBe('No secrets: Hardcoded secret');
  });

  it.each([
    [makeAutoFix({ template: 'process.env.KEY' }), ' Fix: replace with process.env.KEY'],
    [makeAutoFix({ strategy: 'remove' }), ' Fix: remove'],
    [makeAutoFix({ findReplace: { find: /a b/g, replace: 'c' } }), ' Fix: replace /a b/ by c'],
    [makeAutoFix({}), ''],
  ])('tells what a fix without a hint does', (hintless, words) => {
    const rule = makeRule({ title: 'No x.' }, forbidden(/x/, { message: 'No x.', autoFix: hintless }));
    expect(ruleText(rule)).toBe(`No x.${words}`);
  });

  it('says nothing twice', () => {
    const rule = makeRule(
      { title: 'Log it.' },
      forbidden(/a/, { message: 'Log it.' }),
      required(/b/, { message: 'Use the logger' }),
      forbidden(/c/, { message: 'Use the logger' }),
    );
    expect(ruleText(rule)).toBe('Log it. Use the logger');
  });

  it('names hosts, and no pattern: explain has them', () => {
    const rule = makeRule(
      { title: 'Our hosts' },
      domains('allow', ['*.a.io']),
      forbidden(/^\w+$/, { message: 'Ask us.' }),
    );
    expect(ruleText(rule)).toBe('Our hosts: only hosts *.a.io; check 0; Ask us.');
  });
});
