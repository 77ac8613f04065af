import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseContract } from '../../src/contract/parse-contract.js';

// What a person reads who made a mistake: place, message and advice, in full, in `mistakes.golden.txt`.

const GOLDEN = join(import.meta.dirname, 'mistakes.golden.txt');
const META = 'contract_meta: { id: shop, version: 1 }';

/** A contract of one rule with these fields, each on a line of its own, and a scope unless they have one. */
const rule = (...fields: readonly string[]): string =>
  [
    META,
    'rules:',
    '  non_negotiable:',
    '    - id: SHOP-001',
    ...(fields.some((field) => /scope|in_files/.test(field)) ? [] : ['      scope: ["src/**/*.ts"]']),
    ...fields.map((field) => `      ${field}`),
    '',
  ].join('\n');

const forbids = (...lines: readonly string[]): string =>
  rule('behavior:', '  forbidden_patterns:', ...lines.map((line) => `    ${line}`));
const requires = (...lines: readonly string[]): string =>
  rule('behavior:', '  required_patterns:', ...lines.map((line) => `    ${line}`));
const fix = (...fields: readonly string[]): string =>
  forbids('- pattern: /(?<name>\\w+)\\.innerHTML = (.*)/', '  auto_fix:', ...fields.map((field) => `    ${field}`));
const scoped = (scope: string): string =>
  rule(`scope: ${scope}`, 'behavior: { forbidden_patterns: [{ pattern: /eval/ }] }');
const domains = (hosts: string): string => rule(`behavior: { forbidden_domains: ${hosts} }`);

