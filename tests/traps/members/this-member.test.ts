import { expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const logged = (text: string, path = 'a.ts') => replaced(text, 'console\\.log', 'this.logger.log', { path });

const classOf = (members: string, rest = '') => `class A${rest} {\n  ${members}\n}`;
const method = 'f() {\n    console.log(1);\n  }';

test.each([
  ['the top of a file', 'console.log(1);', 'keeps-context'],
  ['a plain function', 'function f() {\n  console.log(1);\n}', 'keeps-context'],
  [
    'a function in a method',
    classOf('logger = x;\n  f() {\n    a(function () {\n      console.log(1);\n    });\n  }'),
    'keeps-context',
  ],
  ['a static method', classOf(`logger = x;\n  static ${method}`), 'name-unbound'],
  ['a class without it', classOf(method), 'name-unbound'],
  [
    'a place above super',
    classOf('constructor() {\n    console.log(1);\n    super();\n  }', ' extends B'),
    'keeps-context',
  ],
  [
    'a place above where it is set',
    classOf('logger: Logger;\n  constructor(logger: Logger) {\n    console.log(1);\n    this.logger = logger;\n  }'),
    'name-unbound',
  ],
])('there is no such member of this at %s', (_, text, condition) => {
  expect(logged(text)).toBe(`<${condition}>`);
});

test.each([
  ['a field', classOf(`logger = x;\n  ${method}`)],
  ['a parameter of the constructor', classOf(`constructor(private readonly logger: Logger) {}\n  ${method}`)],
  ['one with a default', classOf(`constructor(private logger = x) {\n    console.log(0);\n  }`)],
  ['a decorated field', classOf(`@Inject() logger: Logger;\n  ${method}`)],
  ['a class that extends another', classOf(method, ' extends mixed(B)')],
  ['its prototype', `class $A {\n  ${method}\n}\n$A.prototype.logger = x;`],
  ['a getter', classOf(`get logger() {\n    return x;\n  }\n  ${method}`)],
  ['an arrow in a method', classOf('logger = x;\n  f() {\n    a(() => console.log(1));\n  }')],
])('there is by %s', (_, text) => {
  expect(logged(text)).toBe(text.replace('console', 'this.logger'));
});

test.each([
  ['what the constructor sets', classOf(`constructor(logger) {\n    this.logger = logger;\n    console.log(1);\n  }`)],
  [
    'what it sets once more',
    classOf('constructor(a) {\n    this.logger = a;\n    console.log(1);\n    this.logger = b(a);\n  }'),
  ],
  [
    'a value that it replaces',
    classOf('logger = a;\n  constructor() {\n    console.log(1);\n    this.logger = b;\n  }'),
  ],
  ['all that it is given', classOf(`constructor(options) {\n    Object.assign(this, options);\n  }\n  ${method}`)],
  ['what is taken of it', classOf(`g() {\n    const { logger } = this;\n    a(logger);\n  }\n  ${method}`)],
])('and in JavaScript by %s', (_, text) => {
  expect(logged(text, 'a.js')).toBe(text.replace('console', 'this.logger'));
});
