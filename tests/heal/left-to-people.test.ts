import { describe, expect, it } from 'vitest';
import { conclude } from '../../src/engine/conclude.js';
import { watchReads } from '../../src/heal/access/watch-reads.js';
import { escalationReason } from '../../src/heal/outcome/escalation.js';
import type { HealRead } from '../../src/heal/ports.js';
import type { Settles } from '../../src/heal/proposers/settles.js';
import { chooseTarget } from '../../src/heal/site/choose-target.js';
import { interactionReason, isPlaced } from '../../src/heal/site/interaction.js';
import { memberOf, type Site } from '../../src/heal/site/site.js';
import type { AutoFix } from '../../src/model/auto-fix.js';
import type { Rule } from '../../src/model/contract.js';
import type { Attempt } from '../../src/model/heal-result.js';
import type { Violation } from '../../src/model/violation.js';
import { makeAutoFix } from '../support/make-auto-fix.js';
import { forbidden, makeRule, required } from '../support/make-rule.js';
import { recheck } from '../support/recheck.js';

describe('where a missing pattern is mended', () => {
  const read =
    (texts: Readonly<Record<string, string>>) =>
    (path: string): HealRead => {
      const text = texts[path];
      return text === undefined ? { kind: 'gone' } : { kind: 'text', text, bom: false };
    };
  function target(
    texts: Readonly<Record<string, string>>,
    autoFix: AutoFix | null = null,
    settles: Settles = () => true,
  ) {
    const check = required(/sessionGuard\(/, { message: 'Protect the login page', autoFix });
    const rule = makeRule({ id: 'AUTH-1', title: 'Routes are guarded' }, check);
    const { violations } = conclude([{ rule, files: 9, unseen: 0 }], { satisfied: new Set(), undecided: new Set() });
    const [violation] = violations;
    if (violation === undefined) throw new Error('nothing is missing');
    return chooseTarget(violation, Object.keys(texts), read(texts), settles);
  }

  it('is the file the contract names, or the only one', () => {
    const named = { ...makeAutoFix({}), targetFile: 'b.ts' };
    expect(target({ 'a.ts': '', 'b.ts': '' }, named)).toEqual({ kind: 'file', file: 'b.ts' });
    expect(target({ 'a.ts': '' })).toEqual({ kind: 'file', file: 'a.ts' });
    expect(target({ 'a.ts': '' }, named)).toEqual({
      kind: 'none',
      reason: 'The target b.ts is not in the scope of AUTH-1. Correct the target or the scope.',
      gate: 'scope',
    });
    expect(target({})).toEqual({
      kind: 'none',
      reason: 'The scope of AUTH-1 selects no file. Correct the scope.',
      gate: null,
    });
  });

  it('is the only one that has the place where it goes', () => {
    const after = makeAutoFix({ strategy: 'insert', text: 'b', anchor: { kind: 'after', regex: /listen\(/ } });
    const texts = { 'a.ts': 'log(1)', 'b.ts': 'listen(1)' };
    expect(target(texts, after)).toEqual({ kind: 'file', file: 'b.ts' });
    expect(target({ ...texts, 'c.ts': 'listen(2)' }, after)).toMatchObject({ kind: 'none' });
    expect(target({ ...texts, 'c.ts': '// @generated\nlisten(2)' }, after)).toEqual({ kind: 'file', file: 'b.ts' });
    expect(target({ ...texts, 'b.test.ts': 'listen(2)' }, after)).toEqual({ kind: 'file', file: 'b.ts' });
    expect(target({ 'a.ts': '', 'b.ts': '' }, after)).toMatchObject({ kind: 'none' });
    expect(target(texts, after, () => false)).toMatchObject({ kind: 'none' });
    const found = makeAutoFix({ findReplace: { find: /log/g, replace: 'track' } });
    expect(target(texts, found)).toEqual({ kind: 'file', file: 'a.ts' });
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['by its path', { 'src/a.ts': '', 'src/login.ts': '' }, '2 files may hold it; most likely src/login.ts, src/a.ts.'],
    [
      'by its text',
      { 'src/a.ts': '', 'src/b.ts': 'SESSIONGUARD' },
      '2 files may hold it; most likely src/b.ts, src/a.ts.',
    ],
    [
      'by more words',
      { 'a.ts': 'guarded', 'b.ts': 'guarded routes', 'c.ts': 'guarded routes login' },
      '3 files may hold it; most likely c.ts, b.ts, a.ts.',
    ],
    ['not by short words', { 'a.ts': '', 'b.ts': 'the are' }, '2 files may hold it; most likely a.ts, b.ts.'],
    [
      'by its depth',
      { 'a/b/c.ts': '', 'd/e.ts': '', 'f.ts': '' },
      '3 files may hold it; most likely f.ts, d/e.ts, a/b/c.ts.',
    ],
    [
      'what is generated at last, and tests are not asked',
      { 'src/login.test.ts': 'login', 'src/login.gen.ts': 'login', 'src/z.ts': '' },
      '2 files may hold it; most likely src/z.ts, src/login.gen.ts.',
    ],
    ['by its name at last', { 'b.ts': '', 'a.ts': '' }, '2 files may hold it; most likely a.ts, b.ts.'],
    [
      'not in what is generated',
      { 'a.ts': '// @generated\nsessionGuard login', 'b.ts': '' },
      '2 files may hold it; most likely b.ts, a.ts.',
    ],
    [
      'five of many are named',
      { 'a.ts': '', 'b.ts': '', 'c.ts': '', 'd.ts': '', 'e.ts': '', 'f.ts': '', 'g.ts': '' },
      '7 files may hold it; most likely a.ts, b.ts, c.ts, d.ts, e.ts, and 2 more.',
    ],
  ])('is likeliest %s', (_, texts, expected) => {
    expect(target(texts)).toEqual({
      kind: 'none',
      reason: `Any of ${expected} Name one as auto_fix.target.`,
      gate: null,
    });
  });
});

const firstOf = (text: string, ...rules: readonly Rule[]): readonly Violation[] =>
  rules.flatMap((rule) => recheck(rule, { path: 'src/a.ts', text }) ?? []);

describe('why a site is left to a person', () => {
  const attempt = (outcome: Attempt['outcome'], gate: string | null, source = 'auto_fix'): Attempt => ({
    n: 1,
    source,
    outcome,
    gate,
    detail: `Because of ${gate}.`,
    diff: null,
  });
  function reason(attempts: readonly Attempt[], hint: string | null = null): string {
    const rule = makeRule({ id: 'SEC-1' }, forbidden(/x/, { autoFix: hint === null ? null : makeAutoFix({ hint }) }));
    const [violation] = firstOf('x', rule);
    if (violation === undefined) throw new Error('nothing is violated');
    const site: Site = { rule, file: 'src/a.ts', members: [memberOf(violation)] };
    return escalationReason(site, attempts);
  }

  it.each<[string, readonly Attempt[], string]>([
    [
      'nothing is known',
      [],
      'No fix is known for SEC-1. Mend it by hand, or give the rule an auto_fix or a fix pattern.',
    ],
    [
      'nothing could be tried',
      [attempt('precondition', 'name-free'), attempt('precondition', 'operands', 'pattern:x')],
      'auto_fix was not applied (name-free): Because of name-free. Mend it by hand.',
    ],
    [
      'the fix failed',
      [attempt('precondition', 'operands', 'pattern:x'), attempt('type_error', 'types')],
      'The fix was dropped by types: Because of types. Mend it by hand, or correct auto_fix.',
    ],
    [
      'several failed',
      [
        attempt('type_error', 'types'),
        attempt('syntax_error', 'parses', 'pattern:x'),
        attempt('precondition', 'operands'),
      ],
      'None of 2 fixes held; the last was dropped by parses: Because of parses. Mend it by hand, or correct pattern:x.',
    ],
    [
      'a person said no',
      [attempt('type_error', 'types'), attempt('declined', 'person')],
      'Because of person. Mend it by hand, or run heal again.',
    ],
  ])('%s', (_, attempts, expected) => expect(reason(attempts)).toBe(expected));

  it('there is a hint and nothing to carry out', () => {
    expect(reason([], 'Use a vault')).toBe('No fix can be carried out from the hint alone: Use a vault');
  });
});

describe('what is told of violations that must be mended together', () => {
  const rules = [
    makeRule({ id: 'B', severity: 'warning' }, forbidden(/x+/)),
    makeRule({ id: 'A' }, forbidden(/xy/)),
    makeRule({ id: 'C' }, forbidden(/y;/)),
  ];
  const placed = firstOf('\n  xxy;', ...rules).filter(isPlaced);
  const own = placed.find(({ rule }) => rule.id === 'A');

  it('is which other rules there are, where, and in which order', () => {
    expect(own && interactionReason(own, placed)).toBe(
      'Interacts with B, C on line 2: which is mended first matters. Mend them together, or one rule after the other in the proposed order: specflow heal --rule C, then --rule A, then --rule B.',
    );
  });

  it('names each rule once', () => {
    expect(own && interactionReason(own, [...placed, ...placed])).toContain('with B, C on');
  });
});

describe('what could not be read again', () => {
  it('is a problem; what is gone or was skipped for its kind is none', () => {
    const reads: Readonly<Record<string, HealRead>> = {
      'a.ts': { kind: 'text', text: 'a', bom: false },
      'b.ts': { kind: 'skipped', reason: 'unreadable', detail: 'permission denied' },
      'c.png': { kind: 'skipped', reason: 'binary', detail: 'it holds NUL bytes' },
    };
    const { ports, problems } = watchReads({
      read: (path) => reads[path] ?? { kind: 'gone' },
      write: () => ({ kind: 'written' }),
    });
    expect(problems()).toEqual([]);
    for (const path of ['a.ts', 'b.ts', 'c.png', 'd.ts', 'b.ts']) {
      expect(ports.read(path)).toEqual(reads[path] ?? { kind: 'gone' });
    }
    expect(problems()).toEqual([
      {
        code: 'heal/unreadable',
        severity: 'incomplete',
        file: 'b.ts',
        line: null,
        column: null,
        message: 'The file could not be read again to heal it: permission denied.',
        help: 'Make it readable, and run heal again.',
      },
    ]);
  });
});
