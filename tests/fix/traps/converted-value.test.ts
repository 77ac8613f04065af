import { expect, test } from 'vitest';
import { mend } from '../mend.js';

const run = (text: string, template: string) =>
  mend({ text, pattern: /\bq\.page\b/, fix: { strategy: 'wrap', template } });

test.each([
  'f(q.page ?? 1);',
  'f(q.page || 1);',
  'f(q.page && 1);',
  'f(q.page ? 1 : 2);',
  'f(!q.page);',
  'if (q.page) f();',
  'f(typeof q.page);',
  'f(q.page === undefined);',
  'f(null == q.page);',
  "f(q.page === '1');",
  'switch (q.page) { default: f(); }',
  'f((a ? q.page : b) ?? 1);',
  'f(Array.isArray(q.page));',
  'const p = q.page;\nif (p === undefined) f(p);',
  'const p = q.page;\nf(p ?? 1);',
  'let p = q.page;\np ??= 1;',
  'const p = q.page;\nconst n = p;\nf(n ?? 1);',
  'let p = 1;\nif (a) p = q.page;\nif (p) f();',
  'list(q.page);\nfunction list(page = 1) {}',
  'const list = (a, page = 1) => page;\nlist(1, q.page);',
])('a number is always there: %s', (text) => {
  expect(run(text, 'Number(${MATCH})')).toBe('<same-result>');
});

test.each([
  'f(q.page);',
  'f(q.page > 1);',
  'f(q.page === 1);',
  'f(q.page + 1);',
  'f(a ?? q.page);',
  'f(a ? q.page : 1);',
  'const p = q.page;\nf(p);',
  'let p = q.page;\np = p + 1;',
  'let p = q.page;\nlet n = a ? p : 1;\np = a ? n : 2;',
  'list(q.page);\nfunction list(page, size = 1) {}',
])('but here nobody asks: %s', (text) => {
  expect(run(text, 'Number(${MATCH})')).toBe(text.replace('q.page', 'Number(q.page)'));
});

test('a boolean is as true as what it was made of, and never missing', () => {
  expect(run('if (q.page) f();', 'Boolean(${MATCH})')).toBe('if (Boolean(q.page)) f();');
  expect(run('f(q.page ?? 1);', 'Boolean(${MATCH})')).toBe('<same-result>');
});

test('what a function of the file gives is not known', () => {
  const check = '\nfunction check(x) { return x; }';
  expect(run(`f(q.page ?? 1);${check}`, 'check(${MATCH})')).toBe(`f(check(q.page) ?? 1);${check}`);
});
