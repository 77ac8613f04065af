import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addRule, type NewRule } from '../../src/contract/add-rule.js';
import { parseContract } from '../../src/contract/parse-contract.js';

const RULE: NewRule = {
  id: 'NEW-1',
  title: "It's new",
  scope: ['src/**/*.ts'],
  pattern: '/legacy\\(/',
  message: 'Not this',
  origin: 'Promoted from the finding abc on 2026-01-01.',
  exampleViolation: 'legacy(1)',
  list: 'non_negotiable',
};
const OLD = `    - id: OLD-1
      title: Old
      scope: ["src/**"]   # everything
      behavior:
        forbidden_patterns:
          - { pattern: /x/, message: no }
`;
const head = (version: string) => `# top\ncontract_meta: { id: c, version: ${version} } # meta\n`;

function added(text: string, rule: NewRule = RULE): string {
  const answer = addRule(text, rule);
  if (answer.kind === 'refused') throw new Error(answer.reason);
  return answer.text;
}

describe('addRule', () => {
  it.each<[string, string]>([
    ['a list', `${head('1')}rules:\n  non_negotiable:\n${OLD}`],
    ['a list that something follows', `${head('1')}rules:\n  non_negotiable:\n${OLD}  soft: []\n# end\n`],
    ['a list that is empty', `${head('1')}rules:\n  non_negotiable: []\n  soft:\n${OLD}`],
    ['no such list', `${head('1')}rules:\n  soft:\n${OLD}`],
    ['dashes without indent', `${head('1')}rules:\n  non_negotiable:\n${OLD.replace(/^ {2}/gm, '')}`],
    ['no line end at the end', `${head('1')}rules:\n  non_negotiable:\n${OLD}`.trimEnd()],
    ['CRLF', `${head('1')}rules:\n  non_negotiable:\n${OLD}`.replace(/\n/g, '\r\n')],
    [
      'a block text at the end',
      `${head('1')}rules:\n  non_negotiable:\n${OLD}      example_violation: |\n        x\n        y\n`,
    ],
  ])('adds to %s, and leaves every other byte', (_, text) => {
    const after = added(text);
    const { contract, problems } = parseContract('c.yml', after);
    expect(problems.filter(({ severity }) => severity === 'invalid')).toEqual([]);
    expect(contract?.rules.map(({ id }) => id).sort()).toEqual(['NEW-1', 'OLD-1']);
    expect(contract?.version).toBe('2');
    const lines = new Set(after.split('\n').map((line) => line.trim()));
    for (const line of text
      .replace('version: 1', 'version: 2')
      .replace('non_negotiable: []', 'non_negotiable:')
      .split('\n')) {
      expect(lines).toContain(line.trim());
    }
    expect(after.includes('\r\n') && /[^\r]\n/.test(after)).toBe(false);
  });

  it.each([
    ['1', '2'],
    ['"1.9"', '"1.10"'],
    ['1.9', '"1.10"'],
    ['1.4', '1.5'],
    ["'2.3.4'", "'2.4.0'"],
    ['draft', 'draft'],
  ])('raises the version %s to %s', (before, after) => {
    expect(added(`${head(before)}rules:\n  non_negotiable:\n${OLD}`)).toContain(`version: ${after} }`);
  });

  const WRITTEN = [
    '# Promoted from the finding abc on 2026-01-01.',
    "- id: 'NEW-1'",
    '  title: "It\'s new"',
    '  scope:',
    "    - 'src/**/*.ts'",
    '  behavior:',
    '    forbidden_patterns:',
    "      - pattern: '/legacy\\(/'",
    "        message: 'Not this'",
    "  example_violation: 'legacy(1)'",
  ];
  const written = (indent: number, end = '\n') => WRITTEN.map((line) => `${' '.repeat(indent)}${line}${end}`).join('');

  it.each<[string, string, string]>([
    [
      'at the end of its list, before what follows',
      `rules:\n  non_negotiable:\n${OLD}  soft: []\n# end\n`,
      `rules:\n  non_negotiable:\n${OLD}${written(4)}  soft: []\n# end\n`,
    ],
    [
      'as its list is indented',
      `rules:\n  non_negotiable:\n  - id: OLD-1\n    title: Old\n`,
      `rules:\n  non_negotiable:\n  - id: OLD-1\n    title: Old\n${written(2)}`,
    ],
    [
      'behind a last line without an end',
      `rules:\n  non_negotiable:\n${OLD}`.trimEnd(),
      `rules:\n  non_negotiable:\n${OLD}${written(4)}`,
    ],
    [
      'into an empty list',
      'rules:\n  non_negotiable: []\n  soft:\n    - id: OLD-1\n',
      `rules:\n  non_negotiable:\n${written(4)}  soft:\n    - id: OLD-1\n`,
    ],
    [
      'into a list of its own where there is none',
      'rules:\n  soft:\n    - id: OLD-1\n# end\n',
      `rules:\n  soft:\n    - id: OLD-1\n  non_negotiable:\n${written(4)}# end\n`,
    ],
    [
      'with the line ends of the file',
      'rules:\r\n  non_negotiable:\r\n    - id: OLD-1\r\n',
      `rules:\r\n  non_negotiable:\r\n    - id: OLD-1\r\n${written(4, '\r\n')}`,
    ],
    [
      'behind a block text',
      'rules:\n  non_negotiable:\n    - id: OLD-1\n      title: |\n        Old\n  soft: []\n',
      `rules:\n  non_negotiable:\n    - id: OLD-1\n      title: |\n        Old\n${written(4)}  soft: []\n`,
    ],
  ])('writes it %s', (_, before, after) => {
    expect(addRule(before, RULE)).toEqual({ kind: 'added', text: after });
  });

  it('writes no example where there is none', () => {
    const before = 'rules:\n  non_negotiable:\n    - id: OLD-1\n';
    expect(added(before, { ...RULE, exampleViolation: null })).not.toContain('example_violation');
  });

  it.each([
    ['1', '2'],
    ['9', '10'],
    ['1.9', '"1.10"'],
    ['2.19', '"2.20"'],
    ['1.08', '1.9'],
    ['12.4.2', '12.5.0'],
    ['"3"', '"4"'],
    ["'1.4'", "'1.5'"],
    ['v1', 'v1'],
    ['1.x', '1.x'],
    ['1.2-beta', '1.2-beta'],
    ['[1]', '[1]'],
  ])('makes the version %s %s', (before, after) => {
    const rules = 'rules:\n  non_negotiable:\n    - id: OLD-1\n';
    expect(added(`contract_meta:\n  version: ${before}\n${rules}`)).toBe(
      `contract_meta:\n  version: ${after}\n${rules}${written(4)}`,
    );
    expect(added(`${rules}contract_meta:\n  version: ${before}\n`)).toBe(
      `${rules}${written(4)}contract_meta:\n  version: ${after}\n`,
    );
  });

  it.each([
    ['the contract is not valid YAML', 'rules: {'],
    ['the contract is not a map', '- a\n'],
    ['the contract is not a map', ''],
    ['it has no block of rules to add to', 'a: b\n'],
    ['it has no block of rules to add to', 'rules: [a]\n'],
    ['it has no block of rules to add to', 'rules: { soft: [] }\n'],
    ['its list non_negotiable is written in one line', 'rules:\n  non_negotiable: [{ id: X }]\n'],
    ['its non_negotiable is not a list', 'rules:\n  non_negotiable: none\n'],
    ['its non_negotiable is not a list', 'rules:\n  non_negotiable:\n    a: b\n'],
  ])('says that %s: %j', (reason, text) => {
    expect(addRule(text, RULE)).toEqual({ kind: 'refused', reason });
  });

  it.each([
    ['not YAML', '{'],
    ['a list at the top', '- a\n'],
    ['rules in one line', `${head('1')}rules: { non_negotiable: [] }\n`],
    ['a list in one line', `${head('1')}rules:\n  non_negotiable: [{ id: X }]\n`],
  ])('refuses %s', (_, text) => expect(addRule(text, RULE)).toMatchObject({ kind: 'refused' }));

  it('writes any text so that it is read back', () => {
    const text = `${head('1')}rules:\n  non_negotiable:\n${OLD}`;
    // A title is read as one line, whatever kinds of white space it was written with.
    const oneLine = (title: string | undefined): string | undefined => title?.replace(/\s+/g, ' ').trim();
    const written = fc.string({ minLength: 1, unit: 'grapheme' }).filter((each) => each.trim() !== '');
    fc.assert(
      fc.property(written, (title) => {
        const { contract } = parseContract('c.yml', added(text, { ...RULE, title, message: title }));
        expect(oneLine(contract?.rules.find(({ id }) => id === 'NEW-1')?.title)).toBe(oneLine(title));
      }),
    );
  });
});
