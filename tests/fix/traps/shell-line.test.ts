import { describe, expect, test } from 'vitest';
import { mend } from '../mend.js';

describe('exec to execFile', () => {
  const run = (text: string, is = 'execFile') =>
    mend({ text, pattern: /\bexec(?=\()/, fix: { findReplace: { find: /\bexec(?=\()/g, replace: is } } });

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
