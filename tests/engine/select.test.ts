import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { findInertGlobs } from '../../src/engine/blind-spots/find-inert-globs.js';
import { listNames } from '../../src/engine/list-names.js';
import { cover } from '../../src/engine/selection/cover.js';
import { focusOn } from '../../src/engine/selection/focus-on.js';
import { pickRules } from '../../src/engine/selection/pick-rules.js';
import type { Contract } from '../../src/model/contract.js';
import { forbidden, makeRule, scopeOf } from '../support/make-rule.js';

const FILES = ['a.js', 'src/a.ts', 'src/b.ts', 'src/deep/c.ts', 'srcx/d.ts'];

describe('cover', () => {
  it('tells files of rules and rules of files', () => {
    const ts = makeRule({ id: 'TS', scope: ['**/*.ts', '!src/b.ts'] }, forbidden(/x/));
    const all = makeRule({ id: 'ALL', scope: ['**/*'] }, forbidden(/x/));
    const coverage = cover([ts, all], FILES);
    expect(coverage.filesOf(ts)).toEqual(['src/a.ts', 'src/deep/c.ts', 'srcx/d.ts']);
    expect(coverage.rulesOf('src/a.ts')).toEqual([ts, all]);
    expect(coverage.rulesOf('a.js')).toEqual([all]);
    expect(coverage.rulesOf('unknown')).toEqual([]);
  });

  it('answers alike in whatever order it is asked', () => {
    const scopes = [['src/**'], ['**/*.ts', '!src/b.ts'], ['*.js'], ['**']];
    const rules = scopes.map((scope, at) => makeRule({ id: `R${at}`, scope }, forbidden(/x/)));
    const order = fc.array(fc.constantFrom('unknown', ...FILES), { maxLength: 12 });
    fc.assert(
      fc.property(order, (asked) => {
        const { rulesOf } = cover(rules, FILES);
        const expected = (file: string) =>
          FILES.includes(file) ? rules.filter(({ scope }) => scope.select([file]).length > 0) : [];
        expect(asked.map(rulesOf)).toEqual(asked.map(expected));
      }),
    );
  });

  it('selects once for scopes written alike', () => {
    const scope = scopeOf('**/*.ts');
    const select = vi.spyOn(scope, 'select');
    const rules = ['A', 'B', 'C'].map((id) => ({ ...makeRule({ id }, forbidden(/x/)), scope }));
    cover(rules, FILES);
    expect(select).toHaveBeenCalledTimes(1);
  });
});

describe('findInertGlobs', () => {
  const inertIn = (...scope: string[]) => {
    const rule = makeRule({ id: 'R', scope }, forbidden(/x/));
    const findings = findInertGlobs([rule], cover([rule], FILES), FILES, (globs) => scopeOf(...globs));
    return findings.map(({ message }) => message);
  };

  it('names a positive glob that selects nothing beside one that does', () => {
    expect(inertIn('src/**', 'lib/**', '!nothing/**')).toEqual(['The glob lib/** in the scope of R selects no file.']);
  });

  it('leaves empty scopes, single globs and live ones alone', () => {
    expect(inertIn('lib/**', 'app/**')).toEqual([]);
    expect(inertIn('src/**')).toEqual([]);
    expect(inertIn('src/**', '*.js', '!(lib)/**')).toEqual([]);
  });
});

