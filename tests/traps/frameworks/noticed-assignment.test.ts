import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string, path = 'src/List.svelte.js') => replaced(text, /a\[a\.length\] = b/, 'a.push(b)', { path });

test('an assignment to the state of a component is noticed', () => {
  expect(run('let a = [];\nfunction add(b) {\n  a[a.length] = b;\n}')).toBe('<same-result>');
});

test('one to a variable of a function is not, nor is it elsewhere', () => {
  const own = 'function add(b) {\n  const a = [];\n  a[a.length] = b;\n  return a;\n}';
  expect(run(own)).toBe(own.replace('a[a.length] = b', 'a.push(b)'));
  expect(run('let a = [];\na[a.length] = b;', 'src/list.js')).toBe('let a = [];\na.push(b);');
});
