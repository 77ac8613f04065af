import { expect, test } from 'vitest';
import { replaced } from './replaced.js';

test.each([
  ['read as JSON', 'x = JSON.parse(fs.readFileSync(p));', true],
  ['read as JSON later', 'const raw = fs.readFileSync(p); x = JSON.parse(raw);', true],
  ['turned into text', 'x = fs.readFileSync(p).toString();', true],
  ['returned', 'function f() { return fs.readFileSync(p); }', false],
  ['hashed', 'hash.update(fs.readFileSync(p));', false],
  ['sent', 'const raw = fs.readFileSync(p); send(raw); x = JSON.parse(raw);', false],
])('a file that is %s', (_, text, isMended) => {
  const after = text.replace('readFileSync(p)', "readFileSync(p, 'utf8')");
  expect(replaced(text, 'readFileSync\\((\\w+)\\)', "readFileSync($1, 'utf8')")).toBe(
    isMended ? after : '<same-result>',
  );
  expect(replaced(after, "readFileSync\\((\\w+), 'utf8'\\)", 'readFileSync($1)')).toBe(
    isMended ? text : '<same-result>',
  );
});

test('a file that is read waiting', () => {
  expect(replaced('x = JSON.parse(await fs.readFile(p));', 'readFile\\((\\w+)\\)', "readFile($1, 'utf8')")).toBe(
    "x = JSON.parse(await fs.readFile(p, 'utf8'));",
  );
});
