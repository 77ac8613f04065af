import { expect, test } from 'vitest';
import { mend } from '../mend.js';

const directed = (text: string, side: string) =>
  mend({
    text,
    pattern: null,
    fix: { strategy: 'insert', anchor: { kind: 'top' }, text: `'use ${side}';` },
    path: 'a.tsx',
  });
const client = (text: string) => directed(text, 'client');

test.each([
  ['a component that waits', 'export default async function Page() {}'],
  ['one by its name', 'async function Page() {}\nexport default Page;'],
  ['an arrow that waits', 'const Page = async () => null;\nexport default Page;'],
  ['one in a list', 'const Page = async () => null;\nexport { Page as default };'],
  ['one that is wrapped', 'export default memo(async function Page() {});'],
  ['metadata', "export const metadata = { title: 'a' };"],
  ['metadata in a list', 'const metadata = {};\nexport { metadata };'],
  ['metadata that is made', 'export async function generateMetadata() {}'],
  ['an action', "export function Form() { async function save() { 'use server'; } }"],
  ['headers', "import { headers } from 'next/headers';\nheaders();"],
  ['a package', "import 'server-only';"],
])('no file with %s is made one for the client', (_, text) => {
  expect(client(`${text}\n`)).toBe('<client-or-server>');
});

test.each([
  ['a handler that waits', 'export default function Button() { return async () => { await f(); }; }'],
  ['another function that waits', 'export async function save() {}\nexport default Button;\nfunction Button() {}'],
  ['a component that is made of itself', 'const Page = memo(Page);\nexport default Page;'],
  ['metadata of its own', 'const metadata = {};\nexport default () => f(metadata);'],
  ['a type of the server', "import type { Headers } from 'next/headers';\nexport const f = (h: Headers) => h;"],
])('one with %s is', (_, text) => {
  expect(client(`${text}\n`)).toBe(`'use client';\n${text}\n`);
});

test.each([
  ['a function that does not wait', 'export function save() {}'],
  ['an arrow that does not', 'export const save = () => fetch(url);'],
  ['a value', 'export const LIMIT = 3;\nexport async function save() {}'],
  ['a class', 'export class Store {}'],
  ['an enum', 'export enum A { B }'],
  ['a component', 'export default function Page() { return <p />; }'],
  ['an object', 'export default { save: async () => {} };'],
  ['a value in a list', 'const a = 1;\nexport { a };'],
  ['what is of another file', "export { save } from './save';"],
  ['all of another file', "export * from './save';"],
  ['parts of an object', 'export const { save } = api;'],
])('no file that exports %s is made one of actions', (_, text) => {
  expect(directed(`${text}\n`, 'server')).toBe('<client-or-server>');
});

test.each([
  ['a function that waits', 'export async function save() {}'],
  ['an arrow that waits', 'export const save = async () => {};\nconst LIMIT = 3;'],
  ['one that is wrapped', 'export const save = withUser(async () => {});'],
  ['one by its name', 'async function save() {}\nexport { save };\nexport default save;'],
  ['types', "export type A = 1;\nexport interface B {}\nexport type { C } from './c';"],
  ['overloads', 'export async function f(a: 1): Promise<void>;\nexport async function f() {}'],
  ['nothing', 'save();'],
])('one that exports %s is', (_, text) => {
  expect(directed(`${text}\n`, 'server')).toBe(`'use server';\n${text}\n`);
});

test('in a function the directive speaks of that function alone', () => {
  const text = 'export function Page() {\n  async function save() {\n    f();\n  }\n}\n';
  const fix = { strategy: 'insert', anchor: { kind: 'before', regex: /f\(\)/ }, text: "'use server';" } as const;
  expect(mend({ text, pattern: null, fix, path: 'a.tsx' })).toContain("    'use server';\n    f();");
});

test.each(["import { readFileSync } from 'node:fs';", "import { spawn } from 'child_process';"])(
  'no file with %s is made one for the client, nor for the edge',
  (text) => {
    expect(client(`${text}\n`)).toBe('<client-or-server>');
    expect(edge(`${text}\n`)).toBe('<client-or-server>');
  },
);

test.each([
  "import { EventEmitter } from 'node:events';",
  "import type { Stats } from 'node:fs';",
  "import { a } from './a';",
])('one with %s may be for the edge', (text) => {
  expect(edge(`${text}\n`)).toBe(`${text}\n\nexport const runtime = 'edge';\n`);
});

function edge(text: string): string {
  const fix = {
    strategy: 'insert',
    anchor: { kind: 'after-imports' },
    text: "export const runtime = 'edge';",
  } as const;
  return mend({ text, pattern: null, fix, path: 'a.ts' });
}
