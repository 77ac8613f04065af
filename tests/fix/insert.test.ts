import { describe, expect, test } from 'vitest';
import { type Instruction, mend } from './mend.js';

const USE = 'auth();\n';
const AUTH = "import { auth } from '@/auth'";
const importing = (text: string, importLine = AUTH, path = 'src/a.ts') =>
  mend({ text, pattern: null, fix: { strategy: 'insert', importLine }, path });

describe('an import line', () => {
  test.each([
    [
      'below the imports',
      `import a from 'a';\n\na(auth);\n`,
      AUTH,
      `import a from 'a';\nimport { auth } from '@/auth';\n\na(auth);\n`,
    ],
    [
      'into a file without imports',
      `export const a = auth();\n`,
      AUTH,
      `import { auth } from '@/auth';\n\nexport const a = auth();\n`,
    ],
    [
      'with the quotes of the file',
      `import a from "a";\na(auth);\n`,
      AUTH,
      `import a from "a";\nimport { auth } from "@/auth";\na(auth);\n`,
    ],
    [
      'without semicolons as the file',
      `import a from 'a'\na(auth)\n`,
      `${AUTH};`,
      `import a from 'a'\nimport { auth } from '@/auth'\na(auth)\n`,
    ],
    [
      'with the line ends of the file',
      `import a from 'a';\r\na(auth);\r\n`,
      AUTH,
      `import a from 'a';\r\nimport { auth } from '@/auth';\r\na(auth);\r\n`,
    ],
    [
      'below a shebang',
      `#!/usr/bin/env node\n${USE}`,
      AUTH,
      `#!/usr/bin/env node\nimport { auth } from '@/auth';\n\n${USE}`,
    ],
    ['below a directive', `'use client';\n\n${USE}`, AUTH, `'use client';\n\nimport { auth } from '@/auth';\n\n${USE}`],
    [
      'below a licence header',
      `/* Copyright X */\n${USE}`,
      AUTH,
      `/* Copyright X */\nimport { auth } from '@/auth';\n\n${USE}`,
    ],
    [
      'below a header set off by a blank line',
      `// About this file.\n\n${USE}`,
      AUTH,
      `// About this file.\n\nimport { auth } from '@/auth';\n\n${USE}`,
    ],
    [
      'above a comment that belongs to the code',
      `// Checks.\n${USE}`,
      AUTH,
      `import { auth } from '@/auth';\n\n// Checks.\n${USE}`,
    ],
    [
      'below all of them',
      `#!/bin/x\n// @license MIT\n'use strict';\n${USE}`,
      AUTH,
      `#!/bin/x\n// @license MIT\n'use strict';\nimport { auth } from '@/auth';\n\n${USE}`,
    ],
    [
      'behind a text without a last line end',
      `import a from 'a'; a(auth)`,
      AUTH,
      `import a from 'a'; a(auth)\nimport { auth } from '@/auth';`,
    ],
    ['a default import', USE, `import auth from 'auth'`, `import auth from 'auth';\n\n${USE}`],
    [
      'a namespace import',
      'auth.x();\n',
      `import * as auth from 'auth'`,
      `import * as auth from 'auth';\n\nauth.x();\n`,
    ],
    [
      'a type import',
      'let a: Auth;\n',
      `import type { Auth } from 'auth'`,
      `import type { Auth } from 'auth';\n\nlet a: Auth;\n`,
    ],
    [
      'below a licence that a blank line sets off',
      `/*\n * SPDX-License-Identifier: MIT\n */\n\n${USE}`,
      AUTH,
      `/*\n * SPDX-License-Identifier: MIT\n */\n\nimport { auth } from '@/auth';\n\n${USE}`,
    ],
    ['an alias', USE, `import { a as auth } from 'auth'`, `import { a as auth } from 'auth';\n\n${USE}`],
    ['an effect', USE, `import 'auth'`, `import 'auth';\n\n${USE}`],
    [
      'with attributes',
      USE,
      `import auth from './a.json' with { type: 'json' }`,
      `import auth from './a.json' with { type: 'json' };\n\n${USE}`,
    ],
  ])('goes %s', (_, text, line, after) => {
    expect(importing(text, line)).toBe(after);
  });

  test.each([
    ['named', `import { a } from '@/auth';\n`, AUTH, `import { a, auth } from '@/auth';\n`],
    [
      'two named',
      `import { a } from '@/auth';\n`,
      `import { auth, a } from '@/auth'`,
      `import { a, auth } from '@/auth';\n`,
    ],
    [
      'many lines',
      `import {\n  a,\n  b,\n} from '@/auth';\n`,
      AUTH,
      `import {\n  a,\n  b,\n  auth,\n} from '@/auth';\n`,
    ],
    [
      'many lines, no trailing comma',
      `import {\n  a,\n  b\n} from '@/auth';\n`,
      AUTH,
      `import {\n  a,\n  b,\n  auth\n} from '@/auth';\n`,
    ],
    [
      'a commented name',
      `import {\n  a, // the a\n} from '@/auth';\n`,
      AUTH,
      `import {\n  a, // the a\n  auth,\n} from '@/auth';\n`,
    ],
    ['behind a default', `import a from '@/auth';\n`, AUTH, `import a, { auth } from '@/auth';\n`],
    ['behind default and names', `import a, { b } from '@/auth';\n`, AUTH, `import a, { b, auth } from '@/auth';\n`],
    ['a default before names', `import { a } from 'x';\n`, `import auth from 'x'`, `import auth, { a } from 'x';\n`],
    [
      'beside a namespace',
      `import * as a from '@/auth';\n`,
      AUTH,
      `import * as a from '@/auth';\nimport { auth } from '@/auth';\n`,
    ],
    [
      'beside a type import',
      `import type { a } from '@/auth';\n`,
      AUTH,
      `import type { a } from '@/auth';\nimport { auth } from '@/auth';\n`,
    ],
    ['beside an effect', `import '@/auth';\n`, AUTH, `import '@/auth';\nimport { auth } from '@/auth';\n`],
    [
      'beside another default',
      `import a from 'x';\n`,
      `import auth from 'x'`,
      `import a from 'x';\nimport auth from 'x';\n`,
    ],
  ])('is merged: %s', (_, imports, line, after) => {
    expect(importing(`${imports}${USE}`, line)).toBe(`${after}${USE}`);
  });

  test('a type joins the type import of its module', () => {
    const text = `import type { A } from 'x';\nlet a: Auth;\n`;
    expect(importing(text, `import type { Auth } from 'x'`)).toBe(`import type { A, Auth } from 'x';\nlet a: Auth;\n`);
  });

  test.each([
    ['there already', `import { auth } from '@/auth';\n${USE}`, AUTH, 'no-change'],
    [
      'a type that is there as a value',
      `import { Auth } from 'x';\nlet a: Auth;`,
      `import type { Auth } from 'x'`,
      'no-change',
    ],
    ['imported from elsewhere', `import { auth } from 'other';\n${USE}`, AUTH, 'name-taken'],
    ['imported under that name as another', `import { x as auth } from '@/auth';\n${USE}`, AUTH, 'name-taken'],
    ['a value that is there as a type', `import type { auth } from '@/auth';\nlet a: auth;`, AUTH, 'name-taken'],
    ['a variable of that name', `const auth = 1;\n${USE}export {}`, AUTH, 'name-taken'],
    ['a function of that name', `function auth() {}\n${USE}export {}`, AUTH, 'name-taken'],
    ['a class of that name', 'class auth {}\nexport { auth }', AUTH, 'name-taken'],
    ['used nowhere', 'export const a = 1;', AUTH, 'unused-import'],
    ['used only in a comment', '// auth\nexport const a = 1;', AUTH, 'unused-import'],
    ['used only in a string', 'export const a = "auth";', AUTH, 'unused-import'],
    ['used only as a member', 'export const a = b.auth;', AUTH, 'unused-import'],
    ['used only as a key', 'export const a = { auth: 1 };', AUTH, 'unused-import'],
    ['used only where a parameter hides it', 'export const f = (auth) => auth();', AUTH, 'unused-import'],
    ['no import line', USE, 'auth()', 'instruction-executable'],
    ['an import line that does not parse', USE, 'import { from x', 'instruction-executable'],
    ['a require that is called with what may be anything', USE, 'const a = require("a")(b)', 'instruction-executable'],
    ['nothing at all', USE, '', 'instruction-executable'],
  ])('is refused: %s', (_, text, line, condition) => {
    expect(importing(text, line)).toBe(`<${condition}>`);
  });

  test.each([
    ['a CommonJS file', 'a.js', `const x = require('x');\nauth();\n`, AUTH, 'commonjs-file'],
    ['module.exports', 'a.js', 'module.exports = auth();\n', AUTH, 'commonjs-file'],
    ['a .cjs file', 'a.cjs', USE, AUTH, 'commonjs-file'],
    ['a plain script', 'a.js', USE, AUTH, 'module-kind-unknown'],
    ['require in a module', 'a.js', `import a from 'a';\n${USE}`, `const { auth } = require('x')`, 'module-file'],
    ['require in a .mjs file', 'a.mjs', USE, `const { auth } = require('x')`, 'module-file'],
  ])('is refused: %s', (_, path, text, line, condition) => {
    expect(importing(text, line, path)).toBe(`<${condition}>`);
  });

  test.each([
    [
      'below the requires',
      `const a = require('a');\nauth(a);\n`,
      `const a = require('a');\nconst { auth } = require('x');\nauth(a);\n`,
    ],
    [
      'below use strict',
      `'use strict';\nmodule.exports = auth();\n`,
      `'use strict';\nconst { auth } = require('x');\n\nmodule.exports = auth();\n`,
    ],
  ])('a require line goes %s', (_, text, after) => {
    expect(importing(text, `const { auth } = require('x');`, 'a.js')).toBe(after);
  });

  test('comes with any strategy', () => {
    const fix: Instruction = { template: 'clock.now()', importLine: `import { clock } from './clock'` };
    expect(mend({ text: 'import a from "a";\nx = Date.now();', pattern: /Date\.now\(\)/, fix })).toBe(
      'import a from "a";\nimport { clock } from "./clock";\nx = clock.now();',
    );
    expect(mend({ text: 'import { clock } from "./clock";\nx = Date.now();', pattern: /Date\.now\(\)/, fix })).toBe(
      'import { clock } from "./clock";\nx = clock.now();',
    );
  });

  test('is refused where a local name would hide the import', () => {
    const fix: Instruction = { template: 'clock.now()', importLine: `import { clock } from './clock'` };
    expect(mend({ text: 'export const f = (clock) => Date.now();', pattern: /Date\.now\(\)/, fix })).toBe(
      '<name-shadowed>',
    );
  });
});

