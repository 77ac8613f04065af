import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { raisedByHeal } from '../../src/commands/findings/raised-findings.js';
import { type Decision, type FindingRecord, findingId, openFinding } from '../../src/findings/finding-record.js';
import { printFinding } from '../../src/findings/parse-finding.js';
import { newRecords, type Raised } from '../../src/findings/sync-findings.js';
import type { HealResult } from '../../src/model/heal-result.js';
import type { Violation } from '../../src/model/violation.js';
import { healProject } from '../heal/heal-project.js';
import { makeFolder } from '../support/make-folder.js';
import { runIn } from '../support/run-in-process.js';

const TODAY = '2026-02-01';

const secrets = (pattern: string): string => `
- id: SEC-001
  title: No hardcoded secrets
  scope: ["src/**/*.ts"]
  behavior:
    forbidden_patterns:
      - pattern: ${pattern}
        message: Secret
        auto_fix:
          strategy: replace
          wrap_pattern: "process.env.\${UPPER_SNAKE_CASE_NAME}"
`;
const WHOLE = `/(password|api_?key|secret)\\s*[:=]\\s*['"][^'"]+['"]/i`;
const STUCK = `
- id: EVAL-1
  title: No eval
  scope: ["src/**/*.ts"]
  behavior:
    forbidden_patterns:
      - { pattern: '/eval\\([^)]*\\)/', message: No eval }
`;

async function raisedIn(rules: string, text: string): Promise<readonly Raised[]> {
  const { result } = await healProject({ rules, files: { 'src/a.ts': text } });
  return raisedByHeal(result, violationsOf(result));
}

function violationsOf({ outcomes }: HealResult): readonly Violation[] {
  return outcomes.map(({ violation }) => violation);
}

/** How many findings the second heal adds, where all of the first were decided so. */
function addedBy(second: readonly Raised[], first: readonly Raised[]) {
  const decision = { kind: 'dismissed', day: TODAY, reason: 'known' } as const;
  const decided = newRecords([], first, TODAY).map((record) => ({ ...record, decision }));
  expect(decided).not.toEqual([]);
  return newRecords(decided, second, TODAY).length;
}

describe('a dismissed finding', () => {
  it.each([
    // Nothing that is kept tells one secret from another: the second that is taken out is never taken for the first.
    ['another secret in the same place', 'const api_key = "first-1";\n', 'const api_key = "other-2";\n', 1],
    ['another name', 'const api_key = "first-1";\n', 'const secret = "first-1";\n', 1],
    ['the same secret, moved', 'const api_key = "first-1";\n', '// on top\n\nconst  api_key = "first-1";\n', 1],
    [
      'one more of the same name',
      'const api_key = "x-1";\n',
      'const api_key = "x-1";\n{\n  const api_key = "x-1";\n}\n',
      2,
    ],
  ])('of a rotated secret, then %s', async (_, before, after, added) => {
    const [first, second] = [await raisedIn(secrets(WHOLE), before), await raisedIn(secrets(WHOLE), after)];
    expect([...first, ...second].map(({ finding }) => finding.code)).toEqual(
      [...first, ...second].map(() => 'secret/rotate'),
    );
    expect(addedBy(second, first)).toBe(added);
  });

  it.each([
    ['another place', 'eval(a);\n', 'eval(b);\n', 1],
    ['the same place and another', 'eval(a);\n', 'eval(a);\neval(b);\n', 1],
    ['a second of the same text', 'eval(a);\n', 'eval(a);\neval(a);\n', 1],
    ['the same place, moved', 'eval(a);\n', '// on top\n\n  eval(a);\n', 0],
  ])('of an escalated place, then %s', async (_, before, after, added) => {
    expect(addedBy(await raisedIn(STUCK, after), await raisedIn(STUCK, before))).toBe(added);
  });

  it('does not come back with another explanation', async () => {
    const { result } = await healProject({ rules: STUCK, files: { 'src/a.ts': 'eval(a);\n' } });
    const outcomes = result.outcomes.map((outcome) => ({ ...outcome, reason: 'Said in other words.' }));
    expect(outcomes).not.toEqual(result.outcomes);
    const seen = violationsOf(result);
    expect(addedBy(raisedByHeal({ ...result, outcomes }, seen), raisedByHeal(result, seen))).toBe(0);
  });
});

