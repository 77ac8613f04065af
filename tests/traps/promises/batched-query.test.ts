import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const retried = (text: string) =>
  replaced(`const retry = (f) => f();\n${text}`, '\\bdb\\.user\\.count\\(\\)', 'retry(() => db.user.count())').replace(
    'const retry = (f) => f();\n',
    '',
  );

test.each([
  'const [n] = await db.$transaction([db.user.count()]);',
  'const n = db.user.count();\nawait db.$transaction([n]);',
  'await db.$transaction(ids.map((id) => db.user.count()));',
  'await db.$transaction([...ids.map((id) => db.user.count()), other]);',
  'await d1.batch([db.user.count()]);',
])('a query that is handed over stays one: %s', (text) => {
  expect(retried(text)).toBe('<same-result>');
});

test.each([
  ['const n = await db.user.count();', 'const n = await retry(() => db.user.count());'],
  [
    'const all = await Promise.all([db.user.count()]);',
    'const all = await Promise.all([retry(() => db.user.count())]);',
  ],
  [
    'await db.$transaction(async (tx) => { await db.user.count(); });',
    'await db.$transaction(async (tx) => { await retry(() => db.user.count()); });',
  ],
])('else it may be wrapped: %s', (text, mended) => {
  expect(retried(text)).toBe(mended);
});

test('a query may be another one, but not what handles its failure', () => {
  const text = 'await db.$transaction([db.user.count()]);';
  expect(replaced(text, 'db\\.user\\.count\\(\\)', 'db.user.estimate()')).toBe(
    'await db.$transaction([db.user.estimate()]);',
  );
  expect(replaced(text, 'db\\.user\\.count\\(\\)', 'db.user.count().catch(() => 0)')).toBe('<same-result>');
});
