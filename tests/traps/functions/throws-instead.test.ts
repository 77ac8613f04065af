import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const config = "import { config } from './config';\n";
const read = (text: string) => replaced(config + text, /process\.env\.(\w+)/, "config.getOrThrow('$1')");

test.each([
  'f(process.env.A || 1);',
  "f((process.env.A as string) ?? '');",
  'f(Number(process.env.A) || 1);',
  'f(Boolean(process.env.A));',
  'f(process.env.A?.trim());',
  "if (typeof process.env.A === 'string') f();",
  'if (process.env.A !== undefined) f();',
  'const a = process.env.A;\nif (!a) f();',
])('nothing is an answer, too, that is asked for: %s', (text) => {
  expect(read(text)).toBe('<same-result>');
});

test.each(['f(process.env.A);', "if (process.env.A === 'b') f();", 'const a = process.env.A;\nf(a);'])(
  'and else it is not: %s',
  (text) => {
    expect(read(text)).toBe(config + text.replace('process.env.A', "config.getOrThrow('A')"));
  },
);
