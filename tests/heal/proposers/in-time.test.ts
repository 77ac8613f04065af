import { describe, expect, it } from 'vitest';
import { checkText } from '../../../src/engine/check-text.js';
import type { Part, Trial } from '../../../src/heal/gates/gate.js';
import { idempotent } from '../../../src/heal/gates/idempotent.js';
import { noNewViolation } from '../../../src/heal/gates/no-new-violation.js';
import { stillFixed } from '../../../src/heal/gates/still-fixed.js';
import { makeLook } from '../../../src/heal/look.js';
import { outlooksOf } from '../../../src/heal/outlook/outlooks-of.js';
import { inTime } from '../../../src/heal/proposers/in-time.js';
import { settlesWithin } from '../../../src/heal/proposers/settles.js';
import { storedPatterns } from '../../../src/heal/proposers/stored-patterns.js';
import { type Within, withoutLimit } from '../../../src/model/bounded.js';
import { DEFAULT_CONFIG } from '../../../src/model/config.js';
import type { Rule } from '../../../src/model/contract.js';
import type { FixPattern } from '../../../src/model/fix-pattern.js';
import { refuse } from '../../../src/model/refusal.js';
import { makePattern } from '../../pattern-store/make-pattern.js';
import { forbidden, makeRule } from '../../support/make-rule.js';

class OutOfTime extends Error {}

/** Runs out of time on every text that holds a `!`. */
class Stalling extends RegExp {
  override [Symbol.matchAll](text: string): RegExpStringIterator<RegExpMatchArray> {
    if (text.includes('!')) throw new OutOfTime();
    return super[Symbol.matchAll](text);
  }
  override [Symbol.search](text: string): number {
    if (text.includes('!')) throw new OutOfTime();
    return super[Symbol.search](text);
  }
}

const within: Within = (work) => {
  try {
    return { kind: 'done', value: work() };
  } catch (error) {
    if (error instanceof OutOfTime) return { kind: 'timeout' };
    throw error;
  }
};

const stalling = new Stalling('x', 'g');
const rule = makeRule({ id: 'R' }, forbidden(/x/));
const path = 'src/a.ts';
const TODAY = '2026-01-15';
const { healLoop } = DEFAULT_CONFIG;
const pattern = (id: string, regex: RegExp): FixPattern => ({ ...makePattern({ id, ruleId: 'R' }), regex });

function siteIn(text: string) {
  const [violation] = checkText({ path, text }, [rule]).violations;
  const [check] = rule.checks;
  if (!violation || !check) throw new Error('nothing found');
  return { violation, site: { path, text, rule, check, place: violation.place } };
}

describe('settlesWithin', () => {
  it('is false for what runs out of time or out of stack, and true otherwise', () => {
    const settles = settlesWithin(within);
    expect(settles(stalling, 'x!')).toBe(false);
    expect(settles(stalling, 'x')).toBe(true);
    expect(settles(/(?:(a)|b)*?c/g, 'ab'.repeat(4_000_000))).toBe(false);
  });

  it('asks once a regex and text', () => {
    let asked = 0;
    const settles = settlesWithin((work) => {
      asked++;
      return withoutLimit(work);
    });
    const regex = /x/g;
    settles(regex, 'x');
    settles(regex, 'x');
    settles(regex, 'y');
    expect(asked).toBe(2);
  });
});

describe('settlesWithin, text after text', () => {
  const asking = () => {
    const calls: string[] = [];
    const settles = settlesWithin((work) => {
      calls.push('asked');
      return within(work);
    });
    return { calls, settles };
  };

  it('asks about those of the last text at once', () => {
    const { calls, settles } = asking();
    const regexes = [/a/g, /b/g, /c/g];
    for (const text of ['x', 'y', 'z']) for (const regex of regexes) expect(settles(regex, text)).toBe(true);
    // Three on the first text, and one on each of the others.
    expect(calls).toHaveLength(5);
  });

  it('blames the guilty one alone', () => {
    const { settles } = asking();
    const regexes = [/a/g, stalling, /c/g];
    const answers = ['x', 'y!', 'z', 'x!'].map((text) => regexes.map((regex) => settles(regex, text)));
    const stalls = [true, false, true];
    const ends = [true, true, true];
    expect(answers).toEqual([ends, stalls, ends, stalls]);
  });

  it('does not run again with the others what did not come to its end', () => {
    const { calls, settles } = asking();
    const regexes = [/a/g, /b/g, stalling];
    for (const regex of regexes) settles(regex, 'x!');
    calls.length = 0;
    for (const regex of regexes) settles(regex, 'y!');
    expect(calls).toHaveLength(2);
  });
});

