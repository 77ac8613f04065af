import { describe, expect, it } from 'vitest';
import { conclude } from '../../src/engine/conclude.js';
import { forbidden, makeRule, required } from '../support/make-rule.js';

const none = { satisfied: new Set<string>(), undecided: new Set<string>() };

describe('conclude', () => {
  const rule = makeRule({}, required(/a/), required(/b/), forbidden(/c/));

  it('calls a pattern absent that no file satisfied', () => {
    const { violations, problems } = conclude([{ rule, files: 3, unseen: 0 }], {
      ...none,
      satisfied: new Set(['0 RULE-1']),
    });
    expect(violations).toMatchObject([{ checkIndex: 1, file: null, place: null }]);
    expect(problems).toEqual([]);
  });

  it.each([
    ['a file was not looked at', { unseen: 1 }, none],
    ['a file could not be judged', { unseen: 0 }, { ...none, undecided: new Set(['0 RULE-1', '1 RULE-1']) }],
  ])('does not call it absent when %s', (_, { unseen }, notes) => {
    const { violations, problems } = conclude([{ rule, files: 3, unseen }], notes);
    expect(violations).toEqual([]);
    expect(problems).toMatchObject([{ code: 'check/undecided', severity: 'incomplete' }, { code: 'check/undecided' }]);
  });

  it('takes an empty scope for a violation of what is required, and a finding for what is forbidden', () => {
    const every = makeRule({ id: 'EVERY' }, required(/a/, { require: 'every' }));
    const mixed = makeRule({ id: 'MIXED' }, required(/a/), forbidden(/b/));
    const empty = [every, mixed].map((one) => ({ rule: one, files: 0, unseen: 0 }));
    const { violations, findings } = conclude(empty, none);
    expect(violations.map((violation) => violation.rule.id)).toEqual(['EVERY', 'MIXED']);
    expect(findings).toMatchObject([{ code: 'scope/empty', ruleId: 'MIXED' }]);
  });

  it('says once that several rules guard nothing', () => {
    const rules = ['A', 'B', 'C', 'D'].map((id) => makeRule({ id, scope: ['x/**'] }, forbidden(/x/)));
    const { findings } = conclude(
      rules.map((one) => ({ rule: one, files: 0, unseen: 0 })),
      none,
    );
    expect(findings).toMatchObject([{ ruleId: null, message: 'The scope of A, B and 2 more selects no file: x/**' }]);
  });

  it.each([
    ['src', 'If src is a folder, write src/ for everything below it.'],
    ['src/api, lib/**', 'is one glob: write a list'],
    ['lib/**', 'Correct the globs'],
  ])('names the remedy for the scope %s', (glob, remedy) => {
    const one = makeRule({ id: 'A', scope: [glob] }, forbidden(/x/));
    const { findings } = conclude([{ rule: one, files: 0, unseen: 0 }], none);
    expect(findings[0]?.help).toContain(remedy);
  });
});
