import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string) => replaced(text, '(\\w+)\\.push\\(\\.\\.\\.(\\w+)\\)', '$1 = $1.concat($2)');

test.each([
  'const a = [];\na.push(...b);',
  'const a = [];\nfor (const b of c) a.push(...b);',
  'const a = [];\nconst f = () => { a.push(...b); };',
])('a constant is not set: %s', (text) => {
  expect(run(text)).toBe('<keeps-context>');
});

test('a variable may be', () => {
  expect(run('let a = [];\na.push(...b);')).toBe('let a = [];\na = a.concat(b);');
});

test('what was set before may be set again', () => {
  expect(replaced('const a = 1;\na = b + 1;', 'b \\+ 1', 'b + 2')).toBe('const a = 1;\na = b + 2;');
});
