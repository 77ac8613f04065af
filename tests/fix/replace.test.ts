import { describe, expect, test } from 'vitest';
import { fixFromPattern } from '../../src/fix/fix-from-pattern.js';
import type { FixPattern } from '../../src/model/fix-pattern.js';
import { type Instruction, mend } from './mend.js';

function stored(match: RegExp, replacementTemplate: string): Instruction {
  const pattern: FixPattern = {
    id: 'fix-1',
    ruleId: 'RULE-1',
    description: 'a pattern',
    match: match.source,
    regex: new RegExp(match.source, 'g'),
    replacementTemplate,
    hundredths: 95,
    appliedCount: 0,
    successCount: 0,
    failureCount: 0,
    lastUsed: null,
    created: '2026-01-01',
    provenance: 'written',
    accepted: false,
    retired: false,
  };
  return fixFromPattern(pattern);
}

const INNER = /\.innerHTML\s*=/;
const AS_TEXT = stored(INNER, '.textContent =');
const inner = (text: string) => mend({ text, pattern: INNER, fix: AS_TEXT });

describe('a stored pattern', () => {
  test.each([
    ['element.innerHTML = userData.bio', 'element.textContent = userData.bio'],
    ['  el.innerHTML = name;', '  el.textContent = name;'],
    ['el.innerHTML  = "plain";', 'el.textContent = "plain";'],
    ["el.innerHTML = '';", "el.textContent = '';"],
    ['a.b[0].innerHTML = `Hello ${user.name}`', 'a.b[0].textContent = `Hello ${user.name}`'],
    ['el.innerHTML = String(count)', 'el.textContent = String(count)'],
    ['el.innerHTML = price.toFixed(2)', 'el.textContent = price.toFixed(2)'],
    ['el.innerHTML = ok ? a : b', 'el.textContent = ok ? a : b'],
    ['const s = "a"; el.innerHTML = s', 'const s = "a"; el.textContent = s'],
    ['let s = "a"; s += name; el.innerHTML = s', 'let s = "a"; s += name; el.textContent = s'],
    ['const s = users.find((u) => u.id); el.innerHTML = s', 'const s = users.find((u) => u.id); el.textContent = s'],
    ['el.innerHTML = other.textContent', 'el.textContent = other.textContent'],
  ])('%s', (text, after) => {
    expect(inner(text)).toBe(after);
  });

  test.each([
    ['a tag', 'el.innerHTML = "<b>x</b>"'],
    ['an entity', 'el.innerHTML = "&nbsp;"'],
    ['a template with a tag', 'el.innerHTML = `<li>${name}</li>`'],
    ['a concatenation with a tag', 'el.innerHTML = "<li>" + name'],
    ['appending', 'el.innerHTML += name'],
    ['a sanitizer', 'el.innerHTML = DOMPurify.sanitize(x)'],
    ['a renderer', 'el.innerHTML = marked(x)'],
    ['any call', 'el.innerHTML = build(x)'],
    ['a name that says markup', 'el.innerHTML = bodyHtml'],
    ['a member that says markup', 'el.innerHTML = post.html'],
    ['a template name', 'el.innerHTML = rowTemplate'],
    ['content', 'el.innerHTML = post.content'],
    ['a constant with a tag', 'const s = "<b>"; el.innerHTML = s'],
    ['a constant rendered', 'const s = renderHtml(x); el.innerHTML = s'],
    ['a name appended a tag', 'let s = ""; s += "<li>"; el.innerHTML = s'],
    ['a name assigned a tag', 'let s; s = "<li>"; el.innerHTML = s'],
    ['a name set to joined tags', 'const s = a.map((x) => `<li>${x}</li>`).join(""); el.innerHTML = s'],
    ['a name set to what builds tags', 'function build() { return "<b>"; } const s = build(); el.innerHTML = s'],
    ['one branch with a tag', 'el.innerHTML = ok ? a : "<i>"'],
    ['a computed member', 'el.innerHTML = o[k]'],
    ['a template element made here', 'const el = document.createElement("template"); el.innerHTML = data'],
    ['a template element by its type', 'function f(el: HTMLTemplateElement) { el.innerHTML = data }'],
    ['a value whose elements are used', 'el.innerHTML = msg; el.querySelector("b").focus()'],
    ['a value whose children are read', 'this.box.innerHTML = msg; use(this.box?.firstElementChild)'],
    ['a template element copied', 'el.innerHTML = other.innerHTML'],
  ])('does not turn markup into text: %s', (_, text) => {
    const appended = text.startsWith('el.innerHTML +=');
    const pattern = appended ? /\.innerHTML\s*\+=/ : INNER;
    const fix = appended ? stored(pattern, '.textContent +=') : AS_TEXT;
    expect(mend({ text, pattern, fix })).toBe('<value-may-be-markup>');
  });

  test('matches more or less than the rule did, but must meet it exactly once', () => {
    const fix = stored(/\beval\(/, 'JSON.parse(');
    expect(mend({ text: 'x = eval(json)', pattern: /eval/, fix })).toBe('x = JSON.parse(json)');
    expect(mend({ text: 'x = run(s)', pattern: /run/, fix })).toBe('<pattern-matches>');
    expect(mend({ text: 'eval(a), eval(b)', pattern: /eval.*/, fix })).toBe('<pattern-matches>');
  });

  test('takes its groups from its own match', () => {
    const fix = stored(/(\w+)\.substr\((\d+)\)/, '${1}.slice(${2})');
    expect(mend({ text: 'y = name.substr(3)', pattern: /substr/, fix })).toBe('y = name.slice(3)');
  });

  test('inherits the conditions of its rule', () => {
    const instruction: Instruction = { ...AS_TEXT, when: [{ name: 'value', argument: 'string-literal' }] };
    expect(mend({ text: 'el.innerHTML = x', pattern: INNER, fix: instruction })).toBe('<value>');
  });
});

describe('a match that is no value is replaced itself', () => {
  test.each([
    ['a member name', 'el.foo()', /\bfoo\b/, 'bar', 'el.bar()'],
    ['a member with its dot', 's.trimLeft()', /\.trimLeft\b/, '.trimStart', 's.trimStart()'],
    ['a call head', 'x = eval(json)', /eval\(/, 'JSON.parse(', 'x = JSON.parse(json)'],
    ['a callee', 'id = Math.random()', /Math\.random/, 'crypto.randomUUID', 'id = crypto.randomUUID()'],
    ['a whole call', 'id = Math.random()', /Math\.random\(\)/, 'crypto.randomUUID()', 'id = crypto.randomUUID()'],
    ['literal dollar signs', 'x = a.b', /\.b/, '.c$1', 'x = a.c$1'],
    [
      'white space around the match stays',
      'a  ==  "x" == typeof b',
      / == typeof/,
      ' === typeof ',
      '<same-operand-types>',
    ],
    ['a branch of a choice', 'f(a ? "#f00" : b)', /"#f00"/, 'process.env.RED', 'f(a ? process.env.RED : b)'],
    [
      'a branch of a branch',
      'x = a ? b : c ? d : "#f00"',
      /"#f00"/,
      'process.env.RED',
      'x = a ? b : c ? d : process.env.RED',
    ],
    ['a branch that is called on', 'x = (a ? "#f00" : b).length', /"#f00"/, 'red', '<literal-is-operand>'],
    ['a branch as a name', 'const k = a ? "abc" : b', /"abc"/, 'env.${NAME}', '<literal-is-operand>'],
    ['what a choice tests', 'x = "#f00" ? a : b', /"#f00"/, 'red', '<literal-is-operand>'],
    ['match placeholder', 'f(x.y)', /x\.y/, 'String(${MATCH})', 'f(String(x.y))'],
    ['value placeholder', 'const port = "80"', /port = "80"/, 'Number(${VALUE})', 'const port = Number("80")'],
  ])('%s', (_, text, pattern, template, after) => {
    expect(mend({ text, pattern, fix: { template } })).toBe(after);
  });

  test.each([
    ['a binding', 'const foo = 1', /foo/, 'bar'],
    ['a key', 'o = { foo: 1 }', /foo/, 'bar'],
    ['a method', 'class A { foo() {} }', /foo/, 'bar'],
    ['a label', 'foo: for (;;) break foo', /foo/, 'bar'],
    ['an import', 'import { foo } from "m"; foo()', /foo/, 'bar'],
  ])('but never %s', (_, text, pattern, template) => {
    expect(mend({ text, pattern, fix: { template } })).toMatch(/^<slot-is-value>$/);
  });

  test('a template that would change what is around is refused', () => {
    expect(mend({ text: 'x = a * b.c', pattern: /\.c/, fix: { template: '.c + d' } })).toMatch(/^</);
    expect(mend({ text: 'f(a.b)', pattern: /\.b/, fix: { template: '.b), g(1' } })).toMatch(/^</);
    expect(mend({ text: 'f(a)\ng()', pattern: /f\(/, fix: { template: '/* f(' } })).toMatch(/^</);
  });
});

describe('target', () => {
  const key = 'sk_live_abcdefgh';
  const LIVE = /sk_live_\w+/;
  const value: Instruction = { template: 'process.env.${UPPER_SNAKE_CASE_NAME}', target: { kind: 'value' } };

  test.each([
    ['the string around', `const stripeKey = "${key}";`, LIVE, 'const stripeKey = process.env.STRIPE_KEY;'],
    ['in an object', `f({ stripeKey: '${key}' })`, LIVE, 'f({ stripeKey: process.env.STRIPE_KEY })'],
    ['in a template', `const k = \`${key}\``, LIVE, 'const k = process.env.K'],
  ])('value: %s', (_, text, pattern, after) => {
    expect(mend({ text, pattern, fix: value })).toBe(after);
  });

  test('value: a JSX attribute gets braces', () => {
    const text = `const a = <A stripeKey="${key}" />`;
    expect(mend({ text, pattern: LIVE, fix: value, path: 'a.tsx' })).toBe(
      'const a = <A stripeKey={process.env.STRIPE_KEY} />',
    );
  });

  test.each([
    ['a part of a string', `const u = "https://x/?k=${key}"`, 'match-is-whole'],
    ['a default', `function f(k = "${key}") {}`, 'slot-is-default'],
    ['a comment', `// ${key}`, 'position-is-code'],
    ['a type', `type K = "${key}"`, 'slot-is-type'],
    ['an argument without a name', `f("${key}")`, 'name-known'],
    ['a key', `o = { "${key}": 1 }`, 'slot-is-key'],
    ['a template with expressions', `const k = \`${key}\${x}\``, 'match-is-whole'],
  ])('value: %s is refused', (_, text, condition) => {
    expect(mend({ text, pattern: LIVE, fix: value })).toBe(`<${condition}>`);
  });

  test.each([
    [
      'a key',
      'a.tsx',
      'const a = <p dangerouslySetInnerHTML={{ __html: post.body }} />',
      /__html:/,
      'const a = <p dangerouslySetInnerHTML={{ __html: String(post.body) }} />',
    ],
    [
      'a key from further left',
      'a.tsx',
      'const a = <p dangerouslySetInnerHTML={{ __html: x }} />',
      /dangerouslySetInnerHTML=\{\{ __html:/,
      'const a = <p dangerouslySetInnerHTML={{ __html: String(x) }} />',
    ],
    ['throw', 'a.ts', 'function f() { throw "bad"; }', /throw/, 'function f() { throw String("bad"); }'],
    ['an assignment', 'a.ts', 'el.innerHTML = a + b;', /innerHTML =/, 'el.innerHTML = String(a + b);'],
    ['a name', 'a.ts', 'el.innerHTML = a;', /innerHTML/, 'el.innerHTML = String(a);'],
    ['an attribute', 'a.tsx', 'const a = <p title={x} />', /title=/, 'const a = <p title={String(x)} />'],
    [
      'many lines',
      'a.ts',
      'el.innerHTML =\n  f(\n    [1, (2)],\n  );',
      /innerHTML =/,
      'el.innerHTML =\n  String(f(\n    [1, (2)],\n  ));',
    ],
  ])('value: what follows %s', (_, path, text, pattern, after) => {
    expect(mend({ path, text, pattern, fix: { template: 'String(${VALUE})', target: { kind: 'value' } } })).toBe(after);
  });

  test.each([
    ['nothing follows', 'foo(); bar()', /foo/, 'template-is-expression'],
    ['a method', 'class A { foo() {} }', /foo/, 'slot-is-value'],
  ])('value: %s', (_, text, pattern, condition) => {
    const template = condition === 'slot-is-value' ? 'String(${VALUE})' : '.x =';
    expect(mend({ text, pattern, fix: { template, target: { kind: 'value' } } })).toBe(`<${condition}>`);
  });

  test.each([
    ['a statement', 'f = () => { g(); stop(1); }', 'f = () => { g(); throw new Error(1); }'],
    ['a branch', 'if (a) stop(1)\nelse stop(2)', 'if (a) throw new Error(1)\nelse stop(2)'],
    ['a value', 'const a = stop(1);', '<template-is-expression>'],
    ['the body of an arrow', 'f = () => stop(1);', '<template-is-expression>'],
    ['an operand', 'a || stop(1);', '<template-is-expression>'],
  ])('match: a statement takes the place of %s', (_, text, after) => {
    const fix: Instruction = { template: 'throw new Error(${1});' };
    expect(mend({ text, pattern: /stop\((\d)\)/, fix })).toBe(after);
  });

  test('match: two statements take the place of none', () => {
    const fix: Instruction = { template: 'process.abort(); process.exit()' };
    expect(mend({ text: 'if (a) stop();', pattern: /stop\(\)/, fix })).toBe('<template-is-expression>');
  });

  test('group: what stands in `${}` of a template', () => {
    const fix: Instruction = { template: 'encodeURI(${id})', target: { kind: 'group', name: 'id' } };
    const run = (text: string) => mend({ text, pattern: /\/\$\{(?<id>[^{}]+)\}/, fix });
    expect(run('x = `/a/${b.id}/c`')).toBe('x = `/a/${encodeURI(b.id)}/c`');
    expect(run('x = "/a/${b.id}/c"')).toBe('<match-is-whole>');
  });

  test('value: a quote in the text is escaped between the quotes of the template', () => {
    const fix: Instruction = { template: "String('${VALUE}')" };
    expect(mend({ text: 'x = { label: "it\'s" }', pattern: /label: "[^"]+"/, fix })).toBe(
      "x = { label: String('it\\'s') }",
    );
  });

  test('group: the text of the group', () => {
    const fix: Instruction = { template: '.textContent', target: { kind: 'group', name: 'member' } };
    expect(mend({ text: 'el.innerHTML = x', pattern: /\w+(?<member>\.innerHTML) =/, fix })).toBe('el.textContent = x');
  });

  test('group: the content of a string stands for the string', () => {
    const fix: Instruction = { template: 'process.env.${UPPER_SNAKE_CASE_NAME}', target: { kind: 'group', name: '1' } };
    expect(mend({ text: 'const key = "abc"', pattern: /key = "([^"]+)"/, fix })).toBe('const key = process.env.KEY');
  });

  test('group: a part of a string is left alone', () => {
    const fix: Instruction = { template: 'https:', target: { kind: 'group', name: '1' } };
    expect(mend({ text: 'f("http://x")', pattern: /f\("(http:)/, fix })).toBe('<position-is-code>');
  });

  test.each([
    ['import fs from "fs"', /from "(fs)"/, 'node:fs', 'import fs from "node:fs"'],
    ['import get from "lodash/get"', /from "(lodash)/, 'lodash-es', 'import get from "lodash-es/get"'],
    ['const _ = require("lodash")', /require\("(lodash)"/, 'lodash-es', 'const _ = require("lodash-es")'],
    ['f("text/html")', /f\("(text\/html)"/, 'text/html; charset=utf-8', 'f("text/html; charset=utf-8")'],
    ['f("a b")', /f\("(a b)"/, 'a "b" c', '<position-is-code>'],
    ['import _ = require("lodash")', /require\("(lodash)"/, 'lodash-es', 'import _ = require("lodash-es")'],
    ['a === "a b"', /=== "(a b)"/, 'b c', '<position-is-code>'],
    ['f({ "a b": 1 })', /"(a b)"/, 'b c', '<position-is-code>'],
    ['type A = "a b"', /type A = "(a b)"/, 'b c', '<position-is-code>'],
  ])('group: the text of a string gives way to another text: %s', (text, pattern, template, after) => {
    const fix: Instruction = { template, target: { kind: 'group', name: '1' } };
    expect(mend({ text, pattern, fix })).toBe(after);
  });

  test.each([
    ['declare module "a" { const port = 80; }', 'config.port', '<ambient>'],
    ['declare module "a" { const port = 80; }', '443', 'declare module "a" { const port = 443; }'],
    ['const port = 80 as const;', 'config.port', '<const-assertion>'],
    ['const port = 80 as const;', '443', 'const port = 443 as const;'],
    ['const f = (port = 80) => port;', 'process.env.PORT', 'const f = (port = process.env.PORT) => port;'],
  ])('group: %s with %s', (text, template, after) => {
    const fix: Instruction = { template, target: { kind: 'group', name: '1' } };
    expect(mend({ text, pattern: /port = (\d+)/, fix })).toBe(after);
  });

  test.each([
    ['f(g("md5"))', "'sha256'", 'f(g("sha256"))'],
    ["f(g('md5'))", '"sha256"', "f(g('sha256'))"],
    ['f(g("md5"))', `'a "b"'`, `f(g('a "b"'))`],
    ['f(g(`md5`))', "'sha256'", "f(g('sha256'))"],
  ])('a literal keeps the quotes of the one it replaces: %s by %s', (text, template, after) => {
    expect(mend({ text, pattern: /g\(.md5.\)/, fix: { template } })).toBe(after);
  });

  test.each([
    ['["b", "c"]', 'const kinds = ["b", "c"] as const;'],
    ['all()', '<const-assertion>'],
    ['[...all]', '<const-assertion>'],
  ])('group: a list that is const by %s', (template, after) => {
    const fix: Instruction = { template, target: { kind: 'group', name: '1' } };
    expect(mend({ text: 'const kinds = ["a"] as const;', pattern: /kinds = (\[[^\]]*\])/, fix })).toBe(after);
  });

  test.each([{ kind: 'match' }, { kind: 'default' }] as const)(
    '$kind: quotes that are all there is to replace',
    (target) => {
      expect(mend({ text: 'f("a");', pattern: /"[^"]*"/, fix: { template: "'a'", target } })).toBe("f('a');");
    },
  );

  test('group: one that took no part', () => {
    const fix: Instruction = { template: 'x', target: { kind: 'group', name: '1' } };
    expect(mend({ text: 'f(a)', pattern: /f(b)?/, fix })).toBe('<placeholder-known>');
  });

  test('match: only the match', () => {
    const fix: Instruction = { template: 'Boolean(${MATCH})', target: { kind: 'match' } };
    expect(mend({ text: 'const s = a.b', pattern: /a\.b/, fix })).toBe('const s = Boolean(a.b)');
  });
});

describe('find and replace', () => {
  const rewrite = (find: RegExp, replace: string): Instruction => ({ findReplace: { find, replace } });

  test.each([
    [
      'inside the node',
      'window.localStorage.get(k)',
      /localStorage/,
      /localStorage/g,
      'sessionStorage',
      'window.sessionStorage.get(k)',
    ],
    ['every one of a node', 'f(foo(1), foo(2))', /f\(/, /foo/g, 'String', 'f(String(1), String(2))'],
    ['own groups', 'a.get(k, v)', /get/, /get\b/g, 'set', 'a.set(k, v)'],
    [
      'numbered group',
      'const a = 1, b = 2; x = f(a, b)',
      /f\(.*\)/,
      /(\w), (\w)/g,
      '$2, $1',
      'const a = 1, b = 2; x = f(b, a)',
    ],
    ['named group', 'x = f(1)', /f\(1\)/, /(?<n>\d)/g, '$<n>0', 'x = f(10)'],
    [
      'placeholder',
      'o.api_key = 1',
      /api_key = 1/,
      /1/g,
      'process.env.${UPPER_SNAKE_CASE_NAME}',
      'o.api_key = process.env.API_KEY',
    ],
    ['dollar signs that name no group stay', 'x = f(1)', /f\(1\)/, /1/g, '"$&$9"', 'x = f("$&$9")'],
    [
      'a whole string in the match',
      `h = createHash('md5')`,
      /createHash\('md5'\)/,
      /md5/g,
      'sha256',
      `h = createHash('sha256')`,
    ],
    [
      'an import',
      `import { a } from 'lodash'; a()`,
      /from 'lodash'/,
      /'lodash'/g,
      `'lodash-es'`,
      `import { a } from 'lodash-es'; a()`,
    ],
    [
      'the end of a string with its quote',
      `import { a } from './a'; a()`,
      /from '\.\/\w+'/,
      /(\.\/\w+)'/g,
      "$1.js'",
      `import { a } from './a.js'; a()`,
    ],
    [
      'the beginning of a string whose quote was seen',
      `import { a } from '../../shared/a'; a()`,
      /from '(?:\.\.\/)+shared\//,
      /(?:\.\.\/)+shared\//g,
      '@shared/',
      `import { a } from '@shared/a'; a()`,
    ],
    ['the beginning of a string', `a('http://x.io')`, /'http:/, /http:/g, 'https:', `a('https://x.io')`],
    ['the text of a template', 'f(`http://${h}`)', /`http:.*`/, /http:/g, 'https:', 'f(`https://${h}`)'],
    ['the beginning of a template', 'f(`http://${h}`)', /`http:/, /http:/g, 'https:', 'f(`https://${h}`)'],
    [
      'the beginning of a string with its quote',
      `a('http://x.io')`,
      /'http:/,
      /'http:/g,
      `'https:`,
      `a('https://x.io')`,
    ],
  ])('%s', (_, text, pattern, find, replace, after) => {
    expect(mend({ text, pattern, fix: rewrite(find, replace) })).toBe(after);
  });

  test('a JSX attribute that is set already', () => {
    const run = (text: string) =>
      mend({ text, pattern: /\bclass=/, fix: rewrite(/class=/g, 'className='), path: 'a.tsx' });
    expect(run('const a = <p class="x" />')).toBe('const a = <p className="x" />');
    expect(run('const a = <p class="x" className="y" />')).toBe('<name-taken>');
  });

  test('a JSX attribute', () => {
    const run = (text: string, find: RegExp, replace: string) =>
      mend({ text, pattern: /tabIndex=(?:\{5\}|"5")/, fix: rewrite(find, replace), path: 'a.tsx' });
    expect(run('const a = <p tabIndex={5} />', /5/g, '0')).toBe('const a = <p tabIndex={0} />');
    expect(run('const a = <p tabIndex="5" />', /5/g, '0')).toBe('const a = <p tabIndex="0" />');
    expect(run('const a = <p tabIndex="5" />', /tabIndex="5"/g, 'tabIndex="0" role="x"')).toBe(
      'const a = <p tabIndex="0" role="x" />',
    );
  });

  test('other statements are left alone', () => {
    const text = 'a.foo();\nb.foo();';
    expect(mend({ text, pattern: /a\.foo/, fix: rewrite(/foo/g, 'bar') })).toBe('a.bar();\nb.foo();');
  });

  test.each([
    [
      'only what the match holds, where it holds any',
      'log.warning(toast.warning("both"))',
      /log\.warning\(/,
      /\.warning\(/g,
      '.warn(',
      'log.warn(toast.warning("both"))',
    ],
    [
      'the outer one, where the inner one was rewritten before',
      'x = parseInt(y(Number.parseInt(a)))',
      /(?<!\.)parseInt\(/,
      /parseInt\(/g,
      'Number.parseInt(',
      'x = Number.parseInt(y(Number.parseInt(a)))',
    ],
    [
      'a part of a string that the match holds with its quotes',
      `import get from 'lodash/get'; get()`,
      /from 'lodash\/\w+'/,
      /lodash\//g,
      'lodash-es/',
      `import get from 'lodash-es/get'; get()`,
    ],
    [
      'a namespace by its members',
      'import { map } from "m"; import _ from "l"; _.map(x)',
      /_\.map\(/,
      /_\.map\(/g,
      'map(',
      'import { map } from "m"; import _ from "l"; map(x)',
    ],
    [
      'a name that hides a global elsewhere',
      'f((parseInt) => 1); parseInt(a)',
      /parseInt\(/,
      /parseInt\(/g,
      'Number.parseInt(',
      'f((parseInt) => 1); Number.parseInt(a)',
    ],
    [
      'a global from a package',
      'import { Buffer } from "buffer"; new Buffer("a")',
      /new Buffer\(/,
      /new Buffer\(/g,
      'Buffer.from(',
      'import { Buffer } from "buffer"; Buffer.from("a")',
    ],
  ])('%s', (_, text, pattern, find, replace, after) => {
    expect(mend({ text, pattern, fix: rewrite(find, replace) })).toBe(after);
  });

  test('comments, strings and other names are left alone', () => {
    const text = `a.foo(/* foo */ 'foo', foods, 'a foo');`;
    expect(mend({ text, pattern: /a\.foo\(/, fix: rewrite(/foo/g, 'bar') })).toBe(
      `a.bar(/* foo */ 'foo', foods, 'a foo');`,
    );
  });

  test('a function among the arguments is left alone', () => {
    const text = 'a.foo(() => { b.foo(); });';
    expect(mend({ text, pattern: /a\.foo\(/, fix: rewrite(/foo/g, 'bar') })).toBe('a.bar(() => { b.foo(); });');
  });

  test('inside the expressions of a template', () => {
    const text = 'x = `foo ${a.foo} foo`';
    expect(mend({ text, pattern: /a\.foo/, fix: rewrite(/foo/g, 'bar') })).toBe('x = `foo ${a.bar} foo`');
  });

  test('the whole file for a required pattern', () => {
    const fix = rewrite(/strict: false/g, 'strict: true');
    expect(mend({ text: 'f({ strict: false })', pattern: null, fix })).toBe('f({ strict: true })');
  });

  test.each([
    ['nothing to find', 'a.b()', /b/, /c/g, 'd', 'find-found-nothing'],
    ['only in a comment', 'a.b(/* c */)', /a\.b\(/, /c/g, 'd', 'position-is-code'],
    [
      'a group amid brackets',
      'assert.equal(f(a, b), c)',
      /assert\.equal\(/,
      /assert\.equal\(([^,]+), ([^)]+)\)/g,
      'expect($1).toBe($2)',
      'edit-bounded',
    ],
    ['a group that begins amid brackets', 'g(f(a, b), c)', /\bg\(/, /g\(f\(a, (b\), c)/g, 'g($1', 'edit-bounded'],
    ['only part of a string', `a('http://x.io')`, /a\(/, /http:/g, 'https:', 'position-is-code'],
    ['the middle of a string', `a('see http://x.io')`, /see http:/, /http:/g, 'https:', 'position-is-code'],
    ['the end of a string', `a('b.jpg')`, /\.jpg'/, /\.jpg/g, '.webp', 'position-is-code'],
    ['the beginning of a type', `let a: 'http://x.io'`, /'http:/, /http:/g, 'https:', 'position-is-code'],
    ['the beginning of a directive', `'use strict'; a()`, /'use /, /use /g, 'no ', 'position-is-code'],
    ['behind what was seen of a string', `a('b http://x.io')`, /a\('b/, /http:/g, 'https:', 'position-is-code'],
    ['a quote that is lost', `a('http://x.io')`, /'http:/, /'http:/g, 'b', 'result-parses'],
    ['the violation in a comment', '// a.b', /b/, /b/g, 'c', 'position-is-code'],
    ['the violation in a string', 'run("oldName")', /oldName/, /oldName/g, 'newName', 'position-is-code'],
    ['a call in a string', 'f("o.has(key)")', /o\.has\(key\)/, /o\.has/g, 'o.get', 'position-is-code'],
    ['what a template puts together', 'f(`http://${h}`)', /`http:.*`/, /http:.*(?=`)/g, 'https:', 'position-is-code'],
    ['the beginning of a tagged template', 'f(a`http://x.io`)', /`http:/, /http:/g, 'https:', 'position-is-code'],
    [
      'a local function',
      'function parseInt() {} parseInt(a)',
      /(?<=\} )parseInt\(/,
      /parseInt\(/g,
      'Number.parseInt(',
      'name-shadowed',
    ],
    [
      'a parameter',
      'function f(parseInt) { parseInt(a) }',
      /(?<=\{ )parseInt\(/,
      /parseInt\(/g,
      'Number.parseInt(',
      'name-shadowed',
    ],
    [
      'an import of the project',
      'import { parseInt } from "./n"; parseInt(a)',
      /(?<=; )parseInt\(/,
      /parseInt\(/g,
      'Number.parseInt(',
      'name-shadowed',
    ],
    [
      'a local class',
      'class Buffer {} new Buffer("a")',
      /new Buffer\(/,
      /new Buffer\(/g,
      'Buffer.from(',
      'name-shadowed',
    ],
    [
      'a parameter that hides an import',
      'import { o } from "m"; const f = (o) => o(1); o(2)',
      /o\(1/,
      /o\(/g,
      'String(',
      'name-shadowed',
    ],
    [
      'half of a chain',
      'const options = 1; x.options.hasOwnProperty(y.key)',
      /(\w+)\.hasOwnProperty\(([\w.]+)\)/,
      /(\w+)\.hasOwnProperty\(([\w.]+)\)/g,
      'Object.hasOwn($1, $2)',
      'edit-bounded',
    ],
    ['a result that does not parse', 'a.b()', /b/, /b/g, 'b(', 'result-parses'],
    ['a rename that no one defines', 'a(localStorage)', /localStorage/, /localStorage/g, 'store', 'name-unbound'],
    ['a function others call', 'function foo() {} foo();', /function foo/, /foo/g, 'bar', 'still-referenced'],
    [
      'an imported name that is used',
      'import { foo } from "m"; foo();',
      /\{ foo \}/,
      /foo/g,
      'bar',
      'still-referenced',
    ],
    ['an exported function', 'export function foo() {}', /function foo/, /foo/g, 'bar', 'still-referenced'],
    ['a variable others read', 'const foo = 1; f(foo);', /foo =/, /foo/g, 'bar', 'still-referenced'],
    [
      'a parameter of a longer function',
      'function f(foo) { { return foo; } }',
      /foo\)/,
      /foo/g,
      'bar',
      'still-referenced',
    ],
    ['nothing changed', 'a.b()', /b/, /b/g, 'b', 'no-change'],
    ['an unknown placeholder', 'a.b()', /b/, /b/g, '${nope}', 'placeholder-known'],
  ])('refused: %s', (_, text, pattern, find, replace, condition) => {
    expect(mend({ text, pattern, fix: rewrite(find, replace) })).toBe(`<${condition}>`);
  });
});

describe('another language', () => {
  test.each([
    [
      'a named group',
      'a.py',
      'yaml.load(f)',
      /yaml\.(?<fn>load)\(/,
      { template: 'safe_load', target: { kind: 'group', name: 'fn' } },
      'yaml.safe_load(f)',
    ],
    [
      'find and replace, on its lines only',
      'a.go',
      'a(x)\nb(x)',
      /a\(/,
      { findReplace: { find: /x/g, replace: 'y' } },
      'a(y)\nb(x)',
    ],
  ] as const)('%s', (_, path, text, pattern, fix, after) => {
    expect(mend({ path, text, pattern, fix })).toBe(after);
  });

  test('a group amid brackets is refused', () => {
    const find = /assertEqual\(([^,]+), ([^)]+)\)/g;
    const fix = { findReplace: { find, replace: 'expect($1).to_be($2)' } };
    const asked = { path: 'a.py', pattern: /assertEqual\(/, fix };
    expect(mend({ ...asked, text: 'assertEqual(f(a, b), c)' })).toBe('<edit-bounded>');
    expect(mend({ ...asked, text: 'assertEqual(a, b)' })).toBe('expect(a).to_be(b)');
  });

  test.each([
    ['a match', { template: 'x' }],
    ['a value', { template: 'x', target: { kind: 'value' } }],
    ['a wrap', { strategy: 'wrap', template: 'x(${MATCH})' }],
    ['a removal', { strategy: 'remove' }],
    ['an import', { findReplace: { find: /a/g, replace: 'b' }, importLine: 'import b' }],
    ['a condition', { findReplace: { find: /a/g, replace: 'b' }, when: [{ name: 'argument', argument: 'pure' }] }],
  ] as const)('%s is refused', (_, fix) => {
    expect(mend({ path: 'a.py', text: 'a(1)', pattern: /a/, fix })).toBe('<language-not-understood>');
  });
});