const MISTAKES: readonly (readonly [string, string])[] = [
  ['an empty file', ''],
  ['a file of comments', '# nothing\n'],
  ['a list', '- a\n- b\n'],
  ['a text', 'just words\n'],
  ['another kind of file', 'name: ci\non: push\njobs: {}\n'],
  ['many keys of something else', 'a: 1\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6\n'],
  ['a misspelt key', `contract_mta: { id: a }\nrule: {}\n`],
  ['behaviour alone', 'behavior:\n  forbidden_patterns: [{ pattern: /x/ }]\n'],

  ['a colon in an unquoted value', forbids('- pattern: /a: b/', '  message: m')],
  ['an escape in double quotes', forbids('- pattern: "/\\d+/"')],
  ['a bell in double quotes', forbids('- pattern: "/\\bword/"')],
  ['an unquoted exclamation mark', scoped('[src/**, !src/old/**]')],
  ['an unquoted star', scoped('*.ts')],
  ['an unquoted at sign', rule('title: @team')],
  ['an unquoted backtick', rule('title: `x`')],
  ['a percent sign', rule('title: %x')],
  ['a bracket in an unquoted value', forbids('- { pattern: /[a-z]{2,3}/ }')],
  ['a quote that is never closed', rule('title: "open')],
  ['a tab', `${META}\nrules:\n\tsoft: []\n`],
  ['a directive', `%TAG ! x\n---\n${META}\n`],
  ['two documents', `${META}\n---\n${META}\n`],
  ['a merge key', `base: &base { a: 1 }\n${META}\nrules:\n  <<: *base\n`],
  ['a key that is a list', `${META}\n? [a, b]\n: c\n`],
  ['a key of JavaScript', `${META}\n__proto__: { a: 1 }\n`],
  ['a circle', `${META}\nrules: &loop\n  soft: *loop\n`],
  ['a bomb', `${META}\na: &a [x, x, x, x, x, x, x, x, x, x]\n${bomb()}`],
  ['depth', `${META}\ndeep: ${'['.repeat(200)}${']'.repeat(200)}\n`],
  ['a key twice', rule('title: one', 'title: two')],
  ['a wrong indentation', `${META}\nrules:\n  soft:\n   - id: A\n  - id: B\n`],

  ['rules that are no mapping', `${META}\nrules: [a]\n`],
  ['a rule that is a text', `${META}\nrules: { soft: [A] }\n`],
  ['patterns that are a text', rule('behavior: { forbidden_patterns: eval }')],
  ['a pattern without one', forbids('- message: m')],
  ['a strange severity of a pattern', requires('- pattern: /x/', '  require: some')],
  ['a strange way to match', forbids('- pattern: /x/', '  match: words')],
  ['a key that nobody reads, near a known one', forbids('- pattern: /x/', '  mesage: m')],
  ['a key of a rule that nobody reads', rule('scop: x', 'behavior: { forbidden_patterns: [{ pattern: /x/ }] }')],
  ['a misspelt severity', rule('severity: eror', 'behavior: { forbidden_patterns: [{ pattern: /x/ }] }')],
  ['a severity of another kind', rule('severity: future', 'behavior: { forbidden_patterns: [{ pattern: /x/ }] }')],
  ['no id of the contract', forbids('- pattern: /x/').replace(META, 'contract_meta: { version: 1 }')],
  ['no id of a rule', forbids('- pattern: /x/').replace('id: SHOP-001', 'title: T')],
  [
    'an id twice',
    `${forbids('- pattern: /x/')}    - { id: SHOP-001, scope: [a], behavior: { forbidden_patterns: [{ pattern: /y/ }] } }\n`,
  ],
  ['no scope', `${META}\nrules: { soft: [{ id: A, behavior: { forbidden_patterns: [{ pattern: /x/ }] } }] }\n`],
  [
    'two scopes',
    forbids('- { pattern: /x/, in_files: [a.ts] }', '- { pattern: /y/, in_files: [b.ts] }').replace(/ +scope.*\n/, ''),
  ],
  ['an empty scope', scoped('[]')],
  ['a scope that only excludes', scoped('["!a", "!b"]')],
  ['an absolute glob', scoped('[/src/**]')],
  ['a glob that leads out', scoped('["../other/**"]')],
  ['a glob with backslashes', scoped("['src\\a.ts']")],
  ['an empty glob', scoped('[""]')],
  ['a glob with an open brace', scoped('["src/{a,b"]')],

  ['a pattern cut by a comment', forbids('- pattern: /a #b/')],
  ['a pattern cut by a comma', forbids('- { pattern: /a,b/ }')],
  ['a pattern that is a comment', forbids('- pattern: #ff0000')],
  ['a pattern that is an anchor', forbids('- pattern: &amp eval')],
  ['a pattern that is never closed', forbids('- pattern: /src')],
  ['a dollar sign that is an anchor', forbids('- pattern: /$.ajax/')],
  ['a block that adds a line end', forbids('- pattern: |', '    eval')],
  ['spaces around the slashes', forbids("- pattern: ' /eval/'")],
  ['a flag that is ours', forbids('- pattern: /x/g')],
  ['a sticky flag', forbids('- pattern: /x/y')],
  ['a flag of other engines', forbids('- pattern: /x/x')],
  ['a flag twice', forbids('- pattern: /x/ii')],
  ['a path for a pattern', forbids('- pattern: /usr/local')],
  ['an empty pattern', forbids('- pattern: //')],
  ['an empty text', forbids('- pattern: ""')],
  ['a pattern that does not compile', forbids('- pattern: /(a/')],
  ['an inline flag', forbids("- pattern: '(?i)eval'")],
  ['a group of Python', forbids("- pattern: '(?P<name>x)'")],
  ['a possessive quantifier', forbids("- pattern: 'a++b'")],
  ['an atomic group', forbids("- pattern: '(?>a)b'")],
  ['a POSIX class', forbids("- pattern: '[[:alpha:]]'")],
  ['an anchor of other engines', forbids("- pattern: '\\Aeval\\Z'")],
  ['a second group of Python', forbids("- pattern: '(a)(?P=name)'")],
  ['a recursion of Python', forbids("- pattern: '(?P>name)'")],
  ['a group named in quotes', forbids(`- pattern: "(?'name'x)"`)],
  ['a comment in a pattern', forbids("- pattern: 'a(?#why)b'")],
  ['a branch reset', forbids("- pattern: '(?|a|b)'")],
  ['a recursion', forbids("- pattern: '\\((?R)\\)'")],
  ['a condition in a pattern', forbids("- pattern: '(a)?(?(1)b|c)'")],
  ['flags for a part', forbids("- pattern: 'a(?i:b)'")],
  ['a flag switched off', forbids("- pattern: 'a(?-i)b'")],
  ['a POSIX class of no such name', forbids("- pattern: 'a[[:nope:]]'")],
  ['a POSIX class turned round', forbids("- pattern: '[[:^digit:]]'")],
  ['a POSIX class that stands alone', forbids("- pattern: 'a[:space:]b'")],
  ['an empty class', forbids("- pattern: 'a[]b]'")],
  ['a property', forbids("- pattern: '[\\p{Lu}]x'")],
  ['a property that is never closed', forbids("- pattern: 'a\\P{Lu'")],
  ['a code point', forbids("- pattern: 'a\\x{1F600}'")],
  ['a code point with u', forbids("- pattern: '[\\u{1F600}]'")],
  ['blanks of other engines', forbids("- pattern: 'a\\hb'")],
  ['blanks of other engines in a class', forbids("- pattern: '[\\h]b'")],
  ['a counted possessive quantifier', forbids("- pattern: 'a{2,3}+b'")],
  ['a possessive quantifier of one number', forbids("- pattern: 'a{12}+b'")],
  ['a quantifier without a start', forbids("- pattern: 'a{,3}'")],
  ['a group that is not there', forbids("- pattern: 'a\\1'")],
  ['a second group beside one', forbids("- pattern: '(a)\\2'")],
  ['a third group beside two', forbids("- pattern: '(a)(b)\\3'")],
  ['two mistakes of one rule', forbids("- pattern: '(?i)a'", '- pattern: /b/g')],
  ['a forbidden pattern that matches nothing', forbids('- pattern: /a*/')],
  ['a forbidden pattern of positions', forbids('- pattern: /^(?!x)/')],
  ['a required pattern that is always there', requires('- pattern: /a*/')],
  ['a pattern without end', forbids(`- pattern: /${'x'.repeat(20_000)}/`)],
  ['waivers that are no list', `${META}\nwaivers: { a: b }\n`],
  ['a waiver whose files only exclude', `${META}\nwaivers: [{ rule_id: A, files: ["!a", "!b"] }]\n`],
  ['a waiver with a strange glob', `${META}\nwaivers: [{ rule_id: A, files: ["a", "../b"] }]\n`],
  ['a waiver whose day is a list', `${META}\nwaivers: [{ rule_id: A, expires: [1] }]\n`],
  ['a title that is a list', rule('title: [a, b]')],
  ['a title over several lines', rule('title:', '  a: b')],
  ['a number for a switch', `${META}\nllm_policy: { enforce: 3 }\nrules: { soft: [] }\n`],
  ['rules without a list', `${META}\nrules: { non_negotiable: { id: A } }\n`],
  ['a pattern written as a key', forbids('- /a: b/')],
  ['a rule without patterns', rule('title: Words')],
  ['a host with a path', domains('[https://example.com/path]')],
  ['a host that is none', domains('["not a host"]')],

  ['a placeholder that stands for nothing', fix('strategy: replace', "wrap_pattern: 'f(${VALU})'")],
  ['a placeholder like no other', fix('strategy: replace', "wrap_pattern: 'f(${qqqqqq})'")],
  ['a group of find written as a placeholder', fix('strategy: replace', 'find: /a(b)/', "replace: '`${$1}`'")],
  ['a group that find does not have', fix('strategy: replace', 'find: /a(b)/', "replace: '$2'")],
  ['a regular expression without its slashes', fix('strategy: replace', "find: '\\bfoo\\('", "replace: 'bar('")],
  ['a target that is no group', fix('strategy: replace', "wrap_pattern: 'f(${MATCH})'", 'target: nam')],
  ['an anchor that is none', fix('strategy: insert', 'text: x', 'anchor: middle')],
  ['a strategy that is none', fix('strategy: rewrite', 'hint: h')],
  ['a replacement without a template', fix('strategy: replace', 'find: a')],
  ['a replacement of nothing', fix('strategy: replace', 'replace: b')],
  ['a condition that is none', fix('strategy: remove', 'when: [argumnt: pure]')],
  ['a condition like no other', fix('strategy: remove', 'when: [qqqqqq]')],
  ['a condition without its value', fix('strategy: remove', 'when: [argument]')],
  ['a condition with a strange value', fix('strategy: remove', "when: ['argument: pur']")],
  ['a condition with a value nobody knows', fix('strategy: remove', "when: ['operands: qqqqqq']")],
  ['a condition that takes none', fix('strategy: remove', "when: ['outside-try: yes']")],
  ['a name that is not said', fix('strategy: remove', 'when: [name-free]')],
];

