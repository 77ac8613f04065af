import { describe, expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

describe('process.exit to a code', () => {
  const run = (text: string) =>
    replaced(text, /process\.exit\((\d)\)/, text.includes('leave') ? 'leave($1)' : 'process.exitCode = $1');

  test.each([
    ['set', 'if (a) process.exit(1);\nf();', '<same-arguments>'],
    ['called', 'function leave() {}\nif (a) process.exit(1);', 'function leave() {}\nif (a) leave(1);'],
  ])('%s', (_, text, after) => {
    expect(run(text)).toBe(after);
  });
});
