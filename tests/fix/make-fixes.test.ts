import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeFix } from '../../src/fix/make-fix.js';
import { type FixRequest, makeFixes } from '../../src/fix/make-fixes.js';
import { applyEdits } from '../../src/model/edit.js';
import type { Packages } from '../../src/model/fix-site.js';
import { makeAutoFix } from '../support/make-auto-fix.js';
import { forbidden, makeRule } from '../support/make-rule.js';
import { type Instruction, placeOf } from './mend.js';

function request(text: string, pattern: RegExp, nth: number, fix: Instruction, path = 'src/a.tsx'): FixRequest {
  const rule = makeRule({}, forbidden(pattern));
  const check = rule.checks[0];
  if (!check) throw new Error('a rule without a check');
  return { site: { path, text, rule, check, place: placeOf(text, pattern, nth) }, instruction: makeAutoFix(fix) };
}

/** Every match of every pattern, each with its fix. */
function requestsFor(text: string, remedies: readonly (readonly [RegExp, Instruction])[], path?: string): FixRequest[] {
  return remedies.flatMap(([pattern, fix]) =>
    [...text.matchAll(new RegExp(pattern, 'g'))].map((_, nth) => request(text, pattern, nth, fix, path)),
  );
}

const alone = (requests: readonly FixRequest[]) => requests.map(({ site, instruction }) => makeFix(site, instruction));

