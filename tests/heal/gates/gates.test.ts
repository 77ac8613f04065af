import { describe, expect, it } from 'vitest';
import { stepOf, type Trial } from '../../../src/heal/gates/gate.js';
import { askGates as askThese, GATES } from '../../../src/heal/gates/index.js';
import { noChange } from '../../../src/heal/gates/no-change.js';
import { noNewViolation } from '../../../src/heal/gates/no-new-violation.js';
import { forbidden, makeRule, required } from '../../support/make-rule.js';
import { makeTrial } from '../make-trial.js';

const askGates = (trial: Trial) => askThese(trial, GATES);

async function objectors(trial: Trial): Promise<readonly string[]> {
  const answers = await Promise.all(GATES.map(async (gate) => ((await gate.judge(trial)) === null ? [] : [gate.name])));
  return answers.flat();
}

const noFoo = makeRule({ id: 'FOO' }, forbidden(/\bfoo\(/));
const noBar = makeRule({ id: 'BAR' }, forbidden(/\bbar\(/));
const needsAuth = makeRule({ id: 'AUTH' }, required(/auth\(/));

describe('a fix that is right passes every gate', () => {
  it.each([
    ['a replaced call', makeTrial([noFoo, noBar], 'foo(1);\n', 'baz(1);\n')],
    [
      'a call moved down by an import',
      makeTrial([noFoo, noBar], 'foo(1);\nbar(2);\n', "import { baz } from 'b';\nbaz(1);\nbar(2);\n"),
    ],
    ['one of two equal violations', makeTrial([noFoo], 'foo(1);\nfoo(1);\n', 'baz(1);\nfoo(1);\n')],
    ['a file that never parsed', makeTrial([noFoo], 'foo(1);\nconst = ;\n', 'baz(1);\nconst = ;\n')],
    ['a required call in code', makeTrial([needsAuth], 'run();\n', 'auth();\nrun();\n')],
    [
      'an existing suppression stays',
      makeTrial([noFoo], '// eslint-disable\nfoo(1);\n', '// eslint-disable\nbaz(1);\n'),
    ],
    ['a block that was empty before', makeTrial([noFoo], 'foo(() => {});\n', 'baz(() => {});\n')],
    ['another language', makeTrial([noFoo], 'foo(1\n', 'baz(1\n', { path: 'src/a.py' })],
  ])('%s', async (_, trial) => {
    expect(await objectors(trial)).toEqual([]);
    expect(await askGates(trial)).toBeNull();
  });
});

describe('each gate alone stops a harmful fix', () => {
  const bracketed = /\bfoo\(1\)/;
  it.each([
    ['no-cycle', 'cycle', makeTrial([noFoo], 'foo(1);\n', 'baz(1);\n', { seen: ['baz(1);\n', 'foo(1);\n'] })],
    ['still-fixed', 'still_violates', makeTrial([noFoo], 'foo(1);\n', 'foo(2);\n')],
    ['parses', 'syntax_error', makeTrial([noFoo], 'foo(1);\n', 'baz(1;\n')],
    ['parses', 'syntax_error', makeTrial([noFoo], '{ "a": "foo(" }', '{ "a": "baz( }', { path: 'a.json' })],
    ['no-new-violation', 'new_violation', makeTrial([noFoo, noBar], 'foo(1);\n', 'bar(1);\n')],
    ['no-new-violation', 'new_violation', makeTrial([noFoo, noBar], 'foo(1);\nbar(1);\n', 'bar(1);\nbar(1);\n')],
    ['no-new-violation', 'new_violation', makeTrial([noFoo, needsAuth], 'foo(auth());\n', 'baz(1);\n')],
    ['not-gamed', 'gamed', makeTrial([noFoo], 'foo(1);\n', 'fo\u200bo(1);\n'.replace('fo\u200bo', 'f\\u006fo'))],
    [
      'idempotent',
      'not_idempotent',
      makeTrial([makeRule({}, forbidden(bracketed))], 'foo(1);\n', 'foo(11);\n', {
        remedy: { find: /foo\(1/g, replace: 'foo(11' },
      }),
    ],
  ])('%s: %s', async (gate, outcome, trial) => {
    expect(await objectors(trial)).toEqual([gate]);
    expect(await askGates(trial)).toMatchObject({ gate, outcome });
  });

  it('no-change: the others would let a text pass that was never in breach', async () => {
    const trial = makeTrial([noFoo], 'foo(1);\n', 'baz(1);\n');
    const history = [stepOf(trial.after, [])];
    expect(await askGates({ ...trial, before: trial.after, history })).toMatchObject({
      gate: 'no-change',
      outcome: 'no_change',
    });
    expect(noChange.judge(trial)).toBeNull();
  });

  it('no-cycle names every rule that had a part in going round', async () => {
    const trial = makeTrial([noFoo], 'foo(1);\n', 'baz(1);\n');
    const history = [stepOf('baz(1);\n', []), stepOf('foo(1);\n', ['BAR'])];
    expect(await askGates({ ...trial, history })).toMatchObject({ detail: expect.stringContaining('BAR and FOO') });
  });

  it('still-fixed speaks for the whole rule, its other checks included', async () => {
    const rule = makeRule({ id: 'FOO' }, forbidden(/\bfoo\(/), forbidden(/\bbar\(/));
    expect(await askGates(makeTrial([rule], 'foo(1);\n', 'bar(1);\n'))).toMatchObject({ gate: 'still-fixed' });
  });

  it('idempotent does not mistake the next violation for its own result', async () => {
    const remedy = { find: /foo\(/g, replace: 'baz(' };
    expect(await askGates(makeTrial([noFoo], 'foo(foo(1));\n', 'baz(foo(1));\n', { remedy }))).toBeNull();
  });

  it('what could not be judged is not a pass, and names no new violation', async () => {
    const lookOnly = makeRule({ id: 'ODD' }, forbidden(/(?=quux)/));
    const trial = makeTrial([noFoo, lookOnly], 'foo(1);\n', 'quux(1);\n');
    expect(await askGates(trial)).toMatchObject({ gate: 'no-new-violation', outcome: 'timeout' });
  });
});

describe('no-new-violation', () => {
  it('names the rule and the line', () => {
    const trial = makeTrial([noFoo, noBar], '\nfoo(1);\n', '\nbar(1);\n');
    expect(noNewViolation.judge(trial)).toMatchObject({ detail: expect.stringMatching(/BAR on line 2/) });
  });

  it('objects when a violation moves from where it stood into what another edit writes', () => {
    const trial = makeTrial([noFoo, noBar], 'bar(2);\nfoo(1);\n', 'run(2);\nbar(1);\n');
    const edits = [
      { range: { start: 0, end: 3 }, text: 'run' },
      { range: { start: 8, end: 11 }, text: 'bar' },
    ];
    expect(noNewViolation.judge({ ...trial, edits })).toMatchObject({
      outcome: 'new_violation',
      detail: expect.stringMatching(/moves a violation of BAR to line 2/),
    });
  });

  it('lets a violation move with the lines above it, or stay within what is written anew', () => {
    const trial = makeTrial([noFoo, noBar], 'foo(bar(1));\nbar(2);\n', '\n\nbaz(bar(1));\nbar(2);\n');
    expect(noNewViolation.judge(trial)).toBeNull();
  });

  it('lets a project-wide required pattern go only where this file did not hold it', () => {
    expect(noNewViolation.judge(makeTrial([noFoo, needsAuth], 'foo(1);\n', 'baz(1);\n'))).toBeNull();
    expect(
      noNewViolation.judge(makeTrial([noFoo, needsAuth], 'foo(auth());\nauth();\n', 'baz(1);\nauth();\n')),
    ).toBeNull();
  });
});
