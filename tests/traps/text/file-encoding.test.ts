import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

test.each([
  ['read as JSON', 'x = JSON.parse(fs.readFileSync(p));', true],
  ['read as JSON later', 'const raw = fs.readFileSync(p); x = JSON.parse(raw);', true],
  ['turned into text', 'x = fs.readFileSync(p).toString();', true],
  ['turned into text by name', "x = fs.readFileSync(p).toString('utf-8');", true],
  ['turned into other text', "x = fs.readFileSync(p).toString('base64');", false],
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

test('only one encoding is the one that bytes become text by', () => {
  const text = 'x = fs.readFileSync(p).toString();';
  const asked = (options: string) => replaced(text, 'readFileSync\\(p\\)', `readFileSync(p, ${options})`);
  expect(asked("'latin1'")).toBe('<same-result>');
  expect(asked("{ encoding: 'base64' }")).toBe('<same-result>');
  expect(asked("{ encoding: 'utf8' }")).toBe("x = fs.readFileSync(p, { encoding: 'utf8' }).toString();");
  expect(asked('null')).toBe('x = fs.readFileSync(p, null).toString();');
});

test('a file that is read waiting', () => {
  expect(replaced('x = JSON.parse(await fs.readFile(p));', 'readFile\\((\\w+)\\)', "readFile($1, 'utf8')")).toBe(
    "x = JSON.parse(await fs.readFile(p, 'utf8'));",
  );
});
