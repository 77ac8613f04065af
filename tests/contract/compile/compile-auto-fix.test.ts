import { describe, expect, it } from 'vitest';
import { parseContract } from '../../../src/contract/parse-contract.js';
import type { AutoFix } from '../../../src/model/auto-fix.js';
import { isExecutable } from '../../../src/model/auto-fix.js';
import type { Problem } from '../../../src/model/problem.js';
import { makeAutoFix } from '../../support/make-auto-fix.js';

function read(
  autoFix: string,
  pattern = '/(?<name>\\w+) = (secret)/',
): { autoFix: AutoFix | null; problems: readonly Problem[] } {
  const text = [
    'contract_meta: { id: c }',
    'rules:',
    '  non_negotiable:',
    '    - id: A-1',
    '      scope: src/**',
    '      forbidden_patterns:',
    `        - pattern: ${pattern}`,
    `          auto_fix: ${autoFix}`,
    '',
  ].join('\n');
  const { contract, problems } = parseContract('c.yml', text);
  return { autoFix: contract?.rules[0]?.checks[0]?.autoFix ?? null, problems };
}

describe('a `find` that has the escapes of a regular expression and no slashes', () => {
  it.each([String.raw`\bvar\b`, String.raw`console\.log\(`, String.raw`(\w+)`])(
    'is warned of and read as text: %s',
    (find) => {
      const { autoFix, problems } = read(`{ strategy: replace, find: '${find}', replace: let }`);
      expect(problems).toMatchObject([{ code: 'auto-fix/plain-find', severity: 'warning' }]);
      expect(find).toMatch(autoFix?.findReplace?.find ?? /nothing/);
    },
  );

  it.each(['console.log(', String.raw`'\n'`, String.raw`C:\temp`, String.raw`/\bvar\b/`])(
    'is another thing than %s',
    (find) => {
      expect(read(`{ strategy: replace, find: "${find.replaceAll('\\', '\\\\')}", replace: let }`).problems).toEqual(
        [],
      );
    },
  );
});

