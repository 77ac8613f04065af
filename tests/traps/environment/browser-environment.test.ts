import { expect, test } from 'vitest';
import { mend } from '../../fix/mend.js';

const run = (text: string, template = 'process.env.${UPPER_SNAKE_CASE_NAME}') =>
  mend({ text, pattern: /token ?= ?'x1'/, fix: { template }, path: 'a.tsx' });

test.each([
  ['a file for the client', "'use client';\nconst token = 'x1';\n"],
  ['a file that asks the bundler', "const url = import.meta.env.VITE_URL;\nconst token = 'x1';\n"],
  ['an attribute', "'use client';\nexport const a = <Map token = 'x1' />;\n"],
])('%s reads nothing from the environment of the server', (_, text) => {
  expect(run(text)).toBe('<client-or-server>');
});

test.each([
  ['a file for the server', "'use server';\nconst token = 'x1';\n"],
  ['one that asks for both', "const a = import.meta.env.A ?? process.env.A;\nconst token = 'x1';\n"],
  ['one that only speaks of it', "// not import.meta.env.A\nconst token = 'x1';\n"],
  ['one that knows where it is', "const a = import.meta.url;\nconst token = 'x1';\n"],
])('%s does', (_, text) => {
  expect(run(text)).toContain('const token = process.env.TOKEN;');
});

test('what a bundler writes into the code is known to a client', () => {
  expect(run("'use client';\nconst token = 'x1';\n", 'process.env.NEXT_PUBLIC_${UPPER_SNAKE_CASE_NAME}')).toContain(
    'process.env.NEXT_PUBLIC_TOKEN',
  );
});
