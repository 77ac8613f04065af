import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string) => replaced(text, /\[\]\.slice\.call\(arguments(?:, \d)?\)/, 'Array.from(arguments)');

test('where a copy begins is kept', () => {
  expect(run('function f() { return [].slice.call(arguments, 1); }')).toBe('<same-arguments>');
});

test.each(['', ', 0'])('a copy of all is one of all («%s»)', (bounds) => {
  expect(run(`function f() { return [].slice.call(arguments${bounds}); }`)).toBe(
    'function f() { return Array.from(arguments); }',
  );
});
