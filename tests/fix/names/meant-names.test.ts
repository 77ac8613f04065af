import { expect, test } from 'vitest';
import { mend, replaced } from '../mend.js';

// Which names lines beside an anchor may use: those that its statement declares, or that it uses itself.

function inserted(text: string, kind: 'before' | 'after', regex: RegExp, line: string): string {
  const mended = mend({ text, pattern: null, fix: { strategy: 'insert', text: line, anchor: { kind, regex } } });
  return mended.startsWith('<') ? mended : mended.includes(line) ? 'inserted' : mended;
}

test.each<[string, string, 'before' | 'after', RegExp, string, string]>([
  [
    'a local one behind its declaration',
    'function f() {\n  const app = g();\n}\n',
    'after',
    /const app/,
    'app.use();',
    '',
  ],
  ['a local function before it', 'function f() {\n  function app() {}\n}\n', 'before', /app\(/, 'app();', ''],
  [
    'none of a constant that has no value yet',
    'function f() {\n  const app = g();\n}\n',
    'before',
    /const app/,
    'app();',
    'name-unbound',
  ],
  [
    'none of a let that has no value yet',
    'function f() {\n  let app = g();\n}\n',
    'before',
    /let app/,
    'app = null;',
    'name-unbound',
  ],
  [
    'none of a class that is not made yet',
    'function f() {\n  class App {}\n}\n',
    'before',
    /class App/,
    'new App();',
    'name-unbound',
  ],
  [
    'none of a loop, whose name is another one behind it',
    'function f(k, l) {\n  for (const k of l) {\n    g(k);\n  }\n}\n',
    'after',
    /for \(const k/,
    'g(k);',
    'name-shadowed',
  ],
  [
    'none of a callback within it',
    'function f(k, l) {\n  l.map((k) => k.id);\n}\n',
    'after',
    /l\.map\(\(k/,
    'l.push(k);',
    'name-shadowed',
  ],
  [
    'one declared by the statement and in a callback of it',
    'function f(l) {\n  const r = l.map(({ r }) => r.id);\n}\n',
    'after',
    /const r/,
    'r.pop();',
    '',
  ],
])('knows %s', (_, text, kind, regex, line, condition) =>
  expect(inserted(text, kind, regex, line)).toBe(condition ? `<${condition}>` : 'inserted'),
);

test.each([
  ['the other parameter of a handler', '(req, res) => { res.back(); };', true],
  ['the same from a function inside it', '(req, res) => { a.map(() => res.back()); };', true],
  ['one of a function around it', '(req) => (res) => { res.back(); };', false],
  ['a variable', '(res) => { const req = f(); res.back(); };', false],
])('what replaces a match may speak of %s', (_, text, isMeant) => {
  const after = text.replace('res.back()', "res.redirect(req.get('referrer'))");
  expect(replaced(text, /\bres\.back\(\)/, "res.redirect(req.get('referrer'))")).toBe(
    isMeant ? after : '<name-shadowed>',
  );
});

test('a pattern that names no parameter speaks of none', () => {
  expect(replaced('(req, res) => { res.back(); };', /\w+\.back\(\)/, 'req.back()')).toBe('<name-shadowed>');
});
