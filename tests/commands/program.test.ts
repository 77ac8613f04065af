import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/commands/index.js';
import { type Heard, runIn } from '../support/run-in-process.js';

const run = (...argv: readonly string[]): Promise<Heard> => runIn('/', argv);

describe('the command line', () => {
  it.each([['--help'], ['-h'], ['help']])('lists every command: %s', async (flag) => {
    const { out, err, code } = await run(flag);
    for (const { name, summary } of COMMANDS)
      expect(out).toMatch(new RegExp(`^  ${name} +${summary.slice(0, 20)}`, 'm'));
    expect([err, code]).toEqual(['', 0]);
  });

  it.each(COMMANDS.map(({ name }) => name))('helps with %s, in 80 columns', async (name) => {
    const { out, code } = await run(name, '--help');
    expect(out).toMatch(new RegExp(`^Usage: specflow ${name} `));
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(code).toBe(0);
    expect(await run('help', name)).toMatchObject({ out, code: 0 });
  });

  it('begins the help of a command of a group as a sentence, and its line in the group without one', async () => {
    expect((await run('findings', 'list', '--help')).out).toMatch(/\n\nList the findings that are [^.]*\.\n\n/);
    expect((await run('findings', '--help')).out).toMatch(/^ {2}list .* {2}list the findings that are/m);
    expect((await run('report', '--help')).out).toMatch(/^ {2}merge .* {2}join /m);
  });

  it('prints the version', async () => {
    expect(await run('--version')).toEqual({ out: '9.9.9\n', err: '', code: 0 });
  });

  it('says that files that changed are judged as a whole', async () => {
    const { out } = await run('check', '--help');
    expect(out.replace(/\s+/g, ' ').match(/judge the files that [^:]*?, each as a whole/g)).toHaveLength(3);
  });

  it('prints help and fails when nothing is asked', async () => {
    const { out, err, code } = await run();
    expect(out).toBe('');
    expect(err).toContain('Usage: specflow');
    expect(err).not.toContain('error[');
    expect(code).toBe(2);
    expect(await run('patterns')).toEqual({
      out: '',
      err: expect.stringMatching(/^Usage: specflow patterns(?!.*error\[)/s),
      code: 2,
    });
  });

  it.each([
    [['chekc'], "error[usage/unknown-command]: Unknown command 'chekc'.\n  help: Did you mean check?\n"],
    [['check', '--stagd'], "error[usage/unknown-option]: Unknown option '--stagd'.\n  help: Did you mean --staged?\n"],
    [
      ['patterns', 'retire', 'fix-1', '--reason', 'x'],
      "error[usage/unknown-option]: Unknown option '--reason'.\n  help: Run it with --help to see what there is.\n",
    ],
    [['help', 'chekc'], "error[usage/unknown-command]: Unknown command 'chekc'.\n  help: Did you mean check?\n"],
    [['patterns', 'lst'], "error[usage/unknown-command]: Unknown command 'lst'.\n  help: Did you mean list?\n"],
    [
      ['guard'],
      "error[usage/missing-argument]: Missing required argument 'files'.\n  help: Run it with --help to see what there is.\n",
    ],
    [
      ['hooks', 'install'],
      "error[usage/missing-mandatory-option-value]: Required option '--agent <name>' not specified.\n  help: Name one of claude, codex, cursor.\n",
    ],
    [
      ['schema'],
      "error[usage/missing-argument]: Missing required argument 'name'.\n  help: Name one of contract, config, fix-patterns.\n",
    ],
  ])('%j is a usage error in our own words', async (argv, expected) => {
    expect(await run(...argv)).toEqual({ out: '', err: expected, code: 2 });
  });

  it.each([
    [['check', '--format', 'jsno'], 'Did you mean "json"?'],
    [['check', '-o', 'json'], 'Write it as format=path'],
    [['heal', '--max-iterations', '0'], "Option '--max-iterations <n>' cannot be '0'. It is a whole number"],
    [['heal', '--max-iterations', '-1'], 'a whole number of at least 1'],
    [['heal', '--max-iterations', '1e3'], 'a whole number of at least 1'],
    [['heal', '--min-confidence', '0.955'], 'a fraction from 0 to 1'],
    [['heal', '--min-confidence', 'NaN'], 'a fraction from 0 to 1'],
    [['schema', 'contrat'], "Argument 'name' cannot be 'contrat'. Allowed choices are"],
  ])('%j says what is allowed', async (argv, part) => {
    const { err, code } = await run(...argv);
    expect(err).toContain(part);
    expect(code).toBe(2);
  });

  it('lets no control character of an argument through', async () => {
    expect((await run('\u001b[31mx')).err).not.toContain('\u001b');
  });
});