describe('both vocabularies are one', () => {
  const nothing = makeAutoFix({ declaredAt: { file: 'c.yml', line: 8, column: 21 } });

  it.each<[string, Partial<AutoFix>, boolean]>([
    ['{ strategy: replace, hint: Use env }', { strategy: 'replace', hint: 'Use env' }, false],
    [
      '{ strategy: replace, wrap_pattern: "env.${UPPER_SNAKE_CASE_NAME}" }',
      { strategy: 'replace', template: 'env.${UPPER_SNAKE_CASE_NAME}' },
      true,
    ],
    ['{ strategy: replace, wrap_pattern: "${name}: ${2}" }', { strategy: 'replace', template: '${name}: ${2}' }, true],
    [
      '{ strategy: replace, wrap_pattern: "env.{UPPER_SNAKE_CASE_KEY}" }',
      { strategy: 'replace', template: 'env.${UPPER_SNAKE_CASE_NAME}' },
      true,
    ],
    ['{ strategy: replace, wrap_pattern: "f({captured})" }', { strategy: 'replace', template: 'f(${1})' }, true],
    [
      '{ strategy: replace, wrap_pattern: "f({other}) $& $1 \\n" }',
      { strategy: 'replace', template: 'f({other}) $& $1 \n' },
      true,
    ],
    [
      '{ strategy: replace_with, find: "// a.b", replace: c }',
      { strategy: 'replace', findReplace: { find: /\/\/ a\.b/g, written: '// a.b', replace: 'c' } },
      true,
    ],
    [
      '{ strategy: replace_with, find: a.b, replace: c }',
      { strategy: 'replace', findReplace: { find: /a\.b/g, written: 'a.b', replace: 'c' } },
      true,
    ],
    [
      '{ strategy: replace_with, find: "/(a)(?<b>x)/i", replace: "$1$<b>${MATCH}" }',
      {
        strategy: 'replace',
        findReplace: { find: /(a)(?<b>x)/gi, written: '/(a)(?<b>x)/i', replace: '$1$<b>${MATCH}' },
      },
      true,
    ],
    ['{ strategy: add_import, import_line: "import a" }', { strategy: 'insert', importLine: 'import a' }, true],
    [
      '{ strategy: add_import, import_line: \'import "${ROOT}/a.js"\' }',
      { strategy: 'insert', importLine: 'import "${ROOT}/a.js"' },
      true,
    ],
    [
      '{ strategy: insert, text: "use(a)\\n", anchor: after_imports }',
      { strategy: 'insert', text: 'use(a)\n', anchor: { kind: 'after-imports' } },
      true,
    ],
    [
      '{ strategy: insert, text: x, anchor: "before:/^app\\\\b/m" }',
      { strategy: 'insert', text: 'x', anchor: { kind: 'before', regex: /^app\b/gm } },
      true,
    ],
    [
      '{ strategy: insert, text: x, anchor: "after: /x/" }',
      { strategy: 'insert', text: 'x', anchor: { kind: 'after', regex: /x/g } },
      true,
    ],
    [
      '{ strategy: insert, text: x, target: ./src/app.ts }',
      { strategy: 'insert', text: 'x', targetFile: 'src/app.ts' },
      true,
    ],
    ['{ strategy: wrap_with, wrap_pattern: "safe(${MATCH})" }', { strategy: 'wrap', template: 'safe(${MATCH})' }, true],
    ['{ strategy: wrap_with, wrapper: auth, position: around }', { strategy: 'wrap' }, false],
    ['{ strategy: remove_pattern }', { strategy: 'remove' }, true],
    ['{ strategy: remove, target: value }', { strategy: 'remove', target: { kind: 'value' } }, true],
    ['{ strategy: remove, target: match }', { strategy: 'remove', target: { kind: 'match' } }, true],
    ['{ strategy: remove, target: name }', { strategy: 'remove', target: { kind: 'group', name: 'name' } }, true],
    ['{ strategy: remove, target: 2 }', { strategy: 'remove', target: { kind: 'group', name: '2' } }, true],
    ['{ strategy: remove, safety: unsafe }', { strategy: 'remove', safety: 'unsafe' }, true],
    [
      '{ strategy: remove, when: result-unused }',
      { strategy: 'remove', when: [{ name: 'result-unused', argument: null }] },
      true,
    ],
    [
      '{ strategy: remove, when: [ operands: primitive, "name-free: logger", { value: plain-text } ] }',
      {
        strategy: 'remove',
        when: [
          { name: 'operands', argument: 'primitive' },
          { name: 'name-free', argument: 'logger' },
          { name: 'value', argument: 'plain-text' },
        ],
      },
      true,
    ],
    [
      '{ strategy: remove, when: { target-lib: es2022 } }',
      { strategy: 'remove', when: [{ name: 'target-lib', argument: 'es2022' }] },
      true,
    ],
  ])('%s', (written, expected, executable) => {
    const { autoFix, problems } = read(written);
    expect(problems).toEqual([]);
    expect(autoFix).toEqual({ ...nothing, ...expected });
    expect(autoFix && isExecutable(autoFix)).toBe(executable);
  });
});

