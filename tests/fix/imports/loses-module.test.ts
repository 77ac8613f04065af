import { describe, expect, test } from 'vitest';
import { makeFixes } from '../../../src/fix/make-fixes.js';
import { applyEdits } from '../../../src/model/edit.js';
import { makeAutoFix } from '../../support/make-auto-fix.js';
import { forbidden, makeRule } from '../../support/make-rule.js';
import { answerTo, mend, placeOf } from '../mend.js';

const IMPORT = `import { debug } from './debug';\n`;
const remove = (text: string, pattern: RegExp, path = 'a.ts') =>
  mend({ text, pattern, fix: { strategy: 'remove' }, path });

const LEANING: readonly (readonly [string, string])[] = [
  ['await', 'await fetch(x);\n'],
  ['for await', 'for await (const y of x) use(y);\n'],
  ['import.meta', 'start(import.meta.url);\n'],
  ['this', 'start(this);\n'],
  ['this of a function', 'start(function () { return this; });\n'],
  ['a name in a block', 'if (x) {\n  var y = x;\n  use(y);\n}\n'],
];

describe('the last import stays where the rest is only right in a module', () => {
  test.each(LEANING)('%s, with what used it removed', (_, rest) => {
    expect(remove(`${IMPORT}debug(1);\n${rest}`, /\bdebug\(/)).toBe(IMPORT + rest);
    expect(remove(`${IMPORT}debug(1);\n${rest}`, /\bdebug\(/, 'a.js')).toBe(IMPORT + rest);
  });

  test.each(LEANING)('%s, when it is to be removed itself', (_, rest) => {
    expect(remove(IMPORT + rest, /from '.\/debug'/)).toBe('<statement-removable>');
  });

  // Outside of a module, `for await` would not even parse.
  const parsing = LEANING.filter(([what]) => what !== 'for await');
  test.each(parsing)('%s, when it is found and replaced', (_, rest) => {
    const findReplace = { find: /import \{ debug \} from '.\/debug';/g, replace: 'start();' };
    expect(mend({ text: IMPORT + rest, pattern: /from '.\/debug'/, fix: { findReplace } })).toBe('<edit-bounded>');
  });

  test('and it is said what for', () => {
    const text = `${IMPORT}await fetch(x);\n`;
    const answer = answerTo({ text, pattern: /from '.\/debug'/, fix: { strategy: 'remove' } });
    expect(answer).toMatchObject({
      detail: 'Without its last import or export the file would be no module any more, and its code relies on that.',
    });
  });
});

describe('the last import goes', () => {
  test.each([
    ['the rest is right anywhere', 'a.ts', 'start();\n'],
    ['the name of the file says module', 'a.mts', 'await fetch(x);\n'],
    ['another import stays', 'a.ts', `import './b';\nawait fetch(x);\n`],
    ['an export stays', 'a.ts', 'await fetch(x);\nexport {};\n'],
    ['this is that of a class', 'a.ts', 'start(class { x = this; });\n'],
  ])('where %s', (_, path, rest) => {
    expect(remove(`${IMPORT}debug(1);\n${rest}`, /\bdebug\(/, path)).toBe(rest);
  });

  test('where the only await goes with it', () => {
    expect(remove(`${IMPORT}await debug(1);\nstart();\n`, /\bdebug\(/)).toBe('start();\n');
  });
});

test('fixes made together are judged by what each of them does', () => {
  const text = `import { a } from './a';\nimport { debug } from './debug';\na(1);\ndebug(1);\nawait fetch(x);\n`;
  const requests = [/\ba\(1/, /\bdebug\(/].map((pattern) => {
    const instruction = makeAutoFix({ strategy: 'remove' });
    const rule = makeRule({}, forbidden(pattern, { autoFix: instruction }));
    const [check] = rule.checks;
    if (!check) throw new Error('a rule without a check');
    return { site: { path: 'a.ts', text, rule, check, place: placeOf(text, pattern, 0) }, instruction };
  });
  const mended = makeFixes(requests).map((each) => each.kind === 'fix' && applyEdits(text, each.fix.edits));
  expect(mended).toEqual([
    `import { debug } from './debug';\ndebug(1);\nawait fetch(x);\n`,
    `import { a } from './a';\na(1);\nawait fetch(x);\n`,
  ]);
});
