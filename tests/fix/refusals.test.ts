import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answerTo, type Instruction, type Mending } from './mend.js';

// What a person reads of a fix that is not made, in full, in `refusals.golden.txt`.

const GOLDEN = join(import.meta.dirname, 'refusals.golden.txt');
const ENV: Instruction = { template: 'process.env.${UPPER_SNAKE_CASE_NAME}' };
const VALUE: Instruction = { template: 'process.env.KEY', target: { kind: 'value' } };
const REMOVE: Instruction = { strategy: 'remove' };
const LOG = /console\.log\(/;
const wrap = (template: string): Instruction => ({ strategy: 'wrap', template });
const insert = (text: string, regex = /b\(\)/): Instruction => ({
  strategy: 'insert',
  text,
  anchor: { kind: 'after', regex },
});
const atTop = (text: string): Instruction => ({ strategy: 'insert', text, anchor: { kind: 'top' } });
const swap = (find: RegExp, replace: string): Instruction => ({ findReplace: { find, replace } });
const imports = (importLine: string): Instruction => ({ strategy: 'insert', importLine });
const becomes = (template: string): Instruction => ({ template, target: { kind: 'match' } });

const REFUSED: readonly (readonly [string, Pick<Mending, 'text' | 'pattern' | 'fix'>, string?])[] = [
  ['a file that does not parse', { text: 'f((;\n', pattern: /f/, fix: becomes('g') }],
  ['a file of declarations', { text: 'declare const a: 1;\n', pattern: /a/, fix: becomes('b') }, 'src/a.d.ts'],
  ['a generated file', { text: '// @generated\na();\n', pattern: /a\(/, fix: becomes('b(') }],
  ['a comment', { text: '// a()\n', pattern: /a\(/, fix: becomes('alert(') }],
  ['a string', { text: 'f("a()");\n', pattern: /a\(/, fix: becomes('alert(') }],
  ['white space', { text: 'a( );\n', pattern: / /, fix: becomes('b') }],
  ['what is there already', { text: 'a();\n', pattern: /a\(/, fix: becomes('a(') }],
  ['a part of a name', { text: 'f(abc);\n', pattern: /bc/, fix: becomes('x') }],
  ['a part of a text', { text: 'f("abc");\n', pattern: /bc/, fix: ENV }],
  ['a member called like a keyword', { text: 'a.throw(b);\n', pattern: /throw/, fix: VALUE }],
  ['an operand of a larger expression', { text: 'x = a + b * c;\n', pattern: /a \+ b/, fix: becomes('b') }],
  ['what tears a member', { text: 'x = a.b;\n', pattern: /a\./, fix: becomes('') }],
  ['what would not parse', { text: 'a();\n', pattern: /a\(/, fix: becomes('alert((') }],
  ['a name nobody defines', { text: 'a();\n', pattern: /a\(/, fix: becomes('other(') }],
  ['a name that is hidden', { text: 'function f(alert) { a(); }\n', pattern: /a\(\)/, fix: becomes('alert()') }],
  [
    'a stored pattern that does not match',
    { text: 'a();\n', pattern: /a\(/, fix: { template: 'alert(', search: /b/ } },
  ],
  ['a group that took no part', { text: 'a();\n', pattern: /a\((b)?/, fix: { template: '${1}' } }],
  ['a placeholder of a value where there is none', { text: 'a();\n', pattern: /a\(/, fix: becomes('${VALUE}') }],
  ['no template', { text: 'a();\n', pattern: /a\(/, fix: {} }],
  ['no match for a template', { text: 'a();\n', pattern: null, fix: becomes('b') }],

  ['a value without a name', { text: 'f("secret");\n', pattern: /"secret"/, fix: ENV }],
  ['several values', { text: 'f({ secret: "a", secret2: "b" });\n', pattern: /secret.*b"/, fix: ENV }],
  ['a value that goes elsewhere first', { text: 'secret = f("abc");\n', pattern: /secret = f\("abc"/, fix: ENV }],
  ['a value put together', { text: 'const secret = `a${b}`;\n', pattern: /secret = `a\$\{b\}`/, fix: ENV }],
  ['a default', { text: 'function f(secret = "abc") {}\n', pattern: /secret = "abc"/, fix: ENV }],
  ['a case', { text: 'switch (a) { case "abc": }\n', pattern: /"abc"/, fix: ENV }],
  ['a key', { text: 'x = { "abc": 1 };\n', pattern: /"abc"/, fix: ENV }],
  ['a module', { text: 'import "abc";\n', pattern: /"abc"/, fix: ENV }],
  ['a type', { text: 'type A = "abc";\n', pattern: /"abc"/, fix: ENV }],
  ['an enum', { text: 'enum A { secret = "abc" }\n', pattern: /secret = "abc"/, fix: ENV }],
  ['a constant', { text: 'const secret = "abc" as const;\n', pattern: /secret = "abc"/, fix: ENV }],
  ['a declared literal', { text: 'const secret: "abc" = "abc1";\n', pattern: /"abc1"/, fix: ENV }],
  ['a value that is set to itself', { text: 'process.env.SECRET = "abc";\n', pattern: /SECRET = "abc"/, fix: ENV }],
  ['a value that spells its name', { text: 'const secret = "secret";\n', pattern: /secret = "secret"/, fix: ENV }],
  [
    'a template that is no expression',
    {
      text: 'const secret = "abc";\n',
      pattern: /secret = "abc"/,
      fix: { template: 'if (a) {}', target: { kind: 'value' } },
    },
  ],

  ['markup as text', { text: 'a.innerHTML = "<b>";\n', pattern: /innerHTML/, fix: becomes('textContent') }],
  ['markup that is added to', { text: 'a.innerHTML += b;\n', pattern: /innerHTML/, fix: becomes('textContent') }],
  ['markup that is read', { text: 'f(a.innerHTML);\n', pattern: /innerHTML/, fix: becomes('textContent') }],
  ['a comparison with null', { text: 'x = a == null;\n', pattern: /==/, fix: becomes('===') }],
  ['operands of unknown types', { text: 'x = a == b;\n', pattern: /==/, fix: becomes('===') }],
  ['arguments of substr', { text: 'x = a.substr(1, 2);\n', pattern: /substr/, fix: becomes('slice') }],
  ['a default of a text', { text: 'x = a || "";\n', pattern: /\|\|/, fix: becomes('??') }],
  ['a default in a test', { text: 'if (a || b) {}\n', pattern: /\|\|/, fix: becomes('??') }],
  ['a size of a buffer', { text: 'x = new Buffer(1);\n', pattern: /new Buffer\(/, fix: becomes('Buffer.from(') }],
  ['a number that is asked for', { text: 'x = isNaN(a);\n', pattern: /isNaN/, fix: becomes('Number.isNaN') }],
  [
    'a type that is asked for',
    { text: 'x = typeof a === "undefined";\n', pattern: /typeof a === "undefined"/, fix: becomes('a === undefined') },
  ],
  [
    'an error that is thrown',
    { text: 'throw a;\n', pattern: /throw/, fix: { template: 'new Error(${VALUE})', target: { kind: 'value' } } },
  ],
  [
    'a number that is used',
    { text: 'x = Math.random() * 2;\n', pattern: /Math\.random/, fix: becomes('crypto.randomUUID') },
  ],
  ['a date that is used', { text: 'x = new Date();\n', pattern: /new Date\(\)/, fix: becomes('Date.now()') }],
  [
    'a method that is handed over',
    { text: "import { log } from 'l';\nf(console.log);\n", pattern: /console\.log/, fix: becomes('log.info') },
  ],
  [
    'whether an element is there',
    { text: 'f(a.indexOf(b) > 0);\n', pattern: /\.indexOf\(b\) > 0/, fix: becomes('.includes(b)') },
  ],
  ['a kindred method', { text: 'x = a.sort();\n', pattern: /sort/, fix: becomes('toSorted') }],
  ['undefined for null', { text: 'x = undefined;\n', pattern: /undefined/, fix: becomes('null') }],
  ['the length of a list', { text: 'x = new Array(3);\n', pattern: /new Array\(3\)/, fix: becomes('[3]') }],
  ['lists that may be none', { text: 'x = a.concat(b);\n', pattern: /a\.concat\(b\)/, fix: becomes('[...a, ...b]') }],
  ['what && gives back', { text: 'x = a && a.b;\n', pattern: /a && a\.b/, fix: becomes('a?.b') }],
  [
    'a method of its own',
    { text: 'class A { trim() {} }\nx = a.trim();\n', pattern: /a\.trim\(/, fix: becomes('a.strip(') },
  ],
  ['a key that is there', { text: 'x = { a: 1, b: 2 };\n', pattern: /a: 1/, fix: becomes('b: 1') }],
  ['let for a var that is used outside', { text: '{ var a = 1; }\nf(a);\n', pattern: /var/, fix: becomes('let') }],

  ['a removed value', { text: 'x = console.log(1);\n', pattern: LOG, fix: REMOVE }],
  ['a removed argument with effects', { text: 'console.log(f());\n', pattern: LOG, fix: REMOVE }],
  ['a removed body', { text: 'if (a) console.log(1);\n', pattern: LOG, fix: REMOVE }],
  ['a removed only statement', { text: 'a(() => { console.log(1); });\n', pattern: LOG, fix: REMOVE }],
  ['a removed label', { text: 'a: console.log(1);\n', pattern: LOG, fix: REMOVE }],
  ['a removed declaration', { text: 'const a = 1;\nf(a);\n', pattern: /const a/, fix: REMOVE }],
  ['a removed import', { text: "import { a } from 'a';\na();\n", pattern: /import \{ a \}/, fix: REMOVE }],
  ['a removed import for its effects', { text: "import 'a';\n", pattern: /import/, fix: REMOVE }],
  ['a removed return', { text: 'function f() { return 1; }\n', pattern: /return/, fix: REMOVE }],
  ['removed statements', { text: 'a();\nb();\n', pattern: /a\(\);\nb/, fix: REMOVE }],
  ['a removed argument', { text: 'f(a, b);\n', pattern: /a/, fix: REMOVE }],
  ['a removed element', { text: 'const [x] = [1, 2];\n', pattern: /1/, fix: REMOVE }],
  ['a removed property before a spread', { text: 'x = { ...a, b: 1 };\n', pattern: /b: 1/, fix: REMOVE }],
  [
    'a removed attribute before a spread',
    { text: 'x = <a {...b} c="1" />;\n', pattern: /c="1"/, fix: REMOVE },
    'src/a.tsx',
  ],
  ['a removed end of a line', { text: 'a\nconsole.log(1);\n(b)();\n', pattern: LOG, fix: REMOVE }],
  [
    'removed, and its excuse stays',
    { text: 'a();\n// @ts-ignore\n\nconsole.log(1);\nb();\n', pattern: LOG, fix: REMOVE },
  ],
  [
    'removed with the excuse of the next line',
    { text: 'a();\nconsole.log(1); // @ts-ignore\nb();\n', pattern: LOG, fix: REMOVE },
  ],
  ['removed, and nothing there', { text: 'a();\n', pattern: null, fix: REMOVE }],

  ['wrapped already', { text: 'f(String(a));\n', pattern: /\ba\b/, fix: wrap('String(${MATCH})') }],
  ['wrapped, and nothing there', { text: 'a();\n', pattern: null, fix: wrap('String(${MATCH})') }],
  ['wrapped without a hole', { text: 'f(a);\n', pattern: /\ba\b/, fix: wrap('String()') }],
  [
    'wrapped, a part of what a group is in',
    {
      text: 'f(a.b);\n',
      pattern: /f\((a)/,
      fix: { ...wrap('String(${MATCH})'), target: { kind: 'group', name: '1' } },
    },
  ],
  [
    'wrapped into a function',
    { text: 'async () => { f(await a); };\n', pattern: /f\(await a\)/, fix: wrap('(() => ${MATCH})()') },
  ],
  [
    'wrapped into a function of its own',
    { text: 'f(this.a);\n', pattern: /this\.a/, fix: wrap('(function () { return ${MATCH}; })()') },
  ],
  ['wrapped into no expression', { text: 'f(a);\n', pattern: /\ba\b/, fix: wrap('if (x) ${MATCH}') }],

  ['an import of itself', { text: 'a();\n', pattern: null, fix: imports("import { b } from './file.js';") }],
  [
    'an import of a taken name',
    { text: 'const b = 1;\nexport { b };\n', pattern: null, fix: imports("import { b } from 'b';") },
  ],
  [
    'an import that nobody uses',
    { text: "import a from 'a';\na();\n", pattern: null, fix: imports("import { b } from 'b';") },
  ],
  [
    'an import into CommonJS',
    { text: "const a = require('a');\nmodule.exports = a;\n", pattern: null, fix: imports("import { b } from 'b';") },
  ],
  [
    'a require in a module',
    { text: "import a from 'a';\na();\n", pattern: null, fix: imports("const b = require('b');") },
  ],
  ['an import into a script', { text: 'a();\n', pattern: null, fix: imports("import { b } from 'b';") }, 'src/a.js'],
  ['an import line that is none', { text: "import a from 'a';\n", pattern: null, fix: imports('use b') }],
  [
    'an import of a type into JavaScript',
    { text: "import a from 'a';\n", pattern: null, fix: imports("import type { B } from 'b';") },
    'src/a.js',
  ],

  ['nothing to insert', { text: 'b();\n', pattern: null, fix: { strategy: 'insert' } }],
  ['an empty text', { text: 'b();\n', pattern: null, fix: insert(' ') }],
  ['an anchor that is nowhere', { text: 'a();\n', pattern: null, fix: insert('alert();') }],
  ['an anchor that is twice', { text: 'b();\nb();\n', pattern: null, fix: insert('alert();') }],
  ['an anchor on a shared line', { text: 'b(); c();\n', pattern: null, fix: insert('alert();') }],
  ['an anchor in a branch', { text: 'if (a) b();\n', pattern: null, fix: insert('alert();') }],
  ['an anchor that leaves', { text: 'function f() {\n  return b();\n}\n', pattern: null, fix: insert('alert();') }],
  [
    'an anchor that excuses the next line',
    { text: 'b(); // @ts-ignore\nc();\n', pattern: null, fix: insert('alert();') },
  ],
  [
    'an anchor that is excused from further up',
    {
      text: 'a();\n// @ts-ignore\n\nb();\n',
      pattern: null,
      fix: { ...insert('alert();'), anchor: { kind: 'before', regex: /b\(\)/ } },
    },
  ],
  ['a key that is set', { text: 'o = {\n  a: 1,\n  b: 2,\n};\n', pattern: null, fix: insert('b: 3,', /a: 1/) }],
  ['nothing to find', { text: 'f(a);\n', pattern: /f\(/, fix: swap(/zzz/g, 'x') }],
  ['to be found in strings only', { text: 'f("zzz");\n', pattern: /f\(/, fix: swap(/zzz/g, 'x') }],

  ['unparsed, a part of a name', { text: 'puts(1)\n', pattern: /put/, fix: swap(/put/g, 'x') }, 'a.py'],
  ['unparsed, in a comment', { text: '"""\na(1)\n"""\n', pattern: /a\(/, fix: swap(/a\(/g, 'b(') }, 'a.py'],
  ['unparsed, in a string', { text: 'f("a(1)")\n', pattern: /a\(/, fix: swap(/a\(/g, 'b(') }, 'a.py'],
  ['unparsed, beside a string', { text: 'f("a(1)")\n', pattern: /a\(/, fix: swap(/f/g, 'g') }, 'a.py'],
  ['unparsed, several beside the match', { text: 'a(x, x)\n', pattern: /a\(/, fix: swap(/x/g, 'y') }, 'a.py'],
  ['unparsed, several in one name', { text: 'a_ba_b()\n', pattern: /a_ba_b/, fix: swap(/a_b/g, 'y') }, 'a.py'],
  ['unparsed, a part of the match', { text: 'a(b)\n', pattern: /a\(/, fix: swap(/\(b/g, 'y') }, 'a.py'],
  ['unparsed, two matches', { text: 'a(b) + a(c)\n', pattern: /a\(/, fix: swap(/a.*/g, 'y') }, 'a.py'],
  [
    'unparsed, a bracket of others',
    { text: 'a(b) + f(c)\n', pattern: /a\(/, fix: swap(/a\((.*)\)/g, 'y($1)') },
    'a.py',
  ],
  ['unparsed, a member', { text: 'this.a(b)\n', pattern: /a\(/, fix: swap(/a\(/g, 'b.c(') }, 'a.py'],
  ['unparsed, above everything', { text: '<?php\n', pattern: null, fix: atTop('a();') }, 'a.php'],
  ['unparsed, above all but comments', { text: 'package a\n', pattern: null, fix: atTop('var a = 1') }, 'a.go'],
  ['unparsed, an anchor in a text', { text: '"""\nb()\nc\n"""\n', pattern: null, fix: insert('a()') }, 'a.py'],
  ['unparsed, a line that goes on', { text: 'b() \\\n  + c\n', pattern: null, fix: insert('a()') }, 'a.py'],
  ['unparsed, behind an exit', { text: 'exit\n', pattern: null, fix: insert('a', /exit/) }, 'a.sh'],
  ['unparsed, behind a page', { text: '<?php b() ?>\n<p>\n', pattern: null, fix: insert('a();', /<p>/) }, 'a.php'],
];

const rows = REFUSED.map(([title, mending, path = 'src/file.ts']) => ({ title, mending: { ...mending, path } }));

describe('a fix that is refused', () => {
  test.each(rows)('$title', ({ mending }) => expect(answerTo(mending).kind).toBe('refused'));

  test('says why', async () => {
    const told = rows.map(({ title, mending }) => {
      const answer = answerTo(mending);
      return `${title}\n  ${answer.kind === 'refused' ? `${answer.condition}: ${answer.detail}` : 'is made'}\n`;
    });
    await expect(told.join('\n')).toMatchFileSnapshot(GOLDEN);
  });
});
