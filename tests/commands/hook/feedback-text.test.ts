import { describe, expect, it } from 'vitest';
import { feedbackText } from '../../../src/commands/hook/feedback-text.js';
import { reportOf, violationsIn } from '../../support/check-report.js';
import { forbidden, makeRule } from '../../support/make-rule.js';

const rule = makeRule({ id: 'SEC-1' }, forbidden(/eval/, { message: 'No eval: call the function' }));
const linesOf = (text: string): readonly string[] => text.trimEnd().split('\n');

describe('what an agent is told', () => {
  it('names place, rule and remedy, one line a violation', () => {
    const report = reportOf(violationsIn('src/a.ts', 'x\n  eval(y)\n', rule));
    expect(feedbackText([{ report, below: '' }], null)).toBe(
      'specflow: 1 contract violation. Mend the code; do not change contracts or suppress.\n' +
        'src/a.ts:2:3 SEC-1 No eval: call the function\n',
    );
  });

  it('stays within ten short lines, and counts what it leaves out', () => {
    const wordy = makeRule({ id: 'SEC-2' }, forbidden(/x/, { message: 'long '.repeat(500) }));
    const violations = violationsIn("it's/a.ts", 'eval x\n'.repeat(40), rule, wordy);
    const outlooks = new Map(violations.map((each) => [each, { source: 'auto_fix', tier: null, confidence: null }]));
    const report = { ...reportOf(violations), outlooks };
    const lines = linesOf(feedbackText([{ report, below: '' }], 'contracts/b.yml: broken'));
    expect(lines).toHaveLength(10);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(450);
    expect(lines[0]).toContain('80 contract violations');
    expect(lines.slice(7)).toEqual([
      `and 74 more: npx specflow check 'it'\\''s/a.ts'`,
      `[heal]: npx specflow heal 'it'\\''s/a.ts' has a fix to try`,
      'not judged: contracts/b.yml: broken',
    ]);
  });

  it('names what lies in packages as it is found from where the agent works', () => {
    const told = (below: string, count: number) => {
      const violations = violationsIn('src/a.ts', 'eval x\n'.repeat(count), rule);
      const outlooks = new Map(violations.map((each) => [each, { source: 'auto_fix', tier: null, confidence: null }]));
      return { report: { ...reportOf(violations), outlooks }, below };
    };
    expect(linesOf(feedbackText([told('packages/my app', 1)], null))).toEqual([
      'specflow: 1 contract violation. Mend the code; do not change contracts or suppress.',
      'packages/my app/src/a.ts:1:1 SEC-1 No eval: call the function [heal]',
      "[heal]: (cd 'packages/my app' && npx specflow heal src/a.ts) has a fix to try",
    ]);
    const lines = linesOf(feedbackText([told('', 2), told('b', 9)], null));
    expect(lines[0]).toContain('11 contract violations');
    expect(lines[3]).toContain('b/src/a.ts:1:1 SEC-1');
    expect(lines.slice(7)).toEqual([
      'and 5 more: npx specflow check src/a.ts and (cd b && npx specflow check src/a.ts)',
      '[heal]: npx specflow heal src/a.ts and (cd b && npx specflow heal src/a.ts) has a fix to try',
    ]);
  });

  it('lets no control character through', () => {
    const report = reportOf(violationsIn('src/\u001b[31m.ts', 'eval', rule));
    expect(feedbackText([{ report, below: '' }], 'a\u202eb')).not.toMatch(/[\u001b\u202e]/);
  });
});