describe('focusOn', () => {
  const focus = (paths: string[] | undefined, changed?: string[], exists = (_: string) => false) => {
    const { files, findings } = focusOn(FILES, { paths, changed: changed && new Set(changed) }, exists);
    return { files: files && [...files], codes: findings.map(({ code }) => code) };
  };

  it.each([
    [undefined, undefined, null],
    [['.'], undefined, FILES],
    [['src'], undefined, ['src/a.ts', 'src/b.ts', 'src/deep/c.ts']],
    [['./src/'], undefined, ['src/a.ts', 'src/b.ts', 'src/deep/c.ts']],
    [['src/deep', 'a.js'], undefined, ['src/deep/c.ts', 'a.js']],
    [undefined, ['src/a.ts', 'unlisted.ts'], ['src/a.ts']],
    [['src'], ['src/a.ts', 'a.js'], ['src/a.ts']],
    [['src'], ['a.js'], []],
    [undefined, [], []],
  ])('on %j changed %j', (paths, changed, expected) => {
    expect(focus(paths, changed, () => true)).toEqual({ files: expected, codes: [] });
  });

  it('knows a path that is there but not looked at from one that does not exist', () => {
    expect(focus(['dist'], undefined, (path) => path === 'dist')).toEqual({ files: [], codes: ['path/ignored'] });
    expect(() => focus(['src/a.tsx'])).toThrow(/no file or folder called src\/a\.tsx/);
    expect(() => focus(['src/a.ts'])).toThrow(/no file or folder/);
    expect(() => focus(['srcs'])).toThrow();
  });

  it('names an asked path no rule looks into, once it is known what rules look at', () => {
    const unruled = (paths: string[] | undefined, changed?: string[]) =>
      focusOn(FILES, { paths, changed: changed && new Set(changed) }, () => true)
        .unruled((file) => file.endsWith('.js'))
        .map(({ code, file }) => [code, file]);
    expect(unruled(['src', 'a.js', 'src/a.ts'])).toEqual([
      ['path/ignored', 'src'],
      ['path/ignored', 'src/a.ts'],
    ]);
    expect(unruled(['.'])).toEqual([]);
    expect(unruled(undefined, ['src/a.ts'])).toEqual([]);
  });

  it('says what was asked for, and what to do', () => {
    const messages = (paths: string[]) =>
      focusOn(FILES, { paths, changed: undefined }, () => true).findings.map(({ file, message }) => [file, message]);
    const ignored =
      'no rule looks at it: it is ignored by git, excluded, a contract, empty, or lies in a submodule or behind a link';
    expect(messages(['dist', 'src'])).toEqual([['dist', `dist was asked for, but ${ignored}.`]]);
    expect(focusOn(FILES, { paths: ['dist'] }, () => true).findings[0]?.help).toContain('specflow files --why');
    const unruled = (paths: string[]) =>
      focusOn(FILES, { paths, changed: undefined }, () => true)
        .unruled(() => false)
        .map(({ file, message }) => [file, message]);
    expect(unruled(['src', '.'])).toEqual([
      ['src', 'src was asked for, but it is in the scope of no rule.'],
      [null, 'The project was asked for, but it is in the scope of no rule.'],
    ]);
  });

  it.each([
    ['src/a.tsx', 'Did you mean src/a.ts?'],
    ['src/deep/x.md', 'Paths are read from the folder you are in.'],
    ['qqqqqqqqqqqq', 'Paths are read from the folder you are in.'],
    ['../x', 'Give paths inside it.'],
  ])('helps who asked for %s', (path, help) => {
    expect(() => focus([path])).toThrow(expect.objectContaining({ problem: expect.objectContaining({ help }) }));
  });

  it.each(['../x', '/etc', 'src/../..'])('refuses %s', (path) => expect(() => focus([path])).toThrow(/outside/));
});

