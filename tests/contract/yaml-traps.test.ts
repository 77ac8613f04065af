import { describe, expect, it } from 'vitest';
import { parseContract } from '../../src/contract/parse-contract.js';

/** A contract whose line 5 holds the scope and whose line 8 holds the pattern, both as written. */
function contractWith(parts: { readonly scope?: string; readonly pattern?: string }): string {
  return [
    'contract_meta: { id: traps }',
    'rules:',
    '  non_negotiable:',
    '    - id: TRAP-001',
    `      scope: ${parts.scope ?? '["src/**"]'}`,
    '      behavior:',
    '        forbidden_patterns:',
    `          - pattern: ${parts.pattern ?? '/x/'}`,
    '            message: found',
    '',
  ].join('\n');
}

describe('patterns that YAML changes', () => {
  // As written; the problem; the quoted form that `help` must show; the regex source that form must give.
  const table: readonly (readonly [string, string, string, string])[] = [
    ['/a #b/', 'pattern/cut-by-comment@8:22', "'/a #b/'", 'a #b'],
    ['/color: #fff #x/i # why', 'contract/yaml-colon@8:22', "'/color: #fff #x/i'", 'color: #fff #x'],
    ['/a: b/', 'contract/yaml-colon@8:22', "'/a: b/'", 'a: b'],
    ["/it's: b/", 'contract/yaml-colon@8:22', "'/it''s: b/'", "it's: b"],
    ['"/\\s+x/"', 'contract/yaml-escape@8:24', "'/\\s+x/'", '\\s+x'],
    ['"/\\beval\\b/"', 'pattern/double-quoted-escape@8:22', "'/\\beval\\b/'", '\\beval\\b'],
    ['"\\x41\\\\d"', 'pattern/double-quoted-escape@8:22', "'\\x41\\d'", '\\x41\\d'],
    ['`code`', 'contract/yaml-reserved@8:22', "'`code`'", '`code`'],
    ['%s', 'contract/yaml-reserved@8:22', "'%s'", '%s'],
    ['@ts-ignore', 'contract/yaml-reserved@8:22', "'@ts-ignore'", '@ts-ignore'],
    ['[a-z]+/x', 'contract/yaml-reserved@8:22', "'[a-z]+/x'", '[a-z]+/x'],
    ['[a-z]', 'contract/shape@8:22', "'[a-z]'", '[a-z]'],
    ['{2}x', 'contract/yaml-reserved@8:22', "'{2}x'", '{2}x'],
    ['|a|b', 'contract/yaml-reserved@8:22', "'|a|b'", '|a|b'],
    ['| foo', 'contract/yaml-reserved@8:22', "'| foo'", '| foo'],
    ['> foo', 'contract/yaml-reserved@8:22', "'> foo'", '> foo'],
    ['- foo', 'contract/yaml-reserved@8:22', "'- foo'", '- foo'],
    ['&& foo', 'pattern/cut-by-anchor@8:25', "'&& foo'", '&& foo'],
    ["' /eval/'", 'pattern/unclosed@8:22', "'/eval/'", 'eval'],
    ["'/eval/i '", 'pattern/unclosed@8:22', "'/eval/i'", 'eval'],
    ['|\n              /eval/', 'pattern/unclosed@8:22', "'/eval/'", 'eval'],
    ['#[0-9a-f]{6}', 'pattern/cut-by-comment@8:13', "'#[0-9a-f]{6}'", '#[0-9a-f]{6}'],
  ];

  it.each(table)('%s', (written, place, help, source) => {
    const { problems, contract } = parseContract('traps.yml', contractWith({ pattern: written }));
    expect(problems.map(({ code, line, column }) => `${code}@${line}:${column}`)).toEqual([place]);
    expect(problems[0]?.help).toContain(help);
    expect(contract?.rules ?? []).toEqual([]);

    const corrected = parseContract('traps.yml', contractWith({ pattern: help }));
    if (source.startsWith('{')) return;
    if (/^\|/.test(source)) return expect(corrected.problems[0]?.code).toBe('pattern/matches-everywhere');
    expect(corrected.problems).toEqual([]);
    const [check] = corrected.contract?.rules[0]?.checks ?? [];
    expect(check?.kind === 'forbidden-pattern' && check.pattern.regex.source).toBe(source.replaceAll('/', '\\/'));
  });

  it('a block that adds a line end to the pattern', () => {
    const codes = (pattern: string) =>
      parseContract('traps.yml', contractWith({ pattern })).problems.map(({ code }) => code);
    expect(codes('|\n              eval')).toEqual(['pattern/line-end']);
    expect(codes('>\n              eval')).toEqual(['pattern/line-end']);
    expect(codes('|-\n              eval')).toEqual([]);
    expect(codes('>-\n              /eval/')).toEqual([]);
    expect(codes("' /eval/gi'")).toEqual(['pattern/unclosed']);
  });

  it.each([
    ['/a/ # a comment after a closed pattern is a comment', 'a'],
    ['/a\\/#b/', 'a\\/#b'],
    ["'/a: b #c/'", 'a: b #c'],
    ['"/a\\\\s\\/b/"', 'a\\s\\/b'],
    ['"/tab\\there/"', 'tab\there'],
    ['a:b', 'a:b'],
    ["' /bin/sh'", ' \\/bin\\/sh'],
    ["' /bin/sh -c '", ' \\/bin\\/sh -c '],
    ['007', '007'],
    ['1.0', '1.0'],
    ['true', 'true'],
    ['>-\n              /folded\n              text/', 'folded text'],
    ['|-\n              /literal/', 'literal'],
    ['&shared /x/\n            note: *shared', 'x'],
  ])('%s is read as written', (written, source) => {
    const { problems, contract } = parseContract('traps.yml', contractWith({ pattern: written }));
    expect(problems).toEqual([]);
    const [check] = contract?.rules[0]?.checks ?? [];
    expect(check?.kind === 'forbidden-pattern' && check.pattern.regex.source).toBe(source);
  });

  it.each([
    ['/begin[\\s\\S]*?end/', 'contract/yaml-flow'],
    ['/foo bar{1,3}/i', 'contract/yaml-flow'],
    ['/a,b/', 'pattern/cut-by-comma'],
    ['/a b, c/i', 'pattern/cut-by-comma'],
  ])('%s in a flow mapping', (written, code) => {
    const text = (pattern: string): string =>
      `rules:\n  non_negotiable:\n    - { id: A, scope: "**", behavior: { forbidden_patterns: [ { pattern: ${pattern}, message: b } ] } }\n`;
    const [problem] = parseContract('traps.yml', text(written)).problems;
    expect(problem).toMatchObject({ code, line: 3, column: 74 });
    expect(problem?.help).toContain(`'${written}'`);
    expect(parseContract('traps.yml', text(`'${written}'`)).contract?.rules).toHaveLength(1);
  });

  it('a list entry that YAML took for a mapping is explained', () => {
    const text = 'journey_meta: { id: J-1 }\ntest_hooks:\n  e2e_test_file: a.ts\n  required_patterns:\n    - /a: b/\n';
    const [problem] = parseContract('j.yml', text).problems;
    expect(problem).toMatchObject({ code: 'contract/yaml-colon', line: 5 });
    expect(problem?.help).toContain("'/a: b/'");
  });
});

