import { describe, expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

describe('eval to JSON.parse', () => {
  const find = /\b(?:window\.)?eval\(/g;
  const run = (text: string, replace = 'JSON.parse(') => replaced(text, find, replace);

  test.each([
    ['any text', 'a = eval(text);'],
    ['an expression in parentheses', "a = eval('(' + json + ')');"],
    ['code', "a = eval('1 + b');"],
    ['an object as code has it', "a = eval('({ a: 1 })');"],
    ['what is put together', 'a = eval(`{"a": ${b}}`);'],
    ['nothing', 'a = eval();'],
    ['the one of the window', 'a = window.eval(text);'],
  ])('%s is refused', (_, text) => {
    expect(run(text)).toBe('<same-arguments>');
  });

  test.each([
    ['JSON as it is written', `a = eval('{"a": 1}');`, `a = JSON.parse('{"a": 1}');`],
    ['what is called JSON', 'a = eval(jsonText);', 'a = JSON.parse(jsonText);'],
    ['a member that is', 'a = eval(this.rawJson);', 'a = JSON.parse(this.rawJson);'],
    ['a function of that name', 'f = (eval) => eval(text);', 'f = (eval) => JSON.parse(text);'],
  ])('%s is not', (_, text, after) => {
    expect(run(text)).toBe(after);
  });

  test('a function of the project may do what it likes', () => {
    expect(run("import { run } from 'r'; a = eval(text);", 'run(')).toBe("import { run } from 'r'; a = run(text);");
  });
});