describe('pickRules', () => {
  const contract = (id: string, ruleIds: string[]): Contract => ({
    id,
    file: `contracts/${id}.yml`,
    version: null,
    owner: null,
    rules: ruleIds.map((ruleId) => makeRule({ id: ruleId, contractId: id }, forbidden(/x/))),
    advice: [
      { id: `${id}-advice`, title: '', suggestion: null, mayBendIf: [], declaredAt: { file: '', line: 1, column: 1 } },
    ],
    waivers: [],
  });
  const contracts = [contract('security', ['SEC-001', 'SEC-002']), contract('a11y', ['A11Y-001'])];
  const ids = (choice: Parameters<typeof pickRules>[1]) =>
    pickRules({ contracts, problems: [] }, choice).map(({ id }) => id);

  it('does not deny a rule that a broken contract may have', () => {
    const problem = {
      code: 'x',
      severity: 'invalid',
      file: null,
      line: null,
      column: null,
      message: '',
      help: null,
    } as const;
    const pick = (choice: Parameters<typeof pickRules>[1]) =>
      pickRules({ contracts, problems: [problem] }, choice).map(({ id }) => id);
    expect(pick({ ruleIds: ['NEW-001', 'SEC-001'] })).toEqual(['SEC-001']);
    expect(pick({ contractIds: ['new'] })).toEqual([]);
  });

  it.each([
    [{}, ['SEC-001', 'SEC-002', 'A11Y-001']],
    [{ contractIds: ['a11y'] }, ['A11Y-001']],
    [{ ruleIds: ['A11Y-001', 'SEC-002'] }, ['SEC-002', 'A11Y-001']],
    [{ contractIds: ['security'], ruleIds: ['SEC-001'] }, ['SEC-001']],
  ])('%j', (choice, expected) => expect(ids(choice)).toEqual(expected));

  it.each([
    [{ ruleIds: ['SEC-01'] }, 'usage/unknown-rule', 'Did you mean SEC-001?'],
    [{ contractIds: ['securty'] }, 'usage/unknown-contract', 'Did you mean security?'],
    [{ contractIds: ['a11y'], ruleIds: ['SEC-001'] }, 'usage/unknown-rule', 'It is a rule of security.'],
    [{ ruleIds: ['a11y-advice'] }, 'usage/rule-is-advice', expect.any(String)],
  ])('refuses %j', (choice, code, help) => {
    expect(() => ids(choice)).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code, help }) }));
  });
});

describe('a rule or contract that is not there', () => {
  const rules = (count: number) =>
    Array.from({ length: count }, (_, index) => makeRule({ id: `LONG-RULE-${index}` }, forbidden(/x/)));
  const contract = (count: number): Contract => ({
    id: 'security',
    file: 'contracts/security.yml',
    version: null,
    owner: null,
    rules: rules(count),
    advice: [{ id: 'ADV-1', title: '', suggestion: null, mayBendIf: [], declaredAt: { file: '', line: 1, column: 1 } }],
    waivers: [],
  });
  const named = (count: number) => Array.from({ length: count }, (_, index) => `LONG-RULE-${index}`).join(', ');

  it.each<[string, readonly Contract[], Parameters<typeof pickRules>[1], string, string]>([
    ['without any', [], { ruleIds: ['Q'] }, 'There is no rule called Q.', 'No rule was loaded.'],
    ['with a few', [contract(2)], { ruleIds: ['Q'] }, 'There is no rule called Q.', `Known: ${named(2)}`],
    [
      'with as many as are named',
      [contract(8)],
      { ruleIds: ['Q'] },
      'There is no rule called Q.',
      `Known: ${named(8)}`,
    ],
    ['with more', [contract(11)], { ruleIds: ['Q'] }, 'There is no rule called Q.', `Known: ${named(8)}, and 3 more`],
    ['of contracts', [contract(1)], { contractIds: ['Q'] }, 'There is no contract called Q.', 'Known: security'],
    [
      'but advice',
      [contract(1)],
      { ruleIds: ['ADV-1'] },
      'ADV-1 has no pattern, so there is nothing to check.',
      'See: specflow explain ADV-1',
    ],
  ])('%s', (_, contracts, choice, message, help) => {
    expect(() => pickRules({ contracts, problems: [] }, choice)).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ message, help }) }),
    );
  });
});

describe('listNames', () => {
  it.each([
    [['A'], 'A'],
    [['A', 'B'], 'A and B'],
    [['A', 'B', 'C'], 'A, B and C'],
    [['A', 'B', 'C', 'D', 'E'], 'A, B and 3 more'],
  ])('%j', (names, expected) => expect(listNames(names)).toBe(expected));
});