describe('the finding of a secret', () => {
  it.each<Decision | null>([
    null,
    { kind: 'accepted', day: TODAY, reason: null },
    { kind: 'dismissed', day: TODAY, reason: 'known' },
    { kind: 'deferred', day: TODAY, until: '2099-01-01', reason: null },
  ])('is one of its own each time one is taken out, whatever was decided of the last: %j', async (decision) => {
    const one = await raisedIn(secrets(WHOLE), 'const api_key = "x-1";\n');
    const rotated: FindingRecord[] = [];
    for (let turn = 0; turn < 3; turn++) {
      rotated.push(...newRecords(rotated, one, TODAY).map((record) => ({ ...record, decision })));
    }
    expect(new Set(rotated.map(({ id }) => id)).size).toBe(3);
    // Two branches that take the same one out of the same state have the same finding.
    const other = await raisedIn(secrets(WHOLE), 'const api_key = "x-1";\n');
    expect(newRecords([], other, TODAY)).toEqual(newRecords([], one, TODAY));
    // A run that took nothing out raises nothing.
    expect(await raisedIn(secrets(WHOLE), 'const api_key = process.env.API_KEY;\n')).toEqual([]);
  });

  it.each([
    ['a literal', WHOLE, (secret: string) => `const api_key = "${secret}";\n`],
    ['no literal', '/SECRET=\\w+/', (secret: string) => `SECRET=${secret}\n`],
    ['a match that is all there is', '/sk_live_\\w+/', (secret: string) => `sk_live_${secret}\n`],
    ['a match behind a call', '/sk_live_\\w+/', (secret: string) => `use(sk_live_${secret})\n`],
    ['a match before a colon', '/sk_live_\\w+/', (secret: string) => `sk_live_${secret}: 1\n`],
  ])('has an id that is made of nothing but what is no secret: %s', async (_, pattern, text) => {
    const [one, other] = [
      await raisedIn(secrets(pattern), text('aaa111bbb222')),
      await raisedIn(secrets(pattern), text('zzz9')),
    ];
    expect(one.length).toBeGreaterThan(0);
    expect(one.map(({ finding }) => findingId(finding))).toEqual(other.map(({ finding }) => findingId(finding)));
  });

  it('holds it nowhere in clear', async () => {
    const raised = await raisedIn(secrets(WHOLE), 'const api_key = "canary-value-1";\n');
    expect(raised).toHaveLength(1);
    const written = raised.map(({ finding, evidence }) => printFinding(openFinding(finding, evidence, TODAY)));
    expect(JSON.stringify(raised) + written.join('')).not.toContain('canary');
    expect(written.join('')).not.toContain('about');
  });
});

describe('a finding with nothing but its message', () => {
  const said = (message: string): string =>
    findingId({ code: 'scope/inert-glob', ruleId: null, file: 'contracts/a.yml', line: 3, message, help: null });

  it.each([
    ['The scope selects 0 of 12 files.', 'The scope selects 3 of 4 files.', true],
    ['1,024 files (99.5%) and 3 more', '7 files (1%) and 12 more', true],
    ['it stops on line 3, column 5: no key', 'it stops on line 40, column 12: no key', true],
    ['The glob src/v1/** selects no file.', 'The glob src/v2/** selects no file.', false],
    ['No contract has the rule SEC-001.', 'No contract has the rule SEC-002.', false],
    ['The rule SEC_1 finds nothing.', 'The rule SEC_2 finds nothing.', false],
  ])('%s / %s: the same is %s', (one, other, isSame) => {
    expect(said(one) === said(other)).toBe(isSame);
  });
});

describe('findings add', () => {
  const FILE = { 'a.ts': 'let a;\nlet b;\n  let a;\n' };

  it.each<[readonly string[], readonly string[], number]>([
    [['port 8080 is open'], ['port 22 is open'], 2],
    [['port 22 is open'], [' port 22 is open '], 1],
    [['port 22 is open'], ['port 22 is open', '--help-text', 'Shut it.'], 1],
    [['unused', '--file', 'a.ts'], ['unused'], 2],
    [['unused', '--file', 'a.ts', '--line', '1'], ['unused', '--file', 'a.ts', '--line', '2'], 2],
    [['unused', '--file', 'a.ts', '--line', '1'], ['shadowed', '--file', 'a.ts', '--line', '1'], 2],
    [['unused', '--file', 'a.ts', '--line', '1'], ['unused', '--file', 'a.ts', '--line', '3'], 1],
  ])('%j and %j are so many: %i', async (one, other, count) => {
    const root = makeFolder({ 'contracts/.keep': '', '.specflow/config.json': '{}', ...FILE });
    for (const said of [one, other]) {
      expect(await runIn(root, ['findings', 'add', ...said])).toMatchObject({ code: 0, err: '' });
    }
    const folder = path.join(root, '.specflow/findings');
    expect(readdirSync(folder).filter((name) => name.endsWith('.json'))).toHaveLength(count);
  });
});