function bomb(): string {
  const letters = ['b', 'c', 'd', 'e', 'f', 'g'];
  return letters
    .map((letter, index) => {
      const below = index === 0 ? 'a' : letters[index - 1];
      return `${letter}: &${letter} [${Array.from({ length: 10 }, () => `*${below}`).join(', ')}]\n`;
    })
    .join('');
}

describe('mistakes in a contract', () => {
  it('each have a title of their own', () => {
    expect(new Set(MISTAKES.map(([title]) => title)).size).toBe(MISTAKES.length);
  });

  it.each(MISTAKES)('%s is told', (_, text) => {
    const { problems, findings } = parseContract('contracts/shop.yml', text);
    expect(problems.length + findings.length).toBeGreaterThan(0);
  });

  it('are told in words that help', async () => {
    await expect(MISTAKES.map(([title, text]) => `${title}\n${told(text)}`).join('\n')).toMatchFileSnapshot(GOLDEN);
  });
});

function told(text: string): string {
  const { problems, findings } = parseContract('contracts/shop.yml', text);
  const lines = [
    ...problems.map(({ severity, code, line, column, message, help }) => [
      `  ${severity} ${code} at ${line}:${column}`,
      `    ${message}`,
      ...(help === null ? [] : [`    > ${help}`]),
    ]),
    ...findings.map(({ code, ruleId, line, message, help }) => [
      `  finding ${code} of ${ruleId ?? 'the contract'} at ${line}`,
      `    ${message}`,
      ...(help === null ? [] : [`    > ${help}`]),
    ]),
  ];
  return lines
    .flat()
    .map((line) => `${line}\n`)
    .join('');
}
