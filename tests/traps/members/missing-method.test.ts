import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string) => replaced(text, '(\\w+)\\[\\1\\.length - 1\\]', '$1.at(-1)');

test('the arguments of a function are no array', () => {
  expect(run('function f() { return arguments[arguments.length - 1]; }')).toBe('<same-arguments>');
  const last = 'const last = (list) => list[list.length - 1];';
  expect(run(`${last}\nfunction f() { return last(arguments); }`)).toBe('<same-arguments>');
  expect(run(`const own = (list) => last(list);\n${last}\nfunction f() { return own(arguments); }`)).toBe(
    '<same-arguments>',
  );
  expect(run(`${last}\nfunction f() { return last([...arguments]); }`)).toContain('list.at(-1)');
  expect(run('function f(...args) { return args[args.length - 1]; }')).toBe(
    'function f(...args) { return args.at(-1); }',
  );
});

test.each([
  ['interface A { filter(): B[] }', '<same-arguments>'],
  ['interface A { filter(): B[]; find(): B }', null],
  ['interface A extends Array<B> { filter(): B[] }', null],
  ['interface A { [name: string]: any }', null],
])('an interface of the file tells what there is: %s', (declared, mended) => {
  const text = `${declared}\nconst f = (a: A) => a.filter(test)[0];`;
  expect(replaced(text, '\\.filter\\((\\w+)\\)\\[0\\]', '.find($1)')).toBe(
    mended ?? text.replace('.filter(test)[0]', '.find(test)'),
  );
});

test('but they have what all objects have', () => {
  const text = 'function f() { return keyOf(arguments); }';
  expect(replaced(text, 'keyOf\\((\\w+)\\)', '$1.toString()')).toBe('function f() { return arguments.toString(); }');
});

test.each([
  'const a = document.querySelectorAll("li");\na[a.length - 1].focus();',
  'const a = root.childNodes;\na[a.length - 1].remove();',
  'const f = (a: ArrayLike<string>) => a[a.length - 1];',
  'const f = (a: FileList | null) => a[a.length - 1];',
  'const a = x as HTMLCollectionOf<Element>;\na[a.length - 1].remove();',
])('nor is what a page is asked for: %s', (text) => {
  expect(run(text)).toBe('<same-arguments>');
});

test.each([
  'const a = [...document.querySelectorAll("li")];\na[a.length - 1].focus();',
  'const f = (a: NodeList[]) => a[a.length - 1];',
  'class FileList { at(n) {} }\nconst f = (a: FileList) => a[a.length - 1];',
])('but a list may be made of it: %s', (text) => {
  expect(run(text)).toBe(text.replace('a[a.length - 1]', 'a.at(-1)'));
});

test.each([
  ['const a = new URLSearchParams(b);\nc = a.toString();', '<same-arguments>'],
  ['const a = new Date(b);\nc = a.toString();', 'const a = new Date(b);\nc = a.toISOString();'],
  ['class URL { toISOString() {} }\nconst a = new URL(b);\nc = a.toString();', null],
])('what the platform makes has what its class has: %s', (text, mended) => {
  expect(replaced(text, 'toString\\(\\)', 'toISOString()')).toBe(mended ?? text.replace('toString', 'toISOString'));
});
