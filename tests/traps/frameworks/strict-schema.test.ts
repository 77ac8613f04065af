import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const HEAD = "import { z } from 'zod';\n";
const run = (text: string, find = 'z\\.object\\(', replace = 'z.strictObject(') =>
  replaced(HEAD + text, find, replace).replace(HEAD, '');

test.each([
  'const env = z.object({ A: a }).parse(process.env);',
  'const Env = z.object({ A: a });\nconst env = Env.safeParse(process.env);',
  'const Env = z.object({ A: a }).required();\nconst env = Env.parse(import.meta.env);',
  'const A = z.object({ a }).parse(req.headers);',
  'const A = z.object({ a }).parse({ ...process.env, b });',
  'const A = z.object({ a }).passthrough();',
  'const A = z.object({ a });\nconst B = z.intersection(A, other);',
  'const A = z.object({ a }).and(other);',
])('what is given more than it names stays open: %s', (text) => {
  expect(run(text)).toBe('<same-arguments>');
});

test.each([
  'const A = z.object({ a });\nA.parse(body);',
  'const A = z.object({ a }).optional();',
  'const A = z.object({ a }).parse({ a: req.headers.a, ...b });',
  'const A = z.array(z.object({ a }));',
])('else it may be strict: %s', (text) => {
  expect(run(text)).toBe(text.replace('z.object(', 'z.strictObject('));
});
