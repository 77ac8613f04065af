import { describe, expect, it } from 'vitest';
import { checkKey } from '../../../src/engine/check-key.js';
import { inspectText } from '../../../src/engine/inspection/inspect-text.js';
import { inspectWithin } from '../../../src/engine/inspection/inspect-within.js';
import type { Wants } from '../../../src/engine/inspection/inspection.js';
import { TimeBudget } from '../../../src/engine/inspection/time-budget.js';
import type { Bounded } from '../../../src/model/bounded.js';
import type { Rule } from '../../../src/model/contract.js';
import { forbidden, makeRule, required } from '../../support/make-rule.js';

class OutOfTime extends Error {}

/** Every `E` of a text is a place where time runs out, for rules that look there in code. */
const stalls = (_: string, text: string, offset: number): boolean => {
  if (text.charAt(offset) === 'E') throw new OutOfTime();
  return true;
};

function clockwork(): { readonly bounded: Bounded; readonly slices: number[] } {
  const slices: number[] = [];
  const bounded: Bounded = (work, milliseconds) => {
    slices.push(milliseconds);
    try {
      return { kind: 'done', value: work() };
    } catch (error) {
      if (error instanceof OutOfTime) return { kind: 'timeout' };
      throw error;
    }
  };
  return { bounded, slices };
}

const evil = (id: string): Rule => makeRule({ id }, forbidden(/E/, { match: 'code' }));
const good = (id: string): Rule => makeRule({ id }, forbidden(/x/));
const everything: Wants = () => true;
const NONE = { suppressions: [], findings: [] };

function open(limits = { ruleMs: 1000, runMs: 100_000 }) {
  const { bounded, slices } = clockwork();
  const budget = new TimeBudget(bounded, limits);
  const look = (path: string, text: string, rules: readonly Rule[], wants = everything) =>
    inspectWithin(budget, { path, text }, rules, wants, stalls, NONE);
  return { look, slices };
}

const told = (problems: readonly { readonly code: string; readonly message: string }[]) =>
  problems.map(({ code, message }) => `${code} ${message.split(' ')[0]}`);

describe('inspectWithin', () => {
  const rules = [good('A'), evil('B'), good('C'), evil('D')];

  it('is inspectText where nothing takes long, in one go', () => {
    const { look, slices } = open();
    const source = { path: 'a.ts', text: 'x y x' };
    expect(look('a.ts', 'x y x', rules)).toEqual(inspectText(source, rules, everything, stalls, NONE));
    expect(slices).toEqual([1000]);
  });

  it('names each rule that ran out of time, and judges by all others', () => {
    const { look, slices } = open();
    const seen = look('a.ts', 'x E x', rules);
    expect(seen.violations.map(({ rule }) => rule.id)).toEqual(['A', 'A', 'C', 'C']);
    expect(told(seen.problems)).toEqual(['check/timeout B', 'check/timeout D']);
    expect(seen.problems).toMatchObject([{ file: 'a.ts', severity: 'incomplete' }, {}]);
    expect(slices).toHaveLength(5);
  });

  it('finds the same with or without a stop', () => {
    const { look } = open();
    const only = rules.filter(({ id }) => id === 'A' || id === 'C');
    const expected = inspectText({ path: 'a.ts', text: 'x E x' }, only, everything, undefined, NONE);
    expect(look('a.ts', 'x E x', rules).violations).toEqual(expected.violations);
  });

  it('tries who ran out of time before by himself, and the others together', () => {
    const { look, slices } = open();
    look('a.ts', 'E', rules);
    slices.length = 0;
    expect(look('b.ts', 'x', rules).violations).toHaveLength(2);
    expect(slices).toHaveLength(3);
  });

  it('gives up who ran out of time on three files, and says so for each further one', () => {
    const { look, slices } = open();
    for (const file of ['a.ts', 'b.ts', 'c.ts']) {
      expect(told(look(file, 'E', [evil('B')]).problems)).toEqual(['check/timeout B']);
    }
    slices.length = 0;
    const seen = look('d.ts', 'harmless', [evil('B'), good('A')]);
    expect(told(seen.problems)).toEqual(['check/given-up B']);
    expect(slices).toHaveLength(1);
  });

  it('leaves little time, and no second chance, once the run has lost what it may lose', () => {
    const { look, slices } = open({ ruleMs: 1000, runMs: 2000 });
    expect(told(look('a.ts', 'E', rules).problems)).toEqual(['check/timeout B', 'check/timeout D']);
    expect(slices).toEqual([1000, 1000, 1000, 50, 50]);
    expect(told(look('b.ts', 'x', rules).problems)).toEqual(['check/given-up B', 'check/given-up D']);
    expect(slices.slice(5)).toEqual([200]);
  });

  it('never takes more time than one rule may have', () => {
    const { look, slices } = open({ ruleMs: 30, runMs: 30 });
    look('a.ts', 'E', rules);
    expect(Math.max(...slices)).toBe(30);
  });

  it('leaves open whether a required pattern is there that could not be looked for', () => {
    const need = makeRule({ id: 'R' }, required(/x/), forbidden(/E/, { match: 'code' }));
    const { look } = open();
    const seen = look('a.ts', 'x E', [need]);
    expect(seen.satisfied).toEqual(need.checks.slice(0, 1).map((check) => checkKey(need, check)));
    expect(told(seen.problems)).toEqual(['check/timeout R']);
    expect(seen.undecided).toEqual([]);
  });

  it('asks only for what is wanted', () => {
    const { look } = open();
    const seen = look('a.ts', 'x E', rules, (rule) => rule.id === 'C' || rule.id === 'B');
    expect(seen.violations.map(({ rule }) => rule.id)).toEqual(['C']);
    expect(told(seen.problems)).toEqual(['check/timeout B']);
  });

  it('lets our own mistakes through', () => {
    const budget = new TimeBudget(clockwork().bounded, { ruleMs: 1, runMs: 1 });
    const broken = () => {
      throw new TypeError('ours');
    };
    const run = () => inspectWithin(budget, { path: 'a.ts', text: 'E' }, [evil('A')], everything, broken, NONE);
    expect(run).toThrow(TypeError);
  });
});