describe('mistakes', () => {
  it.each([
    ['{ strategy: replcae, hint: x }', 'contract/shape', 'Did you mean `replace`?'],
    ['{ hint: x }', 'contract/shape', 'Add `strategy: …`'],
    ['{ strategy: [remove] }', 'contract/shape', 'Choose one of'],
    ['{ strategy: remove, safety: maybe }', 'contract/shape', '`safe`'],
    [
      '{ strategy: replace, wrap_pattern: "${UPPER_SNAKE_CASE_NAM}" }',
      'auto-fix/placeholder',
      'Did you mean `UPPER_SNAKE_CASE_NAME`?',
    ],
    ['{ strategy: replace, wrap_pattern: "${VARIABLE}" }', 'auto-fix/placeholder', '${VALUE}'],
    ['{ strategy: replace, wrap_pattern: "${3}" }', 'auto-fix/placeholder', 'group of the pattern'],
    ['{ strategy: replace, wrap_pattern: "${nmae}" }', 'auto-fix/placeholder', 'Did you mean'],
    [
      `{ strategy: add_import, import_line: 'import e from "\${ROOT}src/e.js"' }`,
      'auto-fix/import-line',
      '"${ROOT}/src/log.js"',
    ],
    [`{ strategy: add_import, import_line: 'import e from "\${SRC}/e.js"' }`, 'auto-fix/import-line', '${ROOT}/'],
    ['{ strategy: replace_with, find: a }', 'auto-fix/incomplete', 'Complete it'],
    ['{ strategy: replace_with, replace: a }', 'auto-fix/incomplete', 'Complete it'],
    ['{ strategy: replace_with, find: a, replace: $1 }', 'auto-fix/replace-group', '/regex/'],
    ['{ strategy: replace_with, find: /(a)/, replace: $2 }', 'auto-fix/replace-group', '/regex/'],
    ['{ strategy: replace_with, find: /(?<a>a)/, replace: $<b> }', 'auto-fix/replace-group', '/regex/'],
    ['{ strategy: replace_with, find: /(/, replace: b }', 'pattern/invalid', 'JavaScript'],
    ['{ strategy: replace_with, find: /a/g, replace: b }', 'pattern/flags', '`i`'],
    ['{ strategy: insert, text: x, anchor: bottom }', 'auto-fix/anchor', '`after_imports`'],
    ['{ strategy: insert, text: x, anchor: "before:x" }', 'auto-fix/anchor', 'before:/regex/'],
    ['{ strategy: insert, text: x, anchor: "before:/(/" }', 'pattern/invalid', 'JavaScript'],
    ['{ strategy: insert, text: x, target: ../a.ts }', 'scope/glob', 'project root'],
    ['{ strategy: insert, text: x, target: /etc/a.ts }', 'scope/glob', 'project root'],
    ['{ strategy: remove, target: vaule }', 'auto-fix/target', 'Did you mean `value`?'],
    ['{ strategy: remove, target: 3 }', 'auto-fix/target', null],
    ['{ strategy: remove, when: operand }', 'auto-fix/condition', 'Did you mean `operands`?'],
    ['{ strategy: remove, when: [ moon: full ] }', 'auto-fix/condition', '`name-free`'],
    ['{ strategy: remove, when: [ constructors: x ] }', 'auto-fix/condition', '`operands`'],
    ['{ strategy: remove, when: operands }', 'auto-fix/condition-argument', 'operands: primitive'],
    ['{ strategy: remove, when: [ operands: primitiv ] }', 'auto-fix/condition-argument', 'Did you mean `primitive`?'],
    ['{ strategy: remove, when: [ name-free: ] }', 'auto-fix/condition-argument', 'with a value'],
    ['{ strategy: remove, when: [ result-unused: yes ] }', 'auto-fix/condition-argument', 'alone'],
  ])('%s', (written, code, help) => {
    const { autoFix, problems } = read(written);
    expect(autoFix).toBeNull();
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(problems[0]?.line).toBe(8);
    if (help !== null) expect(`${problems[0]?.help}`).toContain(help);
  });

  it('of an auto_fix that several patterns share are told once', () => {
    const text = [
      'contract_meta: { id: c }',
      'rules:',
      '  soft:',
      '    - { id: A, scope: a, forbidden_patterns: [x, y, z], auto_fix: { strategy: remove, when: moon } }',
    ].join('\n');
    expect(parseContract('c.yml', text).problems.map((problem) => problem.code)).toEqual(['auto-fix/condition']);
  });
});
