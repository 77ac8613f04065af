import { describe, expect, test } from 'vitest';
import { replaced } from '../mend.js';

describe('a method of the file itself', () => {
  const run = (text: string) => replaced(text, /\.trimRight\(\)/, '.trimEnd()');

  test.each([
    ['none', 'x = a.trimRight();', 'x = a.trimEnd();'],
    ['of a class', 'class A { trimRight() {} }\nx = a.trimRight();', '<name-shadowed>'],
    ['of an object', 'const a = { trimRight: () => 1 };\nx = a.trimRight();', '<name-shadowed>'],
    ['of an interface', 'interface A { trimRight(): A }\nx = a.trimRight();', '<name-shadowed>'],
    ['set on a prototype', 'A.prototype.trimRight = f;\nx = a.trimRight();', '<name-shadowed>'],
    [
      'a value of that key is none',
      'const a = { trimRight: 1 };\nx = b.trimRight();',
      'const a = { trimRight: 1 };\nx = b.trimEnd();',
    ],
    [
      'called on a text',
      "class A { trimRight() {} }\nx = 'a '.trimRight();",
      "class A { trimRight() {} }\nx = 'a '.trimEnd();",
    ],
  ])('%s', (_, text, after) => {
    expect(run(text)).toBe(after);
  });
});