describe('a text at an anchor', () => {
  const at = (anchor: Instruction['anchor'], text: string): Instruction => ({
    strategy: 'insert',
    ...(anchor ? { anchor } : {}),
    text,
  });

  test.each([
    ['top', at({ kind: 'top' }, 'alert();'), 'f();\n', 'alert();\nf();\n'],
    [
      'top, below directives',
      at({ kind: 'top' }, 'alert();'),
      `'use strict';\nf();\n`,
      `'use strict';\nalert();\nf();\n`,
    ],
    [
      'top, a comment',
      at({ kind: 'top' }, '// SPDX: MIT'),
      `#!/bin/x\n'use strict';\n`,
      `#!/bin/x\n// SPDX: MIT\n'use strict';\n`,
    ],
    [
      'top, a directive',
      at({ kind: 'top' }, `'use client';`),
      `// @license\nf();\n`,
      `// @license\n'use client';\nf();\n`,
    ],
    ['end', at({ kind: 'end' }, 'alert();'), 'f();\n', 'f();\nalert();\n'],
    ['end without a last line end', at({ kind: 'end' }, 'alert();'), 'f();', 'f();\nalert();'],
    [
      'below imports',
      at({ kind: 'after-imports' }, 'alert();'),
      `import a from 'a';\na();\n`,
      `import a from 'a';\nalert();\na();\n`,
    ],
    ['before', at({ kind: 'before', regex: /b\(\)/ }, 'alert();'), 'a();\n  b();\n', 'a();\n  alert();\n  b();\n'],
    ['after', at({ kind: 'after', regex: /a\(/ }, 'alert();'), 'a();\nb();\n', 'a();\nalert();\nb();\n'],
    [
      'after a statement of many lines',
      at({ kind: 'after', regex: /use\(/ }, 'alert();'),
      'use(\n  1,\n);\nb();\n',
      'use(\n  1,\n);\nalert();\nb();\n',
    ],
    [
      'before a class member',
      at({ kind: 'before', regex: /f\(\)/ }, 'x = 1;'),
      'class A {\n  f() {}\n}\n',
      'class A {\n  x = 1;\n  f() {}\n}\n',
    ],
    [
      'after a property',
      at({ kind: 'after', regex: /a: 1/ }, 'b: 2,'),
      'o = {\n  a: 1,\n};\n',
      'o = {\n  a: 1,\n  b: 2,\n};\n',
    ],
    [
      'two lines, line ends of the file',
      at({ kind: 'end' }, 'alert(1);\nalert(2);\n'),
      'f();\r\n',
      'f();\r\nalert(1);\r\nalert(2);\r\n',
    ],
    [
      'beside the local name that the anchor declares',
      at({ kind: 'after', regex: /express\(\)/ }, 'app.use(json);'),
      'json();\nfunction make() {\n\tconst app = express();\n\treturn app;\n}\n',
      'json();\nfunction make() {\n\tconst app = express();\n\tapp.use(json);\n\treturn app;\n}\n',
    ],
    [
      'without a semicolon, above a comment',
      at({ kind: 'after-imports' }, 'alert();'),
      "import a from 'a'\n\n// b\na()\n",
      "import a from 'a'\n\nalert()\n\n// b\na()\n",
    ],
    [
      'with the semicolon that keeps it apart from a bracket below a comment',
      at({ kind: 'after-imports' }, 'alert();'),
      "import a from 'a'\n/* b */ // c\n[1].map(a)\n",
      "import a from 'a'\nalert();\n/* b */ // c\n[1].map(a)\n",
    ],
    ['literally', at({ kind: 'end' }, 'alert(`${x}$&`);'), 'x = 1;\n', 'x = 1;\nalert(`${x}$&`);\n'],
  ])('%s', (_, fix, text, after) => {
    expect(mend({ text, pattern: null, fix })).toBe(after);
  });

  test.each([
    [
      'a line that would never run',
      at({ kind: 'after', regex: /return 1/ }, 'alert();'),
      'function f() {\n  return 1;\n}\n',
      'reachable',
    ],
    [
      'a line behind the end of the program',
      at({ kind: 'after', regex: /exit\(1\)/ }, 'alert();'),
      'a();\nprocess.exit(1);\n',
      'reachable',
    ],
    [
      'a key that is set already',
      at({ kind: 'after', regex: /a: 1/ }, 'b: 2,'),
      'o = {\n  a: 1,\n  b: 3,\n};\n',
      'name-taken',
    ],
    [
      'a local name the anchor does not declare',
      at({ kind: 'after', regex: /g\(\)/ }, 'app.x();'),
      'function f(app) {\n  g();\n}\n',
      'name-shadowed',
    ],
    ['an anchor that is nowhere', at({ kind: 'after', regex: /zzz/ }, 'alert();'), 'a();\n', 'anchor-unique'],
    ['an anchor that is twice', at({ kind: 'after', regex: /a\(\)/ }, 'alert();'), 'a();\na();\n', 'anchor-unique'],
    [
      'an anchor only in a comment',
      at({ kind: 'after', regex: /a\(\)/ }, 'alert();'),
      '// a()\nb();\n',
      'anchor-unique',
    ],
    ['an anchor only in a string', at({ kind: 'after', regex: /a\(\)/ }, 'alert();'), 'b("a()");\n', 'anchor-unique'],
    ['an anchor on a shared line', at({ kind: 'after', regex: /a\(\)/ }, 'alert();'), 'a(); b();\n', 'anchor-unique'],
    ['a text that does not parse there', at({ kind: 'end' }, 'alert('), 'a();\n', 'result-parses'],
    ['a name nobody defines', at({ kind: 'end' }, 'init();'), 'a();\n', 'name-unbound'],
    ['an empty text', at({ kind: 'end' }, ' \n'), 'a();\n', 'instruction-executable'],
    [
      'an import line into a script',
      { ...at({ kind: 'end' }, 'alert(auth);'), importLine: AUTH },
      'module.exports = 1;\n',
      'commonjs-file',
    ],
  ])('is refused: %s', (_, fix, text, condition) => {
    expect(mend({ text, pattern: null, fix })).toBe(`<${condition}>`);
  });

  test('with an import that the text uses', () => {
    const fix = { ...at({ kind: 'after', regex: /express\(\)/ }, 'router.use(auth);'), importLine: AUTH };
    const text = "import express from 'express';\n\nconst router = express();\nexport { router };\n";
    expect(mend({ text, pattern: null, fix })).toBe(
      "import express from 'express';\nimport { auth } from '@/auth';\n\nconst router = express();\nrouter.use(auth);\nexport { router };\n",
    );
  });

  test.each([
    ['top', at({ kind: 'top' }, '# Copyright'), 'a.py', '#!/bin/x\nx = 1\n', '#!/bin/x\n# Copyright\nx = 1\n'],
    ['end', at({ kind: 'end' }, 'b: 2'), 'a.yml', 'a: 1\n', 'a: 1\nb: 2\n'],
    ['after', at({ kind: 'after', regex: /a: 1/ }, 'b: 2'), 'a.yml', 'a: 1 # x\nc: 3\n', 'a: 1 # x\nb: 2\nc: 3\n'],
    ['after imports', at({ kind: 'after-imports' }, 'x'), 'a.py', 'import y\n', '<language-not-understood>'],
    ['an anchor that is twice', at({ kind: 'before', regex: /a/ }, 'x'), 'a.py', 'a\na\n', '<anchor-unique>'],
  ])('another language, %s', (_, fix, path, text, after) => {
    expect(mend({ text, pattern: null, fix, path })).toBe(after);
  });
});

describe('what uses a name before it has a value', () => {
  const setUp = (text: string, inserted = 'setup(app);', path = 'src/a.js') =>
    mend({ text, pattern: null, fix: { strategy: 'insert', text: inserted }, path });

  test.each([
    ['a const further down', `import { setup } from './s';\nconst app = make();\n`],
    ['a var further down', `import { setup } from './s';\nvar app = make();\n`],
    ['a class further down', `import { setup } from './s';\nclass app {}\n`],
    [
      'what is required further down',
      `const { setup } = require('./s');\nconst app = make();\nmodule.exports = app;\n`,
    ],
  ])('%s', (_, text) => expect(setUp(text)).toBe('<name-unbound>'));

  test.each([
    ['a function further down', `import { setup } from './s';\nfunction app() {}\n`],
    ['an import further down', `import { setup } from './s';\nimport { app } from './app';\n`],
    ['what is declared to be there', `import { setup } from './s';\ndeclare const app: unknown;\n`, 'src/a.ts'],
  ])('but for %s', (_, text, path = 'src/a.js') => expect(setUp(text, 'setup(app);', path)).toContain('setup(app);'));

  test('and for a function that is called later', () => {
    const text = `import { setup } from './s';\nconst app = make();\n`;
    expect(setUp(text, 'export const start = () => setup(app);')).toContain('setup(app)');
  });
});
