import { describe, expect, it } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { runIn } from '../support/run-in-process.js';

describe('specflow test', () => {
  it('says of an example that a pattern does not finish on it that it could not be judged', async () => {
    const contract = `contract_meta: { id: c, version: 1 }
rules:
  non_negotiable:
    - id: SLOW-1
      title: Slow
      scope: ["src/**"]
      behavior:
        forbidden_patterns: [{ pattern: '/(a+)+\\1$/', message: m }]
      example_compliant: ${'a'.repeat(60)}!
    - id: GOOD-1
      title: Good
      scope: ["src/**"]
      behavior:
        forbidden_patterns: [{ pattern: /bad/, message: m }]
      example_violation: bad
`;
    const root = makeFolder({
      'contracts/c.yml': contract,
      '.specflow/config.json': '{ "time_limits": { "rule_ms": 50 } }',
    });
    const heard = await runIn(root, ['test']);
    expect(heard.code).toBe(1);
    expect(heard.out).toContain('could not be judged: a pattern did not come to its end in time');
    expect(heard.out).toContain('1 passed, 1 failed');
  });

  it('notes an example that is caught only as long as nothing stands around it', async () => {
    const contract = (pattern: string): string => `contract_meta: { id: c, version: 1 }
rules:
  non_negotiable:
    - id: IMP-1
      title: No lodash
      scope: ["src/**"]
      behavior:
        forbidden_patterns: [{ pattern: '${pattern}', message: m }]
      example_violation: import _ from "lodash"
`;
    const alone = makeFolder({ 'contracts/c.yml': contract('/^import .* from "lodash"/') });
    const { code, out } = await runIn(alone, ['test']);
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, ' ')).toContain('note: caught only as a text of its own, not with lines around it');
    const told = JSON.parse((await runIn(alone, ['test', '--json'])).out).rules;
    expect(told).toEqual([
      expect.objectContaining({ status: 'passed', caughtAlone: [expect.objectContaining({ line: 9 })] }),
    ]);
    const lines = makeFolder({ 'contracts/c.yml': contract('/^import .* from "lodash"/m') });
    expect((await runIn(lines, ['test'])).out).not.toContain('note');
  });

  const houseRule = (fix: string, examples: string, scope = 'src/**/*.{js,ts}'): Record<string, string> => ({
    'contracts/house.yml': `contract_meta: { id: house, version: 1 }
rules:
  non_negotiable:
    - id: HOUSE-003
      title: A radix
      scope: ["${scope}"]
      behavior:
        forbidden_patterns:
          - pattern: /\\bparseInt\\(\\w+\\)/
            message: m
            auto_fix: ${fix}
        example_violations: ${examples}
`,
  });

  it('says of an example that auto_fix does not mend it, and why, and does not fail for it', async () => {
    const fix = '{ strategy: replace, find: "/zzz$/", replace: ", 10)" }';
    const heard = await runIn(makeFolder(houseRule(fix, '["parseInt(x)", "// parseInt(x)"]')), ['test']);
    expect(heard.code).toBe(0);
    expect(heard.out).toContain(`✔ HOUSE-003 2 examples
    contracts/house.yml:12  note: auto_fix does not mend it (find-found-nothing): /zzz$/ is found nowhere in the code that holds the violation.
      parseInt(x)
    contracts/house.yml:12  note: auto_fix does not mend it (position-is-code): The match stands in a comment, not in code.
`);
    expect((await runIn(makeFolder(houseRule(fix, '["parseInt(x)"]')), ['test', '--quiet'])).out).not.toContain('note');
  });

  it.each([
    ['mends each example', '{ strategy: replace, find: "(x)", replace: "(x, 10)" }', '["parseInt(x)"]'],
    [
      'mends it in one of the languages of the scope',
      '{ strategy: replace, wrap_pattern: "Number.parseInt(x, 10)" }',
      '["const a: number = parseInt(x)"]',
    ],
    ['is only a hint', '{ strategy: replace, hint: "Add a radix" }', '["parseInt(x)"]'],
    [
      'is unsafe, and would mend it',
      '{ strategy: replace, wrap_pattern: "Number.parseInt(x, 10)", safety: unsafe }',
      '["parseInt(x)"]',
    ],
  ])('says nothing of an auto_fix that %s', async (_, fix, examples) => {
    const heard = await runIn(makeFolder(houseRule(fix, examples)), ['test']);
    expect(heard.out).toMatch(/✔ HOUSE-003 1 example\n\n/);
  });

  it('names the file that heal never writes to where the scope selects no other', async () => {
    const fix = '{ strategy: replace, wrap_pattern: "Number.parseInt(x, 10)" }';
    const heard = await runIn(makeFolder(houseRule(fix, '["parseInt(x)"]', '**/*.test.ts')), ['test']);
    expect(heard.out).toContain('note: auto_fix does not mend it (protected-path): Protected: it is a test');
  });

  it('tries the fix of a rule that only requires on its example as a file', async () => {
    const contract = (text: string) => `contract_meta: { id: c, version: 1 }
rules:
  non_negotiable:
    - id: STRICT-1
      title: Strict
      scope: ["src/**/*.js"]
      behavior:
        required_patterns: [{ pattern: "/^'use strict';/", message: m }]
        auto_fix: { strategy: insert, anchor: top, text: "${text}" }
        example_violation: run();
`;
    const note = 'note: auto_fix does not mend it';
    expect((await runIn(makeFolder({ 'contracts/c.yml': contract("'use strict';") }), ['test'])).out).not.toContain(
      note,
    );
    expect((await runIn(makeFolder({ 'contracts/c.yml': contract("'use sloppy';") }), ['test'])).out).toContain(note);
  });

  it('is not content where a contract does not load, and names what was asked for and is not there', async () => {
    const root = makeFolder({ 'contracts/a.yml': 'contract_meta: { id: a, version: 1 }\nrules: [}\n' });
    const heard = await runIn(root, ['test', '--rule', 'B-3']);
    expect(heard.code).toBe(2);
    expect(heard.out).toMatch(/^✖ 0 passed.*; not everything could be tested$/m);
    expect(heard.err).toContain('Not tested: B-3 is in no contract that loads.');
  });
});
