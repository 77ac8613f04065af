import { describe, expect, it } from 'vitest';
import { importUpstream } from '../../../src/pattern-store/format/import-upstream.js';
import { parseStore } from '../../../src/pattern-store/format/parse-store.js';
import { printStore } from '../../../src/pattern-store/format/print-store.js';
import { EMPTY_STORE, withPatterns } from '../../../src/pattern-store/store.js';

const ENTRY = {
  id: 'fix-1',
  contract_rule: 'SEC-001',
  violation_signature: 'Hardcoded secret',
  fix_strategy: 'replace_with',
  fix_template: { find: "(password)\\s*=\\s*'[^']+'", replace_pattern: 'process.env.{UPPER_SNAKE_CASE_KEY}' },
  confidence: 0.8,
  tier: 'silver',
  applied_count: 4,
  success_count: 3,
  failure_count: 1,
  last_applied: '2026-01-02',
  created: '2025-12-01',
};

function imported(changes: object) {
  return importUpstream('up.json', JSON.stringify({ schema_version: 1, patterns: [{ ...ENTRY, ...changes }] }));
}

describe('importUpstream', () => {
  it('carries over what means the same here', () => {
    const { patterns, problems, findings } = imported({});
    expect([problems, findings]).toEqual([[], []]);
    expect(patterns).toMatchObject([
      {
        id: 'fix-1',
        ruleId: 'SEC-001',
        description: 'Hardcoded secret',
        match: "(password)\\s*=\\s*'[^']+'",
        replacementTemplate: 'process.env.${UPPER_SNAKE_CASE_NAME}',
        hundredths: 80,
        appliedCount: 4,
        successCount: 3,
        failureCount: 1,
        lastUsed: '2026-01-02',
        created: '2025-12-01',
        provenance: 'written',
        accepted: false,
        retired: false,
      },
    ]);
  });

  it('gives patterns that our own store accepts', () => {
    const text = printStore(withPatterns(EMPTY_STORE, imported({}).patterns));
    expect(parseStore('s', text)).toMatchObject({ problems: [], findings: [] });
  });

  it('maps {captured} to the first group and leaves other braces alone', () => {
    const wrap = { find: 'html:\\s*(.+?)\\s*\\}', wrap_pattern: 'html={{ a: clean({captured}) }}' };
    expect(imported({ fix_strategy: 'wrap_with', fix_template: wrap }).patterns[0]?.replacementTemplate).toBe(
      'html={{ a: clean(${1}) }}',
    );
  });

  it.each([
    [
      'an import that a pattern cannot add',
      { find: 'a(b)', wrap_pattern: 'c({captured})', add_import: "import c from 'c'" },
      'import',
    ],
    ['a placeholder nobody knows', { find: 'a', replace_pattern: 'b {inferred_action}' }, 'inferred_action'],
    ['a capture that is none', { find: 'a', replace_pattern: '{captured}' }, '{1}'],
    ['nothing to put in its place', { find: 'a', add: 'x' }, 'no replacement text'],
    ['no find', { replace_pattern: 'x' }, 'no replacement text'],
    ['a regex that is none', { find: '(', replace_pattern: 'x' }, 'regular expression'],
    ['no template', null, 'no fix_template'],
  ])('says what cannot be carried over: %s', (_, fix_template, why) => {
    const { patterns, problems, findings } = imported({ fix_template });
    expect([patterns, problems]).toEqual([[], []]);
    expect(findings).toMatchObject([
      { code: 'pattern-store/not-imported', ruleId: 'SEC-001', file: 'up.json', line: 1 },
    ]);
    expect(findings[0]?.message).toContain(why);
  });

  it.each([
    ['confidence', '0.9'],
    ['confidence', 2],
    ['created', 'long ago'],
    ['contract_rule', ''],
    ['applied_count', -1],
  ])('refuses a wrong %s: %s', (field, value) => {
    const { patterns, problems } = imported({ [field]: value });
    expect(patterns).toEqual([]);
    expect(problems).toMatchObject([{ severity: 'invalid' }]);
  });

  it.each(['{', '[]', '{"version":1,"patterns":[]}', '{"schema_version":1}'])(
    'refuses what is no such store: %s',
    (text) => {
      expect(importUpstream('up.json', text)).toMatchObject({
        patterns: [],
        problems: [{ severity: 'invalid', file: 'up.json' }],
      });
    },
  );
});
