import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const run = (text: string) => replaced(text, '(new \\w+|useRef)<[^()]*>\\(', '$1(');

test.each([
  'const m = new Map<string, Item>();',
  'const state = { m: new Map<string, Item>() };',
  'class A { m = new Set<string>(); }',
  'const r = useRef<Item[]>([]);',
  'const r = useRef(new Map<string, Item>());',
  'const f = () => new Set<string>();',
])('nothing else says its type: %s', (text) => {
  expect(run(text)).toBe('<same-operand-types>');
});

test.each([
  'class A { m: Set<string> = new Set<string>(); }',
  'const f = (): Set<string> => new Set<string>();',
  "groups.set('a', new Set<string>());",
  "const s = new Set<string>(['a']);",
  'const m = new Map<any, unknown>();',
])('something does: %s', (text) => {
  expect(run(text)).toBe(text.replace(/(new \w+)<[^()]*>\(/, '$1('));
});
