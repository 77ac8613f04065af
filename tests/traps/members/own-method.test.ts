import { describe, expect, test } from 'vitest';
import type { TypeOracle } from '../../../src/model/type-oracle.js';
import { replaced } from '../../fix/mend.js';

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
    [
      'of an imported type',
      "import { A } from './a';\nconst f = (a: A | null) => a!.trimRight();",
      '<same-operand-types>',
    ],
    [
      'of an imported class',
      "import { A } from './a';\nconst a = new A();\nx = a.trimRight();",
      '<same-operand-types>',
    ],
    ['of a namespace', "import * as n from './a';\nconst f = (a: n.A) => a.trimRight();", '<same-operand-types>'],
    [
      'of a text with a name',
      'type A = string;\nconst f = (a: A) => a.trimRight();',
      'type A = string;\nconst f = (a: A) => a.trimEnd();',
    ],
  ])('%s', (_, text, after) => {
    expect(run(text)).toBe(after);
  });

  test('the types of the project go before', () => {
    const text = "import { A } from './a';\nconst f = (a: A) => a.trimRight();";
    const types: TypeOracle = {
      typesAt: () => new Set(['string']),
      targetLib: () => null,
      forbidsUnused: () => false,
      lacksInterop: () => false,
    };
    expect(replaced(text, /\.trimRight\(\)/, '.trimEnd()', { types })).toContain('trimEnd');
  });
});
