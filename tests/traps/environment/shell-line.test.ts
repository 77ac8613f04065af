import { describe, expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

describe('exec to execFile', () => {
  const run = (text: string, is = 'execFile') => replaced(text, /\bexec(?=\()/, is);

  test.each([
    ['one word', "cp.exec('uptime', done);", "cp.execFile('uptime', done);"],
    ['a line', "cp.exec('ls -la', done);", '<same-arguments>'],
    ['what nobody knows', 'cp.exec(command);', '<same-arguments>'],
  ])('%s', (_, text, after) => {
    expect(run(text)).toBe(after);
  });

  test('spawn takes no callback', () => {
    expect(run("cp.exec('uptime', done);", 'spawn')).toBe('<same-arguments>');
  });
});

describe('no shell', () => {
  const run = (text: string) => replaced(text, /, shell: true/, '');

  test.each([
    ["spawn('npm run build', { cwd, shell: true })"],
    ["spawn('git', ['add', '*.ts'], { cwd, shell: true })"],
    ["spawn('npm', ['ci'], { cwd, shell: true })"],
    ['spawn(command, args, { cwd, shell: true })'],
    ['spawn(`git ${name}`, { cwd, shell: true })'],
  ])('%s needs it', (text) => {
    expect(run(text)).toBe('<same-arguments>');
  });

  test.each([["spawn('git', ['add', '.'], { cwd, shell: true })"], ["spawn('git', args, { cwd, shell: true })"]])(
    '%s does not',
    (text) => {
      expect(run(text)).toBe(text.replace(', shell: true', ''));
    },
  );
});
