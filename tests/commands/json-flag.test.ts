import { describe, expect, it } from 'vitest';
import { makeFolder } from '../support/make-folder.js';
import { runIn } from '../support/run-in-process.js';

const CONTRACT = `
contract_meta: { id: x, version: 1 }
rules:
  non_negotiable:
    - id: X-1
      title: No x
      scope: ["src/**"]
      behavior: { forbidden_patterns: [{ pattern: /bad/, message: No bad }] }
`;
const PROJECT = { 'contracts/x.yml': CONTRACT, 'src/a.ts': 'bad();\n', '.specflow/config.json': '{}' };

const COMMANDS = [
  'check',
  'heal --dry-run',
  'files',
  'config print',
  'doctor',
  'guard src/a.ts',
  'findings list',
  'patterns review',
  'patterns stats',
  'patterns list',
  'explain',
  'explain X-1',
  'test',
  'validate',
  'baseline show',
];

describe('--json', () => {
  it.each(COMMANDS)('is --format json: %s', async (command) => {
    const root = makeFolder(PROJECT);
    if (command.startsWith('baseline')) await runIn(root, ['baseline', 'create']);
    const argv = command.split(' ');
    const short = await runIn(root, [...argv, '--json']);
    const long = await runIn(root, [...argv, '--format', 'json']);
    expect(JSON.parse(withoutRunId(short.out))).toEqual(JSON.parse(withoutRunId(long.out)));
    expect(short.code).toBe(long.code);
  });

  it.each([
    ['store', { '.specflow/fix-patterns.json': '{ "version": 1,' }],
    ['findings', { '.specflow/findings': 'a file' }],
    ['contract', { 'contracts/y.yml': 'rules: [' }],
    ['baseline', { '.specflow/baseline.json': '[]' }],
    ['configuration', { '.specflow/config.json': '{ "exlude": [] }' }],
  ])('ends with the same code as the text where the %s is broken', async (_, broken) => {
    for (const command of [...COMMANDS, 'files --why src/a.ts']) {
      const root = makeFolder({ ...PROJECT, ...broken });
      const { code: text } = await runIn(root, command.split(' '));
      const { code: json } = await runIn(root, [...command.split(' '), '--json']);
      expect([command, json]).toEqual([command, text]);
    }
  });

  it('counts as a format: of several, the last one does', async () => {
    const root = makeFolder(PROJECT);
    expect((await runIn(root, ['check', '--json', '--format', 'compact'])).out).toMatch(/^src\/a\.ts:1:1: error X-1/);
    expect((await runIn(root, ['check', '--format', 'compact', '--json'])).out).toMatch(/^\{/);
  });

  it('is not offered where nothing prints JSON', async () => {
    expect((await runIn('/', ['init', '--json'])).err).toContain("Unknown option '--json'");
  });
});

function withoutRunId(json: string): string {
  return json.replace(/"id": "[^"]*"/g, '"id": ""');
}
