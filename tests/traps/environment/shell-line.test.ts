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
