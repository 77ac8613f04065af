import { describe, expect, it } from 'vitest';
import { makePen } from './mutations/pen.js';
import { compileProgram } from './programs/compile-program.js';
import { describeValue } from './programs/describe-value.js';
import { compare, judgeProgram } from './programs/judge-program.js';
import { makeProgram } from './programs/make-program.js';
import { makeRemedies } from './programs/make-remedies.js';
import type { Parameter } from './programs/parameters.js';

const SEEDS = Array.from({ length: 15 }, (_, seed) => seed);

describe('a generated program', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(makeProgram(makePen(1))).toEqual(makeProgram(makePen(1)));
    expect(makeProgram(makePen(1)).files).not.toEqual(makeProgram(makePen(2)).files);
  });

  it.each(SEEDS)('can be run (seed %i)', (seed) => {
    const { files, functions } = makeProgram(makePen(seed));
    const started = compileProgram(files)(() => undefined, console);
    expect(Object.keys(started.functions)).toEqual(functions.map(({ name }) => name));
  });
});

describe('what a healed program is told apart by', () => {
  const items: Parameter = { name: 'items', kind: 'list', type: null, values: [() => [1, 2]] };
  const program = (body: string) => ({
    files: new Map([['src/program.ts', `const state = { last: null };\nexport function f0(items) {\n  ${body}\n}\n`]]),
    functions: [{ name: 'f0', parameters: [items] }],
  });

  it.each([
    { seen: 'what it returns', before: 'return items.length;', after: 'return items.length + 1;' },
    { seen: 'what it throws', before: "throw new Error('no');", after: "throw new Error('never');" },
    { seen: 'what it logs on the way', before: 'log(1); log(2);', after: 'log(2); log(1);' },
    { seen: 'what it makes of its argument', before: 'items.length = 0;', after: 'items = [];' },
    { seen: 'what it leaves behind', before: 'state.last = 1;', after: 'state.last = 2;' },
    { seen: 'an error of the engine that is new', before: 'return 1;', after: 'return null.a;' },
    {
      seen: 'a promise that resolves to something else',
      before: 'return Promise.resolve(1);',
      after: 'return Promise.resolve(2);',
    },
    {
      seen: 'what it does after it has returned',
      before: 'Promise.resolve().then(() => log(1)); return Promise.resolve();',
      after: 'return Promise.resolve();',
    },
  ])('$seen', async ({ before, after }) => {
    expect(await compare(program(before), program(after).files, makePen(1))).toHaveLength(1);
    expect(await compare(program(before), program(before).files, makePen(1))).toEqual([]);
  });

  it('is not how it is written, nor which error of the engine ends it', async () => {
    expect(await compare(program('return [...items];'), program('return items.slice();').files, makePen(1))).toEqual(
      [],
    );
    expect(await compare(program('return null.a;'), program('return undefined.a();').files, makePen(1))).toEqual([]);
  });
});

describe('a value as text', () => {
  it.each([
    [Object.assign([1], { 2: 'x' }), '[1,hole,"x"]'],
    [Object.create(null), 'null {}'],
    [new Map([['a', new Set([1])]]), 'Map[["a",Set[1]]]'],
    [() => 1, 'function'],
    ['(x) => x + 1', '"function"'],
    [Number.NaN, 'NaN'],
    [{ b: 1n, a: undefined }, '{a: undefined, b: 1n}'],
  ])('%#', (value, text) => {
    expect(describeValue(value)).toBe(text);
  });
});

it('heals a program to one that does the same', async () => {
  const program = makeProgram(makePen(1));
  const verdicts = await Promise.all(makeRemedies(6).map((remedy) => judgeProgram(program, remedy, makePen(1))));
  expect(verdicts.reduce((sum, { healed }) => sum + healed, 0)).toBeGreaterThan(0);
  expect(verdicts.flatMap(({ differences }) => differences)).toEqual([]);
});