describe('globs that YAML changes', () => {
  it.each([
    ['\n        - !src/**/*.test.ts', 'contract/yaml-tag@6:11', "'!src/**/*.test.ts'"],
    ['\n        - src/**\n        - !src/x # why', 'contract/yaml-tag@7:11', "'!src/x'"],
    ['[src/**, !src/x/**]', 'contract/yaml-tag@5:23', "'!src/x/**'"],
    ['\n        - **/*.ts', 'contract/yaml-alias@6:11', "'**/*.ts'"],
    ['\n        - *.ts', 'contract/yaml-alias@6:11', "'*.ts'"],
    ['*.ts', 'contract/yaml-alias@5:14', "'*.ts'"],
    ['\n        - **/*.{ts,tsx}', 'contract/yaml-alias@6:11', "'**/*.{ts,tsx}'"],
    ['[**/*.ts, b]', 'contract/yaml-alias@5:15', "'**/*.ts'"],
    ['\n        - @types/**', 'contract/yaml-reserved@6:11', "'@types/**'"],
    ['[src/**/*.{ts,tsx}]', 'contract/yaml-flow@5:15', "'src/**/*.{ts,tsx}'"],
    ['["lib/**", src/{a,b}/**, docs/**]', 'contract/yaml-flow@5:25', "'src/{a,b}/**'"],
    ['\n        - {a,b}/**', 'contract/yaml-reserved@6:11', "'{a,b}/**'"],
  ])('%s', (written, place, help) => {
    const { problems } = parseContract('traps.yml', contractWith({ scope: written }));
    expect(problems.map(({ code, line, column }) => `${code}@${line}:${column}`)).toEqual([place]);
    expect(problems[0]?.help).toContain(help);
    expect(parseContract('traps.yml', contractWith({ scope: `["src/**", ${help}]` })).problems).toEqual([]);
  });
});

