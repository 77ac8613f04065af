import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { defaultFormat } from '../../../src/commands/options/default-format.js';
import { CHECK_REPORTERS, HEAL_REPORTERS } from '../../../src/reporters/index.js';

type Env = Readonly<Record<string, string>>;

function formatFor(env: Env, isTTY = false, formats: object = CHECK_REPORTERS): string {
  const terminal = { out: () => {}, err: () => {}, columns: 80, color: false, errColor: false, isTTY, isErrTTY: isTTY };
  return defaultFormat({ env, terminal }, (format) => Object.hasOwn(formats, format));
}

describe('the format of who said none', () => {
  it.each<[string, Env]>([
    ['pretty', {}],
    ['pretty', { CI: 'true', PATH: '/bin', EDITOR: 'vi', TERM_PROGRAM: 'vscode' }],
    ['github', { GITHUB_ACTIONS: 'true', CI: 'true' }],
    ['pretty', { GITHUB_ACTIONS: 'false' }],
    ['agent', { CLAUDECODE: '1' }],
    ['pretty', { CLAUDECODE: '' }],
    ['agent', { CODEX_SANDBOX: 'seatbelt' }],
    ['agent', { CURSOR_AGENT: '1' }],
    ['agent', { AI_AGENT: 'something-new' }],
    ['agent', { GITHUB_ACTIONS: 'true', CLAUDECODE: '1' }],
  ])('is %s in %j', (format, env) => {
    expect(formatFor(env)).toBe(format);
    expect(formatFor(env, true)).toBe(format);
  });

  it('minds a person at a terminal where an agent may also be', () => {
    for (const env of [{ REPL_ID: '1' }, { PATH: '/opt/.pi/agent/bin' }, { TERM_PROGRAM: 'kiro' }]) {
      expect([formatFor(env, true), formatFor(env)]).toEqual(['pretty', 'agent']);
    }
  });

  it('is pretty where a command has no other', () => {
    expect(formatFor({ CLAUDECODE: '1' }, false, HEAL_REPORTERS)).toBe('pretty');
    expect(formatFor({ GITHUB_ACTIONS: 'true' }, false, HEAL_REPORTERS)).toBe('pretty');
  });

  it('knows every agent that std-env knows', () => {
    const source = readFileSync(createRequire(import.meta.url).resolve('std-env'), 'utf8');
    const table = /\[\["claude",.*?\]\]\]/s.exec(source)?.[0] ?? '';
    const names = [...table.matchAll(/"([A-Z][A-Z_]{3,})"/g)].flatMap(([, name]) => name ?? []);
    expect(names).toContain('CLAUDECODE');
    const values: Env = { PATH: '/x/.pi/agent', EDITOR: 'devin', TERM_PROGRAM: 'kiro' };
    for (const name of names) expect([name, formatFor({ [name]: values[name] ?? '1' })]).toEqual([name, 'agent']);
  });
});
