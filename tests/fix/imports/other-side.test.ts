import { expect, test } from 'vitest';
import { mend } from '../mend.js';

const client = (text: string) =>
  mend({
    text,
    pattern: null,
    fix: { strategy: 'insert', anchor: { kind: 'top' }, text: "'use client';" },
    path: 'a.tsx',
  });

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
