import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/heal/person/person.js';
import type { TypeChecker } from '../../src/semantics/types/type-checker.js';
import { CALL_RULE, PATTERN } from './calls.js';
import { healProject, summaryOf } from './heal-project.js';

const HEAD = "import { alpha, bravo, charlie } from './f.js';\n";

interface Told {
  readonly checker: TypeChecker;
  /** The files it was asked about by themselves, in order. */
  readonly asked: string[];
}

/** A checker to which every call of one of the names is a type error, in the files it is wrong in. */
function checkerOf(wrong: readonly (readonly [file: string, name: string])[], atOnce: boolean): Told {
  const asked: string[] = [];
  const isWrong = (path: string, text: string): boolean =>
    wrong.some(([file, name]) => file === path && text.replace(HEAD, '').includes(name));
  return {
    asked,
    checker: {
      added(path, before, after) {
        asked.push(path);
        const problem = { file: path, line: 1, code: 'TS1', message: 'Wrong.' };
        return !isWrong(path, before) && isWrong(path, after) ? [problem] : [];
      },
      doubtful: (changes) =>
        new Set(changes.filter(({ path, after }) => !atOnce || isWrong(path, after)).map(({ path }) => path)),
      keep: () => undefined,
      unresolved: () => null,
    },
  };
}

describe('types, asked of all files at once', () => {
  const files = { 'a.ts': `${HEAD}alpha(1);\n`, 'b.ts': `${HEAD}alpha(2);\n`, 'c.ts': `${HEAD}alpha(3);\n` };
  const heal = (told: Told) => healProject({ rules: CALL_RULE, files, typeChecker: told.checker });

  it('asks about no file by itself where all are well', async () => {
    const told = checkerOf([], true);
    expect(summaryOf(await heal(told)).every((line) => line.includes('healed'))).toBe(true);
    expect(told.asked).toEqual([]);
  });

  it('asks only about a doubtful one by itself, and drops its fix', async () => {
    const told = checkerOf([['b.ts', 'bravo']], true);
    expect(summaryOf(await heal(told))).toEqual([
      'CALL-1 a.ts:2 healed auto_fix kept',
      'CALL-1 b.ts:2 escalated type_error/types',
      'CALL-1 c.ts:2 healed auto_fix kept',
    ]);
    expect(new Set(told.asked)).toEqual(new Set(['b.ts']));
  });

  it('asks about each where a person answers', async () => {
    const told = checkerOf([], true);
    const person: Person = { decide: async () => ({ kind: 'accept' }), hasLeft: () => false };
    await healProject({ rules: CALL_RULE, files, typeChecker: told.checker, person });
    expect(new Set(told.asked)).toEqual(new Set(Object.keys(files)));
  });

  it('comes to what asking one after the other comes to, whatever patterns learn from it', async () => {
    const file = fc.constantFrom('a.ts', 'b.ts', 'c.ts');
    const name = fc.constantFrom('bravo', 'charlie');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(file, name), { maxLength: 4 }),
        fc.integer({ min: 0, max: 100 }),
        async (wrong, hundredths) => {
          const patterns = [{ ...PATTERN, replacementTemplate: 'charlie(', hundredths }];
          const [once, inTurn] = await Promise.all(
            [true, false].map((atOnce) =>
              healProject({ rules: CALL_RULE, files, patterns, typeChecker: checkerOf(wrong, atOnce).checker }),
            ),
          );
          expect(JSON.stringify(once)).toBe(JSON.stringify(inTurn));
        },
      ),
      { numRuns: 60 },
    );
  });
});
