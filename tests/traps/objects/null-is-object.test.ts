import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const asked = (text: string, replace = "typeof $1 === 'object'") =>
  replaced(text, /_\.is(?:Plain)?Object\((\w+)\)/, replace, { path: 'a.js' });

test.each([
  'if (_.isObject(x)) f();',
  'if (y && _.isObject(x)) f();',
  'if (ax !== null && _.isObject(x)) f();',
  'if ((a || x !== null) && _.isObject(x)) f();',
  'if (_.isObject(x) && x) f();',
  'if (x !== null) g(() => _.isObject(x));',
])('to typeof, null is an object: %s', (text) => {
  expect(asked(text)).toBe('<same-result>');
});

test.each([
  'if (x && _.isObject(x)) f();',
  'if (x) {\n  if (_.isObject(x)) f();\n}',
  'const f = (x) => {\n  if (x === null) return;\n  g(_.isObject(x));\n};',
  'const y = x != null ? _.isObject(x) : null;',
])('but not where it was asked for: %s', (text) => {
  expect(asked(text)).toBe(text.replace('_.isObject(x)', "typeof x === 'object'"));
});

test.each([
  "x !== null && typeof x === 'object'",
  "null != x && typeof x === 'object'",
  "typeof x === 'object' && x !== null",
  "!!x && typeof x === 'object'",
  "Boolean(x) && typeof x === 'object'",
])('nor by %s', (made) => {
  expect(asked('if (_.isObject(x)) f();', made)).toBe(`if (${made}) f();`);
});

test('a list is no plain object', () => {
  expect(asked('if (x && _.isPlainObject(x)) f();')).toBe('<same-result>');
  const made = "x && typeof x === 'object' && !Array.isArray(x)";
  expect(asked('if (_.isPlainObject(x)) f();', made)).toBe(`if (${made}) f();`);
});
