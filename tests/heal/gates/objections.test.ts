import { describe, expect, it } from 'vitest';
import { type Gate, stepOf, type Trial } from '../../../src/heal/gates/gate.js';
import { noChange } from '../../../src/heal/gates/no-change.js';
import { noCycle } from '../../../src/heal/gates/no-cycle.js';
import { noNewViolation } from '../../../src/heal/gates/no-new-violation.js';
import { parses } from '../../../src/heal/gates/parses.js';
import { stillFixed } from '../../../src/heal/gates/still-fixed.js';
import { types } from '../../../src/heal/gates/types.js';
import type { TypeProblem } from '../../../src/semantics/types/type-checker.js';
import { forbidden, makeRule, required } from '../../support/make-rule.js';
import { makeTrial } from '../make-trial.js';

const noFoo = makeRule({ id: 'FOO' }, forbidden(/\bfoo\(/, { message: 'No foo' }));
const noBar = makeRule({ id: 'BAR' }, forbidden(/\bbar\(/, { message: 'No bar' }));
const noQux = makeRule({ id: 'QUX' }, forbidden(/\bqux\(/, { message: 'No qux' }));
const header = makeRule({ id: 'HEAD' }, required(/LICENCE/, { require: 'every', message: 'Says its licence' }));

const said = async (gate: Gate, trial: Trial): Promise<string | null> => (await gate.judge(trial))?.detail ?? null;

const edited = (trial: Trial, ...edits: readonly (readonly [number, number, string])[]): Trial => ({
  ...trial,
  edits: edits.map(([start, end, text]) => ({ range: { start, end }, text })),
});

describe('no-change', () => {
  it('says that the text is as it was', async () => {
    const trial = makeTrial([noFoo], 'foo(1);\n', 'baz(1);\n');
    expect(await said(noChange, { ...trial, after: trial.before })).toBe('The fix leaves the text as it is.');
  });

  it('asks every part for a change, but not every edit of a part', () => {
    const trial = makeTrial([noFoo], 'foo(1);\n', 'baz(1);\n');
    const [part] = trial.parts;
    const idle = { range: { start: 4, end: 5 }, text: '1' };
    expect(noChange.judge({ ...trial, parts: [{ ...part, edits: [idle, ...part.edits] }] })).toBeNull();
    expect(noChange.judge({ ...trial, parts: [part, { ...part, edits: [idle] }] })).toMatchObject({
      outcome: 'no_change',
    });
  });
});

describe('no-cycle', () => {
  const trial = makeTrial([noFoo], 'foo(1);\n', 'baz(1);\n');
  const step = (text: string, ...ruleIds: readonly string[]) => stepOf(text, ruleIds);
  it.each([
    ['two rules, sorted', [step('zzz', 'Z'), step('baz(1);\n', 'B'), step('foo(1);\n', 'GOO')], 'FOO and GOO go'],
    ['one rule', [step('baz(1);\n'), step('foo(1);\n', 'FOO')], 'FOO goes'],
  ])('names who had a part in it since: %s', async (_, history, who) => {
    expect(await said(noCycle, { ...trial, history })).toBe(
      `The fix brings back a text this file has had in this run: ${who} in a circle.`,
    );
  });
});

describe('parses', () => {
  it('says what does not parse', async () => {
    expect(await said(parses, makeTrial([noFoo], 'foo(1);\n', 'baz(1;\n'))).toMatch(/^The fix breaks the syntax: ./);
  });

  it.each([
    ['a name that only begins like JSON', 'a.jsonl', '["foo("', '["baz("'],
    ['a JSON file that was broken before', 'a.json', '["foo("', '["baz("'],
    ['a file that nobody here can parse', 'a.rb', 'foo(1', 'baz(1'],
    ['a file that has one mistake less', 'a.ts', 'foo(1\n', 'baz(1);\n'],
  ])('does not judge %s', (_, path, before, after) => {
    expect(parses.judge(makeTrial([noFoo], before, after, { path }))).toBeNull();
  });
});

describe('still-fixed', () => {
  const anywhere = makeRule({ id: 'ANY' }, required(/LICENCE/), forbidden(/\bfoo\(/));

  it.each<[string, Trial, string]>([
    [
      'the line',
      makeTrial([noFoo], '\nfoo(1);\n', '\nfoo(2);\n'),
      'After the fix FOO still finds what it found on line 2.',
    ],
    // That it fills an absence nobody asked it to fill does not make up for it.
    [
      'the line, whatever else it brings',
      makeTrial([anywhere], 'foo(1);\n', 'foo(2); // LICENCE\n'),
      'After the fix ANY still finds what it found on line 1.',
    ],
    ['an absence', makeTrial([header], 'x;\n', 'y;\n'), 'After the fix HEAD is still not satisfied.'],
    ['an absence anywhere', makeTrial([anywhere], 'x;\n', 'y;\n'), 'After the fix ANY is still not satisfied.'],
  ])('names %s', async (_, trial, detail) => {
    expect(await said(stillFixed, trial)).toBe(detail);
  });

  it('names the first place, where an absence comes before it', async () => {
    const trial = makeTrial([noFoo], '\nfoo(1);\n', '\nfoo(2);\n');
    const [part] = trial.parts;
    const [member] = part.site.members;
    const site = { ...part.site, members: [{ ...member, place: null }, member] as const };
    expect(await said(stillFixed, { ...trial, parts: [{ ...part, site }] })).toContain('on line 2');
  });

  it.each<[string, Trial]>([
    ['a pattern that another file may satisfy is not asked for', makeTrial([anywhere], 'foo(1);\n', 'baz(1);\n')],
    [
      'what is required somewhere is another gate’s business',
      makeTrial([anywhere], 'foo(1); // LICENCE\n', 'baz(1);\n'),
    ],
    ['an absence that is filled', makeTrial([anywhere], 'x;\n', '// LICENCE\nx;\n')],
  ])('has nothing against a fix: %s', (_, trial) => {
    const place = trial.parts[0].through.place;
    const parts = trial.parts.filter(({ site }) => site.members.every((member) => member.place === place));
    expect(parts).toHaveLength(1);
    expect(stillFixed.judge(trial)).toBeNull();
  });

  it('asks each rule for its own', () => {
    const foo = makeTrial([noFoo], 'foo(1);\nbar(1);\nbar(2);\n', 'baz(1);\nbar(1);\nbar(2);\n');
    const bar = makeTrial([noBar], foo.before, foo.after);
    const trial: Trial = { ...foo, rules: [noFoo, noBar], look: makeTrial([noFoo, noBar], foo.before, '').look };
    expect(stillFixed.judge({ ...trial, parts: [foo.parts[0]] })).toBeNull();
    expect(stillFixed.judge({ ...trial, parts: [foo.parts[0], bar.parts[0]] })).toMatchObject({
      detail: 'After the fix BAR still finds what it found on line 2.',
    });
  });

  it('passes nothing that it could not judge', async () => {
    const odd = makeRule({ id: 'ODD' }, forbidden(/foo|(?=quux)/));
    expect(await said(stillFixed, makeTrial([odd], 'foo;\n', 'quux;\n'))).toBe(
      'ODD could not be judged on the new text.',
    );
  });
});

describe('no-new-violation', () => {
  it.each<[string, Trial, string]>([
    [
      'one',
      makeTrial([noFoo, noBar], '\nfoo(1);\n', '\nbar(1);\n'),
      'The fix adds a violation of BAR on line 2: No bar',
    ],
    [
      'several, of two rules',
      makeTrial([noFoo, noQux, noBar], 'foo(1);\n', 'qux(bar(1));\n'),
      'The fix adds 2 violations of BAR, QUX on line 1: No qux',
    ],
    [
      'one that has no place',
      makeTrial([noFoo, header], 'foo(1); // LICENCE\n', 'baz(1);\n'),
      'The fix adds a violation of HEAD: Says its licence',
    ],
    [
      'one that moved',
      edited(makeTrial([noFoo, noBar], 'bar(2);\nfoo(1);\n', 'run(2);\nbar(1);\n'), [0, 3, 'run'], [8, 11, 'bar']),
      'The fix moves a violation of BAR to line 2: No bar',
    ],
    [
      'one more of what stands',
      makeTrial([noFoo, noBar], 'bar(1);\nfoo(1);\n', 'bar(1);\nbar(1);\n'),
      'The fix adds a violation of BAR on line 2: No bar',
    ],
    [
      'one more of what moved',
      edited(
        makeTrial([noFoo, noBar], 'bar(1);\nfoo(1);\n', 'run(1);\nbar(1);bar(1);\n'),
        [0, 3, 'run'],
        [8, 11, 'bar(1);bar'],
      ),
      'The fix adds a violation of BAR on line 2: No bar',
    ],
    [
      'one that no edit touched',
      makeTrial(
        [noFoo, makeRule({ id: 'BAR' }, forbidden(/bar(?=1(?![\s\S]*on)|2[\s\S]*on)/, { message: 'No bar' }))],
        'bar1;\nbar2;\nfoo(1);\n',
        'bar1;\nbar2;\non(1);\n',
      ),
      'The fix moves a violation of BAR to line 2: No bar',
    ],
    [
      'what is required somewhere and was here',
      makeTrial([noFoo, makeRule({ id: 'ANY' }, forbidden(/zzz/), required(/auth\(/))], 'foo(auth());\n', 'baz(1);\n'),
      'The fix takes away what ANY requires somewhere, and this file had it.',
    ],
  ])('says what is new: %s', async (_, trial, detail) => {
    expect(await said(noNewViolation, trial)).toBe(detail);
  });

  it.each<[string, Trial]>([
    // Two of the same stand in for each other only as often as there were any.
    [
      'a second one where one was, and the first is gone',
      edited(
        makeTrial([noFoo, noBar], 'bar(1);bar(1);\nfoo(1);\n', 'bar(1);run(1);\nbar(1);bar(1);\n'),
        [7, 10, 'run'],
        [15, 18, 'bar(1);bar'],
      ),
    ],
    [
      'an edit that writes one of two it reached into, and another one elsewhere',
      edited(
        makeTrial([noFoo, noBar], 'bar(foo(1));\nx;\n', 'bar(1);\nbar(2);\n'),
        [0, 11, 'bar(1)'],
        [13, 14, 'bar(2)'],
      ),
    ],
  ])('counts: %s', (_, trial) => {
    expect(noNewViolation.judge(trial)).toMatchObject({ outcome: 'new_violation' });
  });

  it.each<[string, Trial]>([
    ['what stands, twice', makeTrial([noFoo, noBar], 'foo(1);bar(1);bar(1);\n', 'baz(1);bar(1);bar(1);\n')],
    ['an absence that stays one', makeTrial([noFoo, header], 'foo(1);\n', 'quux(1);\n')],
    [
      'one in the first of two things written over it',
      edited(makeTrial([noFoo, noBar], 'foo(bar(1));\n', 'x(bar(1)) + y;\n'), [0, 8, 'x(bar('], [10, 11, ') + y']),
    ],
    [
      'what could not be judged before either',
      makeTrial([noFoo, makeRule({ id: 'ODD' }, forbidden(/(?=quux)/))], 'foo(quux);\n', 'baz(quux);\n'),
    ],
  ])('lets be: %s', (_, trial) => {
    expect(noNewViolation.judge(trial)).toBeNull();
  });
});

describe('types', () => {
  const trial = makeTrial([noFoo], 'foo(1);\n', 'baz(1);\n');
  const problem = (file: string, line: number): TypeProblem => ({ file, line, code: 'TS1', message: 'Wrong.' });
  it.each([
    ['none', [], null],
    ['one here', [problem('src/a.ts', 3)], 'The fix adds a type error on line 3: TS1 Wrong.'],
    ['one elsewhere', [problem('src/b.ts', 4)], 'The fix adds a type error in src/b.ts on line 4: TS1 Wrong.'],
    [
      'three',
      [problem('src/a.ts', 3), problem('src/a.ts', 4), problem('src/b.ts', 1)],
      'The fix adds a type error on line 3: TS1 Wrong. (and 2 more)',
    ],
  ])('says what is added: %s', async (_, added, detail) => {
    const doubtful = () => new Set<string>();
    const typeChecker = { added: () => added, doubtful, keep: () => undefined, unresolved: () => null };
    expect(await said(types, { ...trial, typeChecker })).toBe(detail);
  });

  it('has nothing to say where types are not to be checked', () => {
    expect(types.judge(trial)).toBeNull();
  });
});
