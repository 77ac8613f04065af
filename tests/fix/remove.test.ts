import { describe, expect, test } from 'vitest';
import type { Packages } from '../../src/model/fix-site.js';
import type { TypeOracle } from '../../src/model/type-oracle.js';
import { type Instruction, mend } from './mend.js';

const REMOVE: Instruction = { strategy: 'remove' };
const remove = (text: string, pattern: RegExp, path = 'src/a.ts') => mend({ text, pattern, fix: REMOVE, path });
const LOG = /console\.log/;

describe('a statement goes with its line', () => {
  test.each([
    ['a call', 'a();\nconsole.log("x");\nb();\n', LOG, 'a();\nb();\n'],
    ['its indentation', 'function f() {\n  console.log(x);\n  return x;\n}\n', LOG, 'function f() {\n  return x;\n}\n'],
    ['its trailing comment', 'a();\nconsole.log(x); // why\nb();\n', LOG, 'a();\nb();\n'],
    ['many lines', 'a();\nconsole.log(\n  x,\n  { y },\n);\nb();\n', LOG, 'a();\nb();\n'],
    ['no semicolon', 'a()\nconsole.log(x)\nb()\n', LOG, 'a()\nb()\n'],
    ['the last line', 'a();\nconsole.log(x);', LOG, 'a();'],
    ['the last line, CRLF', 'a();\r\nconsole.log(x); // why', LOG, 'a();'],
    ['the only line', 'console.log(x);', LOG, ''],
    ['CRLF', 'a();\r\nconsole.log(x);\r\nb();\r\n', LOG, 'a();\r\nb();\r\n'],
    ['a shared line, first', 'console.log(x); b();\n', LOG, 'b();\n'],
    ['a shared line, last', 'a(); console.log(x);\n', LOG, 'a();\n'],
    ['a shared line, middle', 'a(); console.log(x); b();\n', LOG, 'a(); b();\n'],
    ['debugger', 'a();\n  debugger;\nb();\n', /^\s*debugger;?/m, 'a();\nb();\n'],
    [
      'an import nobody uses',
      `import _ from 'lodash';\nimport { a } from 'a';\na();\n`,
      /from 'lodash'/,
      `import { a } from 'a';\na();\n`,
    ],
    ['a member assignment', 'a();\ndocument.cookie = c;\nb();\n', /document\.cookie =/, 'a();\nb();\n'],
    ['void', 'a();\nvoid foo();\nb();\n', /foo\(/, 'a();\nb();\n'],
    ['an awaited call', 'async () => {\n  await pause(1);\n  b();\n};\n', /pause\(/, 'async () => {\n  b();\n};\n'],
    ['an optional call', 'a();\nconsole?.log?.(x);\nb();\n', /console\?\.log/, 'a();\nb();\n'],
    [
      'pure arguments',
      'a();\nconsole.log(`a ${b.c}`, [1, d], { e, f: -g }, typeof h, i ? j : k, () => {});\nb();\n',
      LOG,
      'a();\nb();\n',
    ],
    [
      'arguments that only compute',
      'a();\nconsole.log(JSON.stringify(x), Date.now(), y.toFixed(2));\nb();\n',
      LOG,
      'a();\nb();\n',
    ],
    ['rest parameters', 'const f = (...r) => { console.log(...r); g(); };', LOG, 'const f = (...r) => { g(); };'],
    ['a variable nobody uses', 'const DEMO = { a: 1 };\na();\n', /DEMO/, 'a();\n'],
    [
      'in a switch',
      'switch (x) {\n  case 1:\n    console.log(x);\n    break;\n}\n',
      LOG,
      'switch (x) {\n  case 1:\n    break;\n}\n',
    ],
    [
      'an eslint comment above',
      'a();\n// eslint-disable-next-line no-console\nconsole.log(x);\nb();\n',
      LOG,
      'a();\nb();\n',
    ],
    ['a ts comment above', 'a();\n  // @ts-expect-error why\n  console.log(x);\nb();\n', LOG, 'a();\nb();\n'],
    ['a comment above that is about something else', '// Section\nconsole.log(x);\nb();\n', LOG, '// Section\nb();\n'],
    ['a semicolon that opens the next line', 'a()\nconsole.log(x)\n;[b].map(c)\n', LOG, 'a()\n;[b].map(c)\n'],
    [
      'one that opens the first line that is left',
      '{\n  console.log(x)\n  ;(b)()\n  c()\n}\n',
      LOG,
      '{\n  ;(b)()\n  c()\n}\n',
    ],
    ['a bracket behind a semicolon', 'a();\nconsole.log(x);\n(b)();\n', LOG, 'a();\n(b)();\n'],
  ])('%s', (_, text, pattern, after) => {
    expect(remove(text, pattern)).toBe(after);
  });

  test.each([
    ['the import of what it used', `import { log } from './log';\na();\nlog(1);\n`, /log\(/, 'a();\n'],
    [
      'one of several names',
      `import { b, log } from './log';\nb();\nlog(1);\n`,
      /log\(/,
      `import { b } from './log';\nb();\n`,
    ],
    [
      'the first of several names',
      `import { log, b } from './log';\nb();\nlog(1);\n`,
      /log\(/,
      `import { b } from './log';\nb();\n`,
    ],
    ['a default import', `import log from './log';\na();\nlog(1);\n`, /log\(/, 'a();\n'],
    [
      'several names of one import',
      `import { a, log, level, b } from './log';\na(b);\nlog(level);\n`,
      /log\(/,
      `import { a, b } from './log';\na(b);\n`,
    ],
    [
      'the first and the last name',
      `import { log, a, level } from './log';\na();\nlog(level);\n`,
      /log\(/,
      `import { a } from './log';\na();\n`,
    ],
    [
      'the last names',
      `import { a, log, level } from './log';\na();\nlog(level);\n`,
      /log\(/,
      `import { a } from './log';\na();\n`,
    ],
    [
      'several lines',
      `import {\n  a,\n  log, // says it\n  level,\n} from './log';\na();\nlog(level);\n`,
      /log\(/,
      `import {\n  a,\n} from './log';\na();\n`,
    ],
    [
      'some lines',
      `import {\n  log, a,\n  level\n} from './log';\na();\nlog(level);\n`,
      /log\(/,
      `import {\n  a\n} from './log';\na();\n`,
    ],
    [
      'the names behind a default',
      `import log, { level, sink } from './log';\nlog();\nlog(level, sink);\n`,
      /log\(level/,
      `import log from './log';\nlog();\n`,
    ],
    [
      'the default in front of names',
      `import log, { a } from './log';\na();\nlog(1);\n`,
      /log\(/,
      `import { a } from './log';\na();\n`,
    ],
    [
      'the default and some names',
      `import log, { a, level } from './log';\na();\nlog(level);\n`,
      /log\(/,
      `import { a } from './log';\na();\n`,
    ],
    [
      'the default in front of a namespace',
      `import log, * as a from './log';\na();\nlog(1);\n`,
      /log\(/,
      `import * as a from './log';\na();\n`,
    ],
    [
      'the namespace behind a default',
      `import a, * as log from './log';\na();\nlog.x(1);\n`,
      /log\.x/,
      `import a from './log';\na();\n`,
    ],
    ['a namespace', `import * as log from './log';\na();\nlog.x(1);\n`, /log\.x/, 'a();\n'],
    ['a type', `import type { Level } from './log';\na();\nlog<Level>(1);\n`, /log</, 'a();\n'],
    [
      'names of several modules',
      `import { log } from './log';\nimport { b, c } from './b';\nc();\nlog(b);\n`,
      /log\(/,
      `import { c } from './b';\nc();\n`,
    ],
    ['an argument', `import { b } from './b';\na();\nlog(b);\n`, /log\(/, 'a();\n'],
  ])('and imports left unused go too: %s', (_, text, pattern, after) => {
    expect(remove(text, pattern)).toBe(after);
  });

  test.each([
    ['used elsewhere', `import { log } from './log';\nlog(2);\nlog(1);\n`, /log\(1/],
    ['used as a type', `import { log } from './log';\ntype L = typeof log;\nlog(1);\n`, /log\(/],
    ['exported', `import { log } from './log';\nexport { log };\nlog(1);\n`, /log\(/],
    ['an effect', `import './log';\na();\nlog(1);\n`, /log\(/],
    ['all that makes it a module', `import { log } from './log';\nconst a = 1;\nlog(1);\n`, /log\(/],
    ['unused before', `import { zzz } from './log';\na();\nlog(1);\n`, /log\(/],
  ])('but not one that is %s', (_, text, pattern) => {
    expect(remove(text, pattern)).toBe(text.replace(/log\(1\);\n/, ''));
  });

  test.each([
    ['', true, `export const a = <p />;\n`],
    ['', false, '<still-referenced>'],
    ['/** @jsxRuntime classic */\n', true, '<still-referenced>'],
  ])('%j React goes where the compiler brings in what JSX becomes: %s', (pragma, brings, after) => {
    const types: TypeOracle = {
      typesAt: () => new Set(['unknown']),
      targetLib: () => null,
      forbidsUnused: () => false,
      lacksInterop: () => false,
      bringsJsx: () => brings,
    };
    const text = `${pragma}import React from 'react';\nexport const a = <p />;\n`;
    expect(mend({ text, pattern: /import React/, fix: REMOVE, path: 'a.tsx', types })).toBe(after);
  });

  test.each([
    [['@vitejs/plugin-react', 'react'], `export const a = <p />;\n`],
    [['next', 'react', 'react-dom'], `export const a = <p />;\n`],
    [['react', 'react-scripts'], '<still-referenced>'],
    [['next', 'react', 'react-dom', 'vitest'], '<still-referenced>'],
    [['@vitejs/plugin-react', 'react', '@babel/preset-react'], '<still-referenced>'],
  ])('React goes where a bundler of %j brings in what JSX becomes', (installed, after) => {
    const packages: Packages = {
      isInstalled: (_, name) => installed.includes(name),
      reach: () => 'file',
      oldestNode: () => null,
      isCompiled: () => true,
    };
    const text = `import React from 'react';\nexport const a = <p />;\n`;
    expect(mend({ text, pattern: /import React/, fix: REMOVE, path: 'a.jsx', packages })).toBe(after);
  });

  test('React stays while there is JSX', () => {
    const text = `import React from 'react';\nexport const a = <p />;\nReact.log(1);\n`;
    expect(remove(text, /React\.log/, 'a.tsx')).toBe(`import React from 'react';\nexport const a = <p />;\n`);
  });
});

describe('a list element goes with its comma', () => {
  test.each([
    ['a property', 'f({ a: 1, httpOnly: false, b: 2 })', /httpOnly: false/, 'f({ a: 1, b: 2 })'],
    ['the first property', 'f({ httpOnly: false, b: 2 })', /httpOnly: false/, 'f({ b: 2 })'],
    ['the last property', 'f({ a: 1, httpOnly: false })', /httpOnly: false/, 'f({ a: 1 })'],
    ['the only property', 'f({ httpOnly: false })', /httpOnly: false/, 'f({})'],
    ['a property that a spread one overrides', 'f({ httpOnly: false, ...o })', /httpOnly: false/, 'f({ ...o })'],
    [
      'a property with its line',
      'f({\n  a: 1,\n  httpOnly: false, // why\n  b: 2,\n})',
      /httpOnly: false/,
      'f({\n  a: 1,\n  b: 2,\n})',
    ],
    ['the last line, trailing comma', 'f({\n  a: 1,\n  httpOnly: false,\n})', /httpOnly: false/, 'f({\n  a: 1,\n})'],
    ['the last line, no trailing comma', 'f({\n  a: 1,\n  httpOnly: false\n})', /httpOnly: false/, 'f({\n  a: 1\n})'],
    ['an array element', 'f([a, "debug", b])', /"debug"/, 'f([a, b])'],
    ['the last array element', 'f([a, "debug"])', /"debug"/, 'f([a])'],
    ['an array line', 'f([\n  a,\n  "debug",\n  b,\n])', /"debug"/, 'f([\n  a,\n  b,\n])'],
    ['an array element, matched with its comma', 'f([a, "debug", b])', /"debug",\s*/, 'f([a, b])'],
    ['an array element, matched with the comma before', 'f([a, "debug", b])', /,\s*"debug"/, 'f([a, b])'],
    ['a property, matched with its comma', 'f({ a: 1, b: true, c: 2 })', /b: true,/, 'f({ a: 1, c: 2 })'],
    ['a property whose value opens', 'f({ a: [1, 2], b: 2 })', /a: \[/, 'f({ b: 2 })'],
    ['a quoted key', 'f({ "debug": true, b: 2 })', /debug["']?: true/, 'f({ b: 2 })'],
    ['an object in an array', 'f([a, { debug: true }])', /\{ debug: true \}/, 'f([a])'],
    ['the last argument', 'f(a, "debug")', /"debug"/, 'f(a)'],
    ['an import specifier', `import { a, b } from 'm'; a()`, /\bb\b/, `import { a } from 'm'; a()`],
  ])('%s', (_, text, pattern, after) => {
    expect(remove(text, pattern)).toBe(after);
  });

  test.each([
    ['an attribute', 'const a = <p autoFocus id="b" />', 'const a = <p id="b" />'],
    ['an attribute that a spread one overrides', 'const a = <p autoFocus {...b} />', 'const a = <p {...b} />'],
    ['the last attribute', 'const a = <p id="b" autoFocus />', 'const a = <p id="b" />'],
    ['an attribute with a value', 'const a = <p id="b" autoFocus={true}>x</p>', 'const a = <p id="b">x</p>'],
    [
      'an attribute with its line',
      'const a = (\n  <p\n    autoFocus\n    id="b"\n  />\n)',
      'const a = (\n  <p\n    id="b"\n  />\n)',
    ],
    [
      'an attribute with the comment that overlooks it',
      'const a = (\n  <p\n    // @ts-expect-error why\n    autoFocus\n    id="b"\n  />\n)',
      'const a = (\n  <p\n    id="b"\n  />\n)',
    ],
  ])('%s', (_, text, after) => {
    expect(remove(text, /autoFocus/, 'a.tsx')).toBe(after);
  });
});

describe('a removal is refused', () => {
  test.each([
    ['the body of an if', 'if (x) console.log(x);\nb();', LOG, 'sole-body'],
    ['the body of an else', 'if (x) a(); else console.log(x);', LOG, 'sole-body'],
    ['the body of a for', 'for (const x of y) console.log(x);', LOG, 'sole-body'],
    ['the body of a while', 'while (x) console.log(x);', LOG, 'sole-body'],
    ['all of a block', 'if (x) { console.log(x); }', LOG, 'sole-body'],
    ['all of a catch', 'try { a(); } catch (e) { console.error(e); }', /console\.error/, 'sole-body'],
    ['all of a function', 'function f() { console.log(1); }', LOG, 'sole-body'],
    ['an arrow body', 'const f = () => console.log(1);', LOG, 'sole-body'],
    ['a returned value', 'function f() { return console.log(1); }', LOG, 'statement-removable'],
    ['an assigned value', 'const x = console.log(1);', LOG, 'value-used'],
    ['an operand', 'a && console.log(1);', LOG, 'value-used'],
    ['a branch', 'a ? console.log(1) : b();', LOG, 'value-used'],
    ['a part of an argument', 'f(a, g(debug()))', /debug\(/, 'value-used'],
    ['a call in an argument', 'console.log(next());\nb();', LOG, 'argument-pure'],
    ['a call in an argument that matched', 'console.log(pool.pop());\nb();', /console\.log\(.*\);/, 'argument-pure'],
    ['an assignment in an argument', 'console.log(x = 1);\nb();', LOG, 'argument-pure'],
    ['an increment in an argument', 'console.log(x++);\nb();', LOG, 'argument-pure'],
    ['an await in an argument', 'async () => { console.log(await x); b(); }', LOG, 'argument-pure'],
    ['a yield in an argument', 'function* f() { console.log(yield); b(); }', LOG, 'argument-pure'],
    ['a construction in an argument', 'console.log(new X());\nb();', LOG, 'argument-pure'],
    ['a tagged template', 'console.log(tag`x`);\nb();', LOG, 'argument-pure'],
    ['a delete', 'console.log(delete a.b);\nb();', LOG, 'argument-pure'],
    ['an import()', 'console.log(import("x"));\nb();', LOG, 'argument-pure'],
    ['a spread of who knows what', 'console.log(...x);\nb();', LOG, 'argument-pure'],
    ['a hidden JSON', 'const f = (JSON) => { console.log(JSON.stringify(x)); b(); };', LOG, 'argument-pure'],
    ['a call in a template', 'console.log(`${f()}`);\nb();', LOG, 'argument-pure'],
    ['a call in an object', 'console.log({ a: f() });\nb();', LOG, 'argument-pure'],
    ['a computed key', 'console.log({ [f()]: 1 });\nb();', LOG, 'argument-pure'],
    ['a function with code', 'run(() => { save(); });\nb();', /run\(/, 'argument-pure'],
    ['a call further down the chain', 'console.log(1).then(save());\nb();', LOG, 'argument-pure'],
    ['an object the call is of', 'get(x).log(1);\nb();', /\.log/, 'argument-pure'],
    ['a chain that uses it', 'get(x).log(1);\nb();', /get/, 'value-used'],
    ['a label', 'a: console.log(1);', LOG, 'labelled'],
    ['a bracket on the next line', 'a()\nconsole.log(x);\n(b)()\n', LOG, 'asi-hazard'],
    ['an array on the next line', 'a()\nconsole.log(x);\n[b].map(c)\n', LOG, 'asi-hazard'],
    ['a template on the next line', 'a()\nconsole.log(x);\n`${b}`.c()\n', LOG, 'asi-hazard'],
    ['an export', 'exports.debug = 1;\na();', /exports\.debug/, 'statement-removable'],
    ['an export of a module', 'module.exports.debug = 1;\na();', /\.debug/, 'statement-removable'],
    ['an assigned function', 'a.onDebug = () => { save(); };\nb();', /a\.onDebug/, 'argument-pure'],
    ['an element that is picked', 'x = ["debug", "a"][1];', /"debug"/, 'shifts-positions'],
    ['the import that makes it a module', 'import a from "a";\nconst b = 1;', /from "a"/, 'statement-removable'],
    ['a return', 'function f() { a(); return eval; }', /return/, 'statement-removable'],
    ['a throw', 'function f() { a(); throw new E(); }', /throw/, 'statement-removable'],
    ['an if', 'if (DEBUG) { a(); }', /if \(DEBUG\)/, 'statement-removable'],
    ['a directive', '"use strict"; a();', /"use strict"/, 'position-is-code'],
    ['a variable others use', 'const DEMO = 1;\na(DEMO);', /DEMO = /, 'still-referenced'],
    ['one of several variables', 'const DEMO = 1, b = 2;\na(b);', /DEMO/, 'statement-removable'],
    ['an exported variable', 'export const DEMO = 1;', /DEMO/, 'statement-removable'],
    ['a variable set to a call', 'const DEMO = f();\na();', /DEMO/, 'argument-pure'],
    ['a plain assignment', 'x = 1;\na(x);', /x =/, 'value-used'],
    ['an assignment of a call', 'a.b = f();\nc();', /a\.b =/, 'argument-pure'],
    ['a function declaration', 'function f() {}\na();', /function f/, 'still-referenced'],
    ['a class member', 'class A { x = 1; y = 2 }', /x = 1/, 'statement-removable'],
    ['an import somebody uses', `import _ from 'lodash';\n_.map(x);`, /from 'lodash'/, 'still-referenced'],
    ['an import for its effects', `import 'lodash';\na();`, /import '\w+'/, 'statement-removable'],
    ['the only name of an import', `import { a } from 'm';\nb();`, /\ba\b/, 'statement-removable'],
    ['a name of an import that is used', `import { a, b } from 'm';\nb(a);`, /\ba\b/, 'still-referenced'],
    ['an argument others follow', 'f("debug", a)', /"debug"/, 'shifts-positions'],
    ['an element of an array with holes', 'f([, "debug"])', /"debug"/, 'shifts-positions'],
    ['an element of an array that is taken apart', 'const [a, b] = ["debug", c]', /"debug"/, 'shifts-positions'],
    ['an element taken apart behind a call', '[a, b] = await Promise.all(["debug", c])', /"debug"/, 'shifts-positions'],
    ['the head of a tuple', 'f([["debug", { a: 1 }]])', /"debug"/, 'shifts-positions'],
    ['the only argument', 'f("debug")', /"debug"/, 'value-used'],
    ['a module name', 'const x = require("debug");', /"debug"/, 'value-used'],
    ['a reference in an array', 'f([a, debug, b])', /debug/, 'value-used'],
    ['a reference among arguments', 'report(autoFocus)', /autoFocus/, 'value-used'],
    ['a shorthand property', 'f({ debug, a })', /debug/, 'value-used'],
    ['a key whose value the match does not see', 'report({ debug: true })', /debug/, 'value-used'],
    ['a key spelt as a keyword', 'report({ debugger: true })', /debugger/, 'match-is-whole'],
    ['a property whose value goes on', 'f({ debug: true && x })', /debug: true/, 'value-used'],
    ['a property of a longer name', 'f({ debugging: true })', /debug/, 'match-is-whole'],
    ['a name in the middle of a chain', 'tools.debugger.attach();', /debugger/, 'match-is-whole'],
    ['an assignment to a member behind it', 'a.tracer.b = 1;\nc();', /tracer/, 'value-used'],
    ['a longer name', 'console.logger.start();\na();', LOG, 'match-is-whole'],
    ['a longer method', 'console.logAll(x);\na();', LOG, 'match-is-whole'],
    ['an import of a longer name', `import _ from 'lodash-es';\na();`, /from 'lodash/, 'match-is-whole'],
    ['a local of that name', 'function f(console) { console.log(1); g(); }', LOG, 'name-shadowed'],
    ['a property over a spread one', 'f({ ...o, secure: false })', /secure: false/, 'shifts-positions'],
    ['a property with an effect', 'f({ a: 1, b: g() })', /b: g\(\)/, 'argument-pure'],
    ['part of an element', 'f([a, b + debug])', /debug/, 'value-used'],
    ['a parameter', 'function f(a, debug) {}', /debug/, 'statement-removable'],
    ['a decorator', '@debug class A {}', /debug/, 'position-is-code'],
    ['a comment', '// console.log(1)\na();', LOG, 'position-is-code'],
    ['a string', 'a("console.log(1)");', LOG, 'position-is-code'],
    ['two statements', 'a();\nb();', /a\(\);\nb/, 'statement-removable'],
  ])('%s', (_, text, pattern, condition) => {
    expect(remove(text, pattern)).toBe(`<${condition}>`);
  });

  test.each([
    ['a value that is not the attribute', 'const a = <p focus={autoFocus} />', 'match-is-whole'],
    ['a part of the name', 'const a = <p data-autoFocus />', 'match-is-whole'],
    ['an attribute over a spread one', 'const a = <p {...b} autoFocus />', 'shifts-positions'],
    ['an attribute with code', 'const a = <p autoFocus={() => save()} />', 'argument-pure'],
    ['JSX text', 'const a = <p>autoFocus</p>', 'position-is-code'],
  ])('%s', (_, text, condition) => {
    expect(remove(text, /autoFocus/, 'a.tsx')).toBe(`<${condition}>`);
  });
});

describe('a call that the rule itself spells out inside another', () => {
  test.each([
    ['goes along', `app.use(morgan('dev'));\nb();\n`, /app\.use\(morgan\(/, 'b();\n'],
    ['beside plain arguments', `app.use('/a', morgan('dev'));\nb();\n`, /app\.use\('\/a', morgan\(/, 'b();\n'],
    ['is none behind a wildcard', `app.use(morgan('dev'));\nb();\n`, /app\.use\(\w+\(/, '<argument-pure>'],
    ['is none that only matched', 'log(pool.pop());\nb();\n', /log\(.*\)/, '<argument-pure>'],
    ['has no effects inside', 'app.use(morgan(open()));\nb();\n', /app\.use\(morgan\(/, '<argument-pure>'],
    ['is one word', 'app.use(or(1));\nb();\n', /app\.use\((?:morgan|or2)?/, '<argument-pure>'],
  ])('%s', (_, text, pattern, after) => {
    expect(remove(text, pattern)).toBe(after);
  });
});