describe('a stored pattern that runs out of time', () => {
  const settles = settlesWithin(within);
  const context = { patterns: [pattern('p', stalling)], config: healLoop, today: TODAY, settles };

  it('is proposed, and refuses to be made', async () => {
    const { site } = siteIn('x!');
    const [candidate] = storedPatterns(site, context).map((each) => inTime(each, site, settles));
    expect(candidate).toMatchObject({ source: 'pattern:p', instruction: null, trigger: null });
    expect(await candidate?.fix(site)).toMatchObject({ kind: 'refused', condition: 'regex-in-time' });
  });

  it('is made where it does not, and knows of other texts', () => {
    const { site } = siteIn('x');
    const [candidate] = storedPatterns(site, context).map((each) => inTime(each, site, settles));
    expect(candidate?.instruction).not.toBeNull();
    expect([candidate?.settles?.('x'), candidate?.settles?.('x!')]).toEqual([true, false]);
  });
});

describe('outlooksOf', () => {
  const { violation } = siteIn('x!');

  it('names a pattern that runs out of time, and goes on without it', () => {
    const patterns = [pattern('bad', stalling), pattern('good', /x/g)];
    const { outlooks, findings } = outlooksOf([violation], patterns, healLoop, TODAY, within);
    expect(outlooks.get(violation)?.source).toBe('pattern:good');
    expect(findings).toMatchObject([{ code: 'pattern-store/timeout', ruleId: 'R' }]);
  });

  it('asks no pattern any more once three of them ran out of time', () => {
    const patterns = [1, 2, 3, 4].map((n) => pattern(`bad${n}`, new Stalling('x', 'g')));
    const { outlooks, findings } = outlooksOf(
      [violation],
      [...patterns, pattern('good', /x/g)],
      healLoop,
      TODAY,
      within,
    );
    expect([outlooks.size, findings.length]).toEqual([0, 3]);
  });
});

describe('gates', () => {
  const evil = {
    ...makeRule({ id: 'EVIL' }),
    checks: rule.checks.map((check) => ({ ...check, pattern: { written: 'x', regex: stalling } })),
  };
  const { violation, site } = siteIn('x');
  const trialOf = (after: string, mended: Rule): Trial => {
    const rules = [rule, { ...evil, checks: evil.checks.filter((check) => check.kind === 'forbidden-pattern') }];
    const look = makeLook(path, rules, within);
    const member = { violation, check: site.check, place: site.place };
    const candidate = {
      source: 'auto_fix',
      pattern: null,
      onlySuggested: null,
      trigger: stalling,
      instruction: null,
      settles: (text: string) => !text.includes('!'),
      fix: () => refuse('no-change', ''),
    };
    const edits = [{ range: { start: 0, end: 1 }, text: after }];
    const part: Part = { site: { rule: mended, file: path, members: [member] }, through: site, candidate, edits };
    return { path, before: 'x', after, parts: [part], edits, history: [], rules, look };
  };

  it('object where the violated rule, another rule or the fix itself runs out of time on the new text', async () => {
    const [, evilRule] = trialOf('!', rule).rules;
    if (evilRule === undefined) throw new Error('no rule');
    expect(await stillFixed.judge(trialOf('!', evilRule))).toMatchObject({ outcome: 'timeout' });
    expect(await stillFixed.judge(trialOf('!', rule))).toBeNull();
    expect(await noNewViolation.judge(trialOf('!', rule))).toMatchObject({ outcome: 'timeout' });
    expect(await idempotent.judge(trialOf('!', rule))).toMatchObject({ outcome: 'timeout' });
    expect(await noNewViolation.judge(trialOf('y', rule))).toBeNull();
  });

  it('still know what the other rules say', () => {
    const { look } = trialOf('!', rule);
    expect(look('x!')).toMatchObject({ undecided: expect.stringContaining('EVIL'), unjudged: new Set(['EVIL']) });
    expect(look('x!').violations.map((each) => each.rule.id)).toEqual(['R']);
  });
});
