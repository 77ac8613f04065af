import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/commands/workspace/session.js';
import { makeFolder } from '../support/make-folder.js';
import { runIn } from '../support/run-in-process.js';

const LONG = 'a message that says at some length what is wrong with this place, and also what to do about it now';
const CONTRACT = `
contract_meta: { id: x, version: 1, owner: the-team-of-the-platform }
rules:
  non_negotiable:
    - id: X-1
      title: ${LONG}
      scope: ["src/**"]
      behavior:
        forbidden_patterns:
          - { pattern: /bad/, message: "1 ${LONG}", auto_fix: { strategy: remove, hint: "${LONG}" } }
          - { pattern: /worse/, message: "2 ${LONG}", auto_fix: { strategy: replace, find: worse, replace: fine } }
        example_violation: bad()
    - id: X-2
      title: ${LONG}
      scope: ["a/folder/that/is/not/there/**", "nor/is/this/one/**", "and/this/neither/**"]
      behavior: { forbidden_patterns: [{ pattern: /bad/ }] }
waivers:
  - { rule_id: X-1, reason: "${LONG}", owner: ana, expires: 2999-01-01, files: ["src/waived/**"] }
`;
const PATTERN = {
  id: 'fix-x-1-with-a-rather-long-name-of-its-own',
  rule_id: 'X-1',
  description: LONG,
  match: 'bad',
  replacement_template: 'good',
  confidence: 0.5,
  tier: 'silver',
  applied_count: 0,
  success_count: 0,
  failure_count: 0,
  last_used: null,
  created: '2026-01-01',
};
const PROJECT = {
  'contracts/x.yml': CONTRACT,
  'src/a.ts': 'bad();\nworse();\n',
  'src/waived/a/long/path/to/a/file.ts': 'bad();\n',
  '.specflow/fix-patterns.json': JSON.stringify({ version: 1, patterns: [PATTERN] }),
  '.specflow/config.json': JSON.stringify({ exclude: ['an/excluded/folder/**', 'another/excluded/folder/below/**'] }),
};

describe('in a terminal of 80 columns no line is longer that could be broken', () => {
  it.each([
    'check',
    'check --strict',
    'heal --dry-run',
    'explain',
    'explain X-1',
    'test',
    'validate',
    'config print',
    'doctor',
    'patterns list',
    `patterns show ${PATTERN.id}`,
    'patterns stats',
    'findings list',
    'guard src/a.ts',
    'hooks install --agent nobody-we-know-of-with-a-long-name',
    'patterns show there-is-no-pattern-with-such-a-long-name-in-the-store-of-this-project',
    'check --rule THERE-IS-NO-RULE-CALLED-LIKE-THIS --rule NOR-ONE-CALLED-LIKE-THIS',
  ])('%s', async (command) => {
    const root = makeFolder(PROJECT);
    if (command.startsWith('findings')) await runIn(root, ['findings', 'sync']);
    const wide = (await linesOf(root, command.split(' '))).filter((line) => line.length > 80);
    expect(wide.filter((line) => /\S {1,2}\S/.test(line.replace(/^ *(?:[-=>|] )?/, '')))).toEqual([]);
  });

  it('and in a pipe a row, a rule and a problem are a line each', async () => {
    const root = makeFolder(PROJECT);
    const lines = async (command: string): Promise<readonly string[]> => {
      const { out, err } = await runIn(root, command.split(' '));
      return `${out}${err}`.split('\n');
    };
    expect(await lines('patterns stats')).toContainEqual(expect.stringMatching(/^fix-x-1.*never$/));
    expect(await lines('guard src/a.ts')).toContainEqual(expect.stringMatching(/^ {2}X-1 error .*fine|now$/));
    expect(await lines('hooks install --agent nobody-we-know-of-with-a-long-name')).toContainEqual(
      expect.stringMatching(/^error\[.*claude, codex, cursor\.$/),
    );
  });
});

async function linesOf(root: string, argv: readonly string[]): Promise<readonly string[]> {
  let text = '';
  const write = (part: string): void => {
    text += part;
  };
  const terminal: Session['terminal'] = {
    out: write,
    err: write,
    columns: 80,
    color: false,
    errColor: false,
    isTTY: true,
    isErrTTY: true,
  };
  await runIn(root, argv, { terminal });
  return text.split('\n');
}
