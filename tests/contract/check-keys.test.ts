import { describe, expect, it } from 'vitest';
import schema from '../../src/contract/contract-schema.json' with { type: 'json' };
import { parseContract } from '../../src/contract/parse-contract.js';

/** Where the keys of each part of the schema stand in a contract: everything before them, and their indentation. */
const PARTS = {
  root: { keys: Object.keys(schema.properties), before: '', indent: 0 },
  contract_meta: {
    keys: Object.keys(schema.properties.contract_meta.properties),
    before: 'contract_meta:\n',
    indent: 2,
  },
  rules: { keys: Object.keys(schema.properties.rules.properties), before: 'rules:\n', indent: 2 },
  journey_meta: { keys: Object.keys(schema.properties.journey_meta.properties), before: 'journey_meta:\n', indent: 2 },
  test_hooks: { keys: keysOf('test_hooks'), before: 'journey_meta: { id: J }\ntest_hooks:\n', indent: 2 },
  rule: { keys: keysOf('rule'), before: 'rules:\n  soft:\n    - zzzzzzzz: 1\n', indent: 6 },
  behavior: { keys: keysOf('behavior'), before: 'rules:\n  soft:\n    - id: A\n      behavior:\n', indent: 8 },
  pattern: {
    keys: keysOf('pattern'),
    before: 'rules:\n  soft:\n    - id: A\n      behavior:\n        forbidden_patterns:\n          - zzzzzzzz: 1\n',
    indent: 12,
  },
  auto_fix: { keys: keysOf('auto_fix'), before: 'rules:\n  soft:\n    - id: A\n      auto_fix:\n', indent: 8 },
  waiver: { keys: keysOf('waiver'), before: 'waivers:\n  - zzzzzzzz: 1\n', indent: 4 },
};

function keysOf(definition: 'rule' | 'behavior' | 'pattern' | 'auto_fix' | 'test_hooks' | 'waiver'): readonly string[] {
  return Object.keys(schema.definitions[definition].properties);
}

function misspellings(key: string): readonly string[] {
  const middle = key.length >> 1;
  return [
    `${key.slice(0, middle)}x${key.slice(middle + 1)}`,
    key.slice(0, -1),
    `${key}s`,
    `${key.slice(0, 1)}${key}`,
    key.toUpperCase(),
  ].filter((word) => word.length > 1 && /[a-z]/i.test(word));
}

/** Misspelt, all that stands below them would not be enforced. */
const ENFORCING = ['rules', 'non_negotiable', 'behavior', 'forbidden_patterns', 'required_patterns', 'pattern'];

describe('a key misspelt by one letter is noticed', () => {
  const all = new Set(Object.values(PARTS).flatMap((part) => part.keys));

  it.each(Object.entries(PARTS))('%s', (name, { keys, before, indent }) => {
    for (const key of keys) {
      for (const wrong of misspellings(key)) {
        if (keys.includes(wrong) || all.has(wrong)) continue;
        const text = `${before}${' '.repeat(indent)}${wrong}: zzz\n${before === '' ? 'rules: {}\n' : ''}`;
        const noticed = parseContract('c.yml', text).problems.find((problem) =>
          problem.message.includes(`\`${wrong}\``),
        );
        const meant = /^Did you mean `(\w+)`\?$/.exec(noticed?.help ?? '')?.[1] ?? '';
        expect(noticed, `${wrong} for ${key}\n${text}`).toMatchObject({
          code: 'contract/unknown-key',
          severity: name === 'waiver' || ENFORCING.includes(meant) ? 'invalid' : 'warning',
        });
        expect(keys).toContain(meant);
      }
    }
  });
});

it('keys that resemble none of ours are notes of the author', () => {
  const text = 'contract_meta: { id: c, jira_board: X }\nrules:\n  soft:\n    - { id: A, wibble: 1, zzz: 2 }\n';
  expect(parseContract('c.yml', text).problems).toEqual([]);
});

it('a key that only resembles one that enforces is a note', () => {
  const behavior = '{ forbidden_imports: [x], required_files: [y], forbidden_patterns: [{ pattern: /x/ }] }';
  const text = `rules:\n  soft:\n    - { id: A, title: a, scope: ["**"], behavior: ${behavior} }\n`;
  const { problems } = parseContract('c.yml', text);
  expect(problems.filter(({ severity }) => severity === 'invalid')).toEqual([]);
});

it('a misspelling is reported once a file, at its first place', () => {
  const text = 'rules:\n  soft:\n    - { id: A, titel: a }\n    - { id: B, titel: b }\n';
  const { problems } = parseContract('c.yml', text);
  expect(problems).toMatchObject([
    { code: 'contract/unknown-key', line: 3, column: 16, help: 'Did you mean `title`?' },
  ]);
});

describe('an auto_fix with a key of its own', () => {
  const fix = (written: string): string =>
    `contract_meta: { id: c, version: 1 }\nrules:\n  soft:\n    - { id: A, title: a, scope: ["**"], behavior: { forbidden_patterns: [{ pattern: /x/, message: m, auto_fix: ${written} }] } }\n`;

  it.each([
    '{ strategy: replace, template: "y" }',
    '{ strategy: wrap, hint: wrap it, function: f }',
    '{ strategy: insert, anchor: end, code: "y()" }',
    '{ strategy: replace, replacement: "y", import_line: import y from "y" }',
    '{ strategy: wrap_with, around: "y", import_line: import y from "y" }',
  ])('%s is said to mend nothing', (written) => {
    expect(parseContract('c.yml', fix(written)).problems).toMatchObject([
      { code: 'contract/unknown-key', severity: 'warning', message: expect.stringContaining('nothing else in this') },
    ]);
  });

  it.each([
    '{ strategy: replace, wrap_pattern: "y", ticket: "T-1" }',
    '{ strategy: remove, ticket: "T-1" }',
    '{ strategy: replace, hint: use y }',
    '{ strategy: insert, import_line: import y from "y", ticket: "T-1" }',
    '{ strategy: add_import, import_line: import y from "y", ticket: "T-1" }',
  ])('%s is left alone', (written) => {
    expect(parseContract('c.yml', fix(written)).problems).toEqual([]);
  });
});
