import { expect, test } from 'vitest';
import { mend } from '../../fix/mend.js';

const run = (text: string, template: string) =>
  mend({ text, pattern: /\bq\.page\b/, fix: { strategy: 'wrap', template } });

test.each([
  'f(q.page ?? 1);',
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
  'function list(page) { if (page === undefined) f(); }\nlist(q.page);',
  'const list = ({ page = 1 }) => page;\nlist({ page: q.page });',
  'const { page = 1 } = { page: q.page };',
  'const o = { page: q.page };\nf(o.page ?? 1);',
  'const o = { page: q.page };\nconst { page = 1 } = o;',
  'const get = () => q.page;\nf(get() ?? 1);',
  'function get() { return q.page; }\nconst p = get();\nif (p) f();',
  'async function get() { return q.page; }\nconst p = await get();\nif (p) f();',
  'const p = q.page;\nf(p.trim());',
  'const p = q.page;\nf(p?.length);',
  "f(['a', 'b'].includes(q.page));",
  'f(q.page || 1);',
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
  'f(q.page || 0);',
  'const list = ({ page, size = 1 }) => page;\nlist({ page: q.page });',
  'const o = { page: q.page };\nif (other.page) f(o.page);',
  'const get = async () => q.page;\nget().then(f);',
  'const p = q.page;\nf(p.toFixed(2));',
  'f([1, 2].includes(q.page));',
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
