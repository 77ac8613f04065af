import { expect, test } from 'vitest';
import type { Packages } from '../../../src/model/fix-site.js';
import { mend } from '../../fix/mend.js';

const run = (text: string, template = 'process.env.${UPPER_SNAKE_CASE_NAME}') =>
  mend({ text, pattern: /token ?= ?'x1'/, fix: { template }, path: 'a.tsx' });

test.each([
  ['a file for the client', "'use client';\nconst token = 'x1';\n"],
  ['a file that asks the bundler', "const url = import.meta.env.VITE_URL;\nconst token = 'x1';\n"],
  [
    'a component of Angular',
    "import { Component } from '@angular/core';\n@Component({})\nclass A {\n  token = 'x1';\n}\n",
  ],
  ['what has a state', "import { useState } from 'react';\nconst token = 'x1';\n"],
  ['what waits for a click', "const token = 'x1';\ndocument.body.onclick = () => load(token);\n"],
  ['a script of a page', "var token = 'x1';\n$(function () { load(token); });\n"],
  ['what asks for the bundler’s own', "const a = process.env.NODE_ENV, token = 'x1';\nwindow.load(token, a);\n"],
  ['an attribute', "'use client';\nexport const a = <Map token = 'x1' />;\n"],
])('%s reads nothing from the environment of the server', (_, text) => {
  expect(run(text)).toBe('<client-or-server>');
});

test.each([
  ['a file for the server', "'use server';\nconst token = 'x1';\n"],
  ['one that asks for both', "const a = import.meta.env.A ?? process.env.A;\nconst token = 'x1';\n"],
  ['one that only speaks of it', "// not import.meta.env.A\nconst token = 'x1';\n"],
  ['a component that only renders', "import { cache } from 'react';\nconst token = 'x1';\n"],
  ['one that drives a browser', "const token = 'x1';\npage.evaluate(() => document.title);\n"],
  ['one that makes pages', "import fs from 'node:fs';\nconst token = 'x1';\nglobal.window = window;\n"],
  ['one that requires Node', "const fs = require('fs');\nconst token = 'x1';\nuse(document);\n"],
  ['one whose document is its own', "const document = open();\nconst token = 'x1';\n"],
  ['a script for a shell', "const token = 'x1';\nawait $`ls`;\n"],
  ['a server of Angular', "import { render } from '@angular/ssr';\nconst token = 'x1';\n"],
  ['one that knows where it is', "const a = import.meta.url;\nconst token = 'x1';\n"],
])('%s does', (_, text) => {
  expect(run(text)).toContain('token = process.env.TOKEN;');
});

test('what a bundler writes into the code is known to a client', () => {
  expect(run("'use client';\nconst token = 'x1';\n", 'process.env.NEXT_PUBLIC_${UPPER_SNAKE_CASE_NAME}')).toContain(
    'process.env.NEXT_PUBLIC_TOKEN',
  );
});

const of = (...names: readonly string[]): Packages => ({
  isInstalled: (_, name) => names.includes(name),
  reach: () => 'file',
  oldestNode: () => null,
  isCompiled: () => true,
});

test.each([
  ['a component', 'a.tsx', ['vite', '@vitejs/plugin-react'], false],
  ['one that a server renders too', 'a.tsx', ['next', '@vitejs/plugin-react'], true],
  ['one that only tests know of', 'a.tsx', ['vite', 'vitest'], true],
  ['a file that is none', 'a.ts', ['vite', '@vitejs/plugin-react'], true],
])('Vite gives %s no process', (_, path, names, isMended) => {
  const fix = { template: 'process.env.${UPPER_SNAKE_CASE_NAME}' };
  const mended = mend({ text: "const token = 'x1';\n", pattern: /token = 'x1'/, fix, path, packages: of(...names) });
  expect(mended).toBe(isMended ? 'const token = process.env.TOKEN;\n' : '<client-or-server>');
});