describe('other traps', () => {
  it.each([
    ['tab', 'rules:\n\tsoft: []\n', 'contract/yaml-tab@2:1'],
    ['tab behind spaces', 'rules:\n  \tsoft: []\n', 'contract/yaml-tab@2:3'],
    ['tab below a key', 'rules:\n  soft:\n\t- id: A\n', 'contract/yaml-tab@3:1'],
    ['tab below an empty line', 'rules:\n  soft:\n\n  \t- id: A\n', 'contract/yaml-tab@4:3'],
    ['a key in the wrong column', 'rules:\n  - id: A\n   soft:\n', 'contract/yaml@3:1'],
    ['unclosed double quote', 'owner: a\nfeature: "a \\" b\nrules: []\n', 'contract/yaml-quote@2:10'],
    ['unclosed single quote', "owner: 'a'\nfeature: 'it''s\nrules: []\n", 'contract/yaml-quote@2:10'],
    ['duplicate key', 'rules: {}\ncontract_meta: {}\nrules: {}\n', 'contract/duplicate-key@3:1'],
    ['duplicate key by another spelling', 'owner: a\ncontract_meta: { 1: a, "1": b }\n', 'contract/duplicate-key@2:24'],
    ['duplicate key in another normal form', 'caf\u00e9: 1\ncafe\u0301: 2\n', 'contract/duplicate-key@2:1'],
    ['merge key', 'rules:\n  <<: { soft: [] }\n', 'contract/yaml-merge@2:3'],
    ['YAML 1.1', '%YAML 1.1\n---\nrules: {}\n', 'contract/yaml-directive@1:1'],
    ['tag directive', '%TAG ! tag:x,2000:\n---\nrules: {}\n', 'contract/yaml-directive@1:1'],
    ['explicit tag', 'rules:\n  soft: !!seq []\n', 'contract/yaml@2:9'],
    ['binary tag', 'owner: !!binary aGk=\n', 'contract/yaml@1:8'],
    ['two documents', 'rules: {}\n---\nrules: {}\n', 'contract/yaml-documents@2:1'],
    ['circle', 'rules: &a\n  soft: *a\n', 'contract/yaml-circle@2:9'],
    ['prototype', 'rules:\n  __proto__: { soft: [] }\n', 'contract/yaml-prototype@2:3'],
    ['constructor', 'constructor: 1\n', 'contract/yaml-prototype@1:1'],
    ['key that is a list', '? [a]\n: b\n', 'contract/yaml-key@1:3'],
    ['key that is nothing', 'rules: {}\n? \n: b\n', 'contract/yaml-key@2:3'],
    ['quote inside quotes', "owner: 'it's'\n", 'contract/yaml@1:12'],
    ['empty', '', 'contract/empty@1:1'],
    ['comments only', '# nothing\n', 'contract/empty@1:1'],
    ['text', 'hello\n', 'contract/unrecognised@1:1'],
    ['another file', 'name: ci\non: push\n', 'contract/unrecognised@1:1'],
    ['a lone behavior', '# x\nbehavior:\n  forbidden_patterns: []\n', 'contract/fragment@2:1'],
    ['a lone auto_fix', 'auto_fix: { strategy: remove }\n', 'contract/fragment@1:1'],
  ])('%s', (_name, text, place) => {
    const { problems, contract } = parseContract('traps.yml', text);
    expect(contract).toBeNull();
    expect(problems.map(({ code, line, column }) => `${code}@${line}:${column}`)).toEqual([place]);
    expect(problems[0]?.help).toBeTruthy();
  });

  it('a file whose keys are nearly ours is told so', () => {
    expect(parseContract('x.yml', 'rulez: []\n').problems[0]?.help).toContain('`rules`');
  });

  it('the first of two equal keys is named', () => {
    const text = 'rules: {}\nowner: a\nrules: {}\n';
    expect(parseContract('x.yml', text).problems[0]?.message).toContain('line 1');
  });
});

it.each([
  ['contract_meta: { id: a\nrules: []\n', '}', 2],
  ['contract_meta: { id: a }\nscope: ["src/**"\nrules: []\n', ']', 3],
])('names the bracket that is never closed: %j', (text, bracket, line) => {
  const [problem] = parseContract('contracts/a.yml', text).problems;
  expect(problem).toMatchObject({ code: 'contract/yaml', line });
  expect(problem?.message).toContain(`never closed: the \`${bracket}\` is missing`);
});
