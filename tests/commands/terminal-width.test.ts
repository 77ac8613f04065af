import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/commands/workspace/session.js';
import { displayWidth } from '../../src/reporters/text/display-width.js';
import { makeFolder } from '../support/make-folder.js';
import { makeRepository } from '../support/make-repository.js';
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

const LONG_RULE = 'OBSERVABILITY-LOGGING-NO-CONSOLE-IN-PRODUCTION';
const LONG_FILE = 'src/services/payments/providers/stripe/adapters/version-2024-11/authorisation-request.ts';
const JAPANESE =
  '界面層は決してデータベースと直接話さない。必ずサービス層を通してください。例外はありません。詳細は規約';
const LONG_NAMES = `
contract_meta: { id: x, version: 1, owner: platform }
rules:
  non_negotiable:
    - id: ${LONG_RULE}
      title: ${LONG}
      scope: ["src/**"]
      behavior:
        forbidden_patterns:
          - { pattern: /bad/, message: "${LONG}", auto_fix: { strategy: replace, find: bad, replace: good } }
          - { pattern: '/worse\\(/', message: "${LONG}", auto_fix: { strategy: remove, hint: "${LONG}" } }
        example_violation: bad()
        example_compliant: good()
    - id: JP-1
      title: ${JAPANESE}
      scope: ["src/**"]
      behavior:
        forbidden_patterns: [{ pattern: /pg/, message: "${JAPANESE}" }]
waivers:
  - { rule_id: ${LONG_RULE}, reason: "${LONG}", owner: ana, expires: 2999-01-01, files: ["src/waived/**"] }
`;
const LONG_PROJECT = {
  ...PROJECT,
  'contracts/x.yml': LONG_NAMES,
  [LONG_FILE]: 'bad();\nconst a = worse(1);\npg();\n',
  'src/データ/こんにちは世界の大きなファイル.ts':
    'const 名前 = "山田太郎"; bad(名前, "山田太郎山田太郎山田太郎山田太郎山田太郎");\n',
  '.specflow/fix-patterns.json': JSON.stringify({ version: 1, patterns: [{ ...PATTERN, rule_id: LONG_RULE }] }),
};

/** Code and commands are there to be copied, so they stay whole. */
const IS_COPIED = /^(?: *[-+@>|]|Next: (?:git|specflow) |evidence {2}| {2}(?:npm|git) )/;

describe('nor with long names, in terminals of any width', () => {
  it.each([
    'check',
    'check --strict',
    'heal --dry-run',
    'heal',
    'explain',
    'explain JP-1',
    `explain ${LONG_RULE}`,
    'test',
    'validate',
    'doctor',
    'files --why src/a.ts',
    `files --why ${LONG_FILE}`,
    'patterns list',
    'patterns stats',
    'patterns learn',
    'patterns diff HEAD',
    'findings list',
    'findings sync',
    'baseline create',
    'baseline show',
    `guard src/a.ts ${LONG_FILE}`,
    'init',
    'init --hooks git --merge-driver',
    'init --hooks pre-commit --dry-run',
    'hooks install --agent claude',
    'hooks uninstall --agent claude',
    'hooks status',
    'export agents-md --check',
    'check --format nothing-known',
    'check --since there-is-no-branch-called-like-this-one-here',
    'check there/is/no/file/called/like/this/one.ts',
    'findings show there-is-no-finding-called-like-this-one',
    'check --rule',
  ])('%s', async (command) => {
    const root = makeRepository(LONG_PROJECT);
    if (command.startsWith('findings')) await runIn(root, ['findings', 'sync']);
    if (command === 'baseline show') await runIn(root, ['baseline', 'create']);
    const tooWide: string[] = [];
    for (const columns of [50, 80, 120]) {
      const lines = await linesOf(root, command.split(' '), columns);
      tooWide.push(...lines.filter((line) => displayWidth(line) > columns && isBreakable(line)));
    }
    expect(tooWide).toEqual([]);
  });
});

function isBreakable(line: string): boolean {
  return !IS_COPIED.test(line) && line.trim().includes(' ');
}

async function linesOf(root: string, argv: readonly string[], columns = 80): Promise<readonly string[]> {
  let text = '';
  const write = (part: string): void => {
    text += part;
  };
  const terminal: Session['terminal'] = {
    out: write,
    err: write,
    columns,
    color: false,
    errColor: false,
    isTTY: true,
    isErrTTY: true,
  };
  await runIn(root, argv, { terminal });
  return text.split('\n');
}
