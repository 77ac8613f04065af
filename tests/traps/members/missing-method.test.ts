import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string) => replaced(text, '(\\w+)\\[\\1\\.length - 1\\]', '$1.at(-1)');

test('the arguments of a function are no array', () => {
  expect(run('function f() { return arguments[arguments.length - 1]; }')).toBe('<same-arguments>');
  expect(run('function f(...args) { return args[args.length - 1]; }')).toBe(
    'function f(...args) { return args.at(-1); }',
  );
});

test('but they have what all objects have', () => {
  const text = 'function f() { return keyOf(arguments); }';
  expect(replaced(text, 'keyOf\\((\\w+)\\)', '$1.toString()')).toBe('function f() { return arguments.toString(); }');
});
