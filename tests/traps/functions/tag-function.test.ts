import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const HEAD = "import { db, Prisma } from './db';\n";
const run = (text: string, find: RegExp, replace: string) => replaced(HEAD + text, find, replace).replace(HEAD, '');

test.each(["db.$queryRawUnsafe('SELECT 1')", 'db.$executeRawUnsafe(sql, a)'])('%s takes a text', (text) => {
  expect(run(text, /\$(query|execute)RawUnsafe/, '$queryRaw')).toBe('<same-arguments>');
});

test('a statement is what the safe one takes', () => {
  const made = run("db.$queryRawUnsafe('SELECT 1')", /\$queryRawUnsafe\('(.+)'\)/, '$queryRaw(Prisma.sql`$1`)');
  expect(made).toBe('db.$queryRaw(Prisma.sql`SELECT 1`)');
});