const ENV: Instruction = { template: 'process.env.${UPPER_SNAKE_CASE_NAME}' };
const SECRET = /(?:secret|apiKey) = "\w+"/;
const LOG: readonly [RegExp, Instruction] = [/console\.log\(/, { strategy: 'remove' }];
const CLOCK: readonly [RegExp, Instruction] = [
  /Date\.now\(\)/,
  { template: 'clock.now()', importLine: `import { clock } from './clock'` },
];

const FUNCTION: readonly [RegExp, Instruction] = [
  /function \(\) \{/,
  { findReplace: { find: /function \(\) \{/g, replace: '() => {' } },
];

describe('fixes made together are the fixes made one by one', () => {
  test.each([
    ['apart', 'const secret = "a";\nconst apiKey = "b";\n', [[SECRET, ENV]]],
    [
      'one of them refused',
      'const secret = "a";\nfunction f(apiKey = "b") {}\nconsole.log(1);\na();\n',
      [[SECRET, ENV], LOG],
    ],
    ['one of them breaks the syntax', 'a.b();\nconsole.log(1);\nc.d();\n', [[/\.b\(/, { template: '.b((' }], LOG]],
    [
      'one of them changes what is around',
      'a.b();\nf(c);\nconsole.log(1);\nd();',
      [[/f\(/, { template: '/* f(' }], LOG],
    ],
    ['touching', 'console.log(1);\nconsole.log(2);\na();\n', [LOG]],
    ['overlapping', 'f(console.log(1));\n', [LOG, [/f\(/, { strategy: 'wrap', template: 'String(${MATCH})' }]]],
    ['with an import they share', 'export const a = Date.now();\nexport const b = Date.now();\n', [CLOCK]],
    [
      'with an import that one of them may not use',
      'export const a = Date.now();\nexport const b = (clock) => Date.now();\n',
      [CLOCK],
    ],
    [
      'with a name that only the other brings in',
      'export const a = Date.now();\nexport const b = f(1);\n',
      [CLOCK, [/f\(1\)/, { template: '(() => clock)' }]],
    ],
    [
      'halves of a pair',
      'const a = <Old b="c">d</Old>;',
      [
        [/<Old/, { template: '<p' }],
        [/<\/Old/, { template: '</p' }],
      ],
    ],
    ['operators that may not be mixed', 'x = a || b || c;', [[/ \|\| /, { template: ' ?? ' }]]],
    ['operators of one precedence', 'x = 1 + 2 + 3;', [[/ \+ /, { template: ' * ' }]]],
    [
      'the operands of an operator',
      'x = sum(a, b) * sum(c, d);',
      [[/sum\((\w), (\w)\)/, { findReplace: { find: /sum\((\w), (\w)\)/g, replace: '$1 + $2' } }]],
    ],
    [
      'operands on lines of their own',
      'x =\n  getOr(a, b) &&\n  getOr(c, d);',
      [[/getOr\((\w), (\w)\)/, { findReplace: { find: /getOr\((\w), (\w)\)/g, replace: '$1 || $2' } }]],
    ],
    [
      'operands compared',
      'x = isUnset(a) !== isUnset(b);',
      [[/isUnset\((\w)\)/, { findReplace: { find: /isUnset\((\w)\)/g, replace: '$1 == null' } }]],
    ],
    [
      'the parts of a condition',
      'x = bit(a) ? bit(b) : bit(c);',
      [[/bit\((\w)\)/, { findReplace: { find: /bit\((\w)\)/g, replace: '$1 ? 1 : 0' } }]],
    ],
    [
      'both branches of a condition',
      'if (a) console.log(1);\nelse console.log(2);',
      [[/(?<!\{ )console\.log\(/, { strategy: 'wrap', template: 'if (DEV) { ${MATCH} }' }]],
    ],
    [
      'statements without semicolons',
      'console.log(1)\nconsole.log(2)\na()',
      [[/(?<!&& )console\.log\(/, { strategy: 'wrap', template: '(DEV && ${MATCH})' }]],
    ],
    [
      'one that only stands beside its neighbour',
      'x = cfg.port + cfg.port;',
      [[/\bcfg\.port\b(?! \?\?)/, { strategy: 'wrap', template: '${MATCH} ?? 80' }]],
    ],
    ['labels', 'a: for (;;) { break a; }', [[/\ba\b/, { findReplace: { find: /a/g, replace: 'b' } }]]],
  ] as const)('%s', (_, text, remedies) => {
    const requests = requestsFor(text, remedies);
    expect(requests.length).toBeGreaterThan(0);
    expect(makeFixes(requests)).toEqual(alone(requests));
  });

  test('in another language too', () => {
    const fix: Instruction = { findReplace: { find: /a/g, replace: 'b' } };
    const requests = requestsFor(
      'a\na\n',
      [
        [/a/, fix],
        [/a/, { template: 'x' }],
      ],
      'a.py',
    );
    expect(makeFixes(requests)).toEqual(alone(requests));
  });

  test('whatever the code', () => {
    const lines = fc.constantFrom(
      'const secret = "x";',
      'this.apiKey = "y";',
      'console.log(a);',
      'if (a) console.log(b);',
      'f(Date.now(), { secret: 1 });',
      'function g(clock) { return Date.now(); }',
      'type T = { a: 1 };',
      'const t = `${Date.now()} console.log(`;',
      'el.innerHTML = name;',
      'el.innerHTML = "<b>";',
      '(function () { console.log(1); a(); })()',
      '[a, b].map(c)',
      'x = a',
      'class A { apiKey = "z" }',
    );
    const remedies: readonly (readonly [RegExp, Instruction])[] = [
      [SECRET, ENV],
      LOG,
      CLOCK,
      [/\.innerHTML =/, { template: '.textContent =' }],
      [/\ba\b/, { strategy: 'wrap', template: 'String(${MATCH})' }],
    ];
    let made = 0;
    let tried = 0;
    fc.assert(
      fc.property(fc.array(lines, { minLength: 1, maxLength: 8 }), (body) => {
        const text = `import z from 'z';\n${body.join('\n')}\nz();\n`;
        const requests = requestsFor(text, remedies, 'src/a.ts');
        const answers = makeFixes(requests);
        expect(answers).toEqual(alone(requests));
        tried++;
        for (const answer of answers) {
          if (answer.kind !== 'fix') continue;
          made++;
          expect(applyEdits(text, answer.fix.edits)).not.toBeNull();
        }
      }),
      { numRuns: 150, seed: 4 },
    );
    expect(made).toBeGreaterThan(tried / 2);
  });

  test('nothing asked, nothing answered', () => {
    expect(makeFixes([])).toEqual([]);
  });
});

test('what an import stands beside is not held against it', () => {
  const text = "import a from 'a';\nconsole.log(a);\nexport const last = a[a.length - 1];\n";
  const packages = {
    isInstalled: () => true,
    reach: () => 'file' as const,
    oldestNode: () => [14, 0] as const,
    isCompiled: () => false,
  };
  const log: Instruction = {
    findReplace: { find: /console\.log/g, replace: 'logger.info' },
    importLine: "import { logger } from './logger';",
  };
  const requests = requestsFor(text, [
    [/console\.log/, log],
    [/a\[a\.length - 1\]/, { template: 'a.at(-1)' }],
  ]).map(({ site, instruction }) => ({ site: { ...site, packages }, instruction }));
  expect(makeFixes(requests).map(({ kind }) => kind)).toEqual(['fix', 'refused']);
});

test('what is refused for another reason is not held against a line among the statements of the file', () => {
  const text = "const a = require('a');\nexports.set = (options) => { options = options || {}; a(options); };\n";
  const packages = {
    isInstalled: () => true,
    reach: () => 'file' as const,
    oldestNode: () => [8, 0] as const,
    isCompiled: () => false,
  };
  const requests = requestsFor(text, [
    [/const a/, { strategy: 'insert', anchor: { kind: 'top' }, text: "'use strict';" }],
    [/ \|\| /, { template: ' ?? ' }],
  ]).map(({ site, instruction }) => ({ site: { ...site, path: 'a.js', packages }, instruction }));
  expect(makeFixes(requests).map(({ kind }) => kind)).toEqual(['fix', 'refused']);
});

test('a fix is not blamed for a neighbour that is refused for a reason of its own', () => {
  const text = 'on(function () {\n  x.y = function () {\n    f(this.list.slice().reverse());\n  };\n});\n';
  const NEWER: readonly [RegExp, Instruction] = [
    /\.slice\(\)\.reverse\(\)/,
    { findReplace: { find: /\.slice\(\)\.reverse\(\)/g, replace: '.toReversed()' } },
  ];
  const packages: Packages = {
    isInstalled: () => true,
    reach: () => 'file',
    oldestNode: () => [14, 0],
    isCompiled: () => false,
  };
  const requests = requestsFor(text, [FUNCTION, NEWER], 'src/a.js').map((each) => ({
    ...each,
    site: { ...each.site, packages },
  }));
  const answers = makeFixes(requests);
  expect(answers).toEqual(alone(requests));
  expect(answers.map(({ kind }) => kind)).toEqual(['fix', 'refused', 'refused']);
});
