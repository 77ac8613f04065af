import { describe, expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

describe('new Array to a list', () => {
  const run = (text: string) => replaced(text, /(?:new )?Array\((.*?)\)/, '[$1]', { pattern: /(?:new )?Array\(.*?\)/ });

  test.each([
    ['a number', 'x = new Array(3);', '<same-arguments>'],
    ['a name', 'x = new Array(n);', '<same-arguments>'],
    ['a call without new', 'x = Array(n);', '<same-arguments>'],
    ['a spread list', 'x = new Array(...n);', '<same-arguments>'],
    ['a text', "x = new Array('a');", "x = ['a'];"],
    ['several', 'x = new Array(a, b);', 'x = [a, b];'],
    ['none', 'x = new Array();', 'x = [];'],
    ['another class', "x = new Array2(3); y = Array('a');", "x = new Array2(3); y = ['a'];"],
  ])('%s', (_, text, after) => {
    expect(run(text)).toBe(after);
  });
});
