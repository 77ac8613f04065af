import { describe, expect, test } from 'vitest';
import type { TypeOracle, ValueType } from '../../src/model/type-oracle.js';
import { type Instruction, mend } from '../fix/mend.js';

const swap = (find: RegExp, replace: string): Instruction => ({ findReplace: { find, replace } });

/** Answers by the text of the expression. */
function oracle(types: Readonly<Record<string, readonly ValueType[]>>): TypeOracle {
  return {
    typesAt: (_, text, { start, end }) => new Set(types[text.slice(start, end)] ?? ['unknown']),
    targetLib: () => null,
    forbidsUnused: () => false,
    lacksInterop: () => false,
  };
}

describe('== to ===', () => {
  const run = (text: string, types?: TypeOracle) => {
    const negated = text.includes('!=');
    return mend({
      text,
      pattern: / [!=]= /,
      fix: { template: negated ? ' !== ' : ' === ' },
      ...(types ? { types } : {}),
    });
  };

  test.each([
    ['typeof', 'x = typeof a == "string"', 'x = typeof a === "string"'],
    ['typeof, negated', 'x = "string" != typeof a', 'x = "string" !== typeof a'],
    ['two typeofs', 'x = typeof a == typeof b', 'x = typeof a === typeof b'],
    ['literals', 'x = 1 == 2', 'x = 1 === 2'],
    ['booleans', 'x = !a == !b', 'x = !a === !b'],
  ])('%s', (_, text, after) => {
    expect(run(text)).toBe(after);
  });

  test.each([
    ['null', 'x = a == null', 'null-comparison'],
    ['null on the left', 'x = null != a', 'null-comparison'],
    ['undefined', 'x = a == undefined', 'null-comparison'],
    ['void 0', 'x = a == void 0', 'null-comparison'],
    ['typeof and null', 'x = typeof a == null', 'null-comparison'],
    ['a number that may be text', 'x = a == 5', 'same-operand-types'],
    ['two names', 'x = a == b', 'same-operand-types'],
    ['text and number', 'x = "5" == 5', 'same-operand-types'],
    ['an array', 'x = [] == ""', 'same-operand-types'],
  ])('%s is refused', (_, text, condition) => {
    expect(run(text)).toBe(`<${condition}>`);
  });

  test.each([
    ['a search', 'x = /a/.exec(b) == null', 'x = /a/.exec(b) === null'],
    ['a search, kept', 'const m = /a/.exec(b);\nx = null != m;', 'const m = /a/.exec(b);\nx = null !== m;'],
    ['a search, set there', 'while ((m = /a/.exec(b)) != null) f();', 'while ((m = /a/.exec(b)) !== null) f();'],
    ['a match of text', "x = 'ab'.match(c) == null", "x = 'ab'.match(c) === null"],
    ['an element', 'x = document.querySelector(a) == null', 'x = document.querySelector(a) === null'],
    ['a store', 'x = localStorage.getItem(a) == null', 'x = localStorage.getItem(a) === null'],
    ['a setting', 'x = process.env.A == undefined', 'x = process.env.A === undefined'],
    ['undefined and a search', 'x = /a/.exec(b) == undefined', '<null-comparison>'],
    ['a search that may be left out', 'x = a?.exec(b) == null', '<null-comparison>'],
    ['an exec of anything', 'x = a.exec(b) == null', '<null-comparison>'],
    ['a match of anything', 'x = a.match(b) == null', '<null-comparison>'],
    ['a document of its own', 'const f = (document) => document.querySelector(a) == null;', '<null-comparison>'],
    ['what is set again', 'let m = /a/.exec(b);\nm = c;\nx = m == null;', '<null-comparison>'],
    ['a document put there', 'globalThis.document = a;\nx = document.querySelector(b) == null', '<null-comparison>'],
    [
      'a store put there',
      'window.localStorage ??= { getItem: (a) => b[a] };\nx = localStorage.getItem(a) == null',
      '<null-comparison>',
    ],
    [
      'settings put there',
      "Object.defineProperty(process, 'env', { value: a });\nx = process.env.A == undefined",
      '<null-comparison>',
    ],
    ['a process put there', 'globalThis.process = a;\nx = process.env.A == undefined', '<null-comparison>'],
    ['null and a setting', 'x = process.env.A == null', '<null-comparison>'],
  ])('which nothing it may be: %s', (_, text, after) => {
    expect(run(text)).toBe(after);
  });

  test('what a type says of nothing is not enough: not everybody keeps to it', () => {
    expect(run('x = a == null', oracle({ a: ['string', 'null'] }))).toBe('<null-comparison>');
    expect(run('x = a == undefined', oracle({ a: ['object', 'undefined'] }))).toBe('<null-comparison>');
    expect(run('x = a == null', oracle({ a: ['string'] }))).toBe('<null-comparison>');
    expect(run('x = process.env.A == undefined')).toBe('x = process.env.A === undefined');
  });

  test('types decide where syntax does not', () => {
    expect(run('x = a == b', oracle({ a: ['number'], b: ['number'] }))).toBe('x = a === b');
    expect(run('x = a == b', oracle({ a: ['number', 'undefined'], b: ['number'] }))).toBe('x = a === b');
    expect(run('x = a == b', oracle({ a: ['undefined'], b: ['number'] }))).toBe('<same-operand-types>');
    expect(run('x = a == b', oracle({ a: ['number', 'undefined'], b: ['number', 'null'] }))).toBe(
      '<same-operand-types>',
    );
    expect(run('x = a == b', oracle({ a: ['object'], b: ['object'] }))).toBe('<same-operand-types>');
    const cast = 'const { b } = c as any as { b: number }; x = a == b';
    expect(run(cast, oracle({ a: ['number'], b: ['number'] }))).toBe('<same-operand-types>');
    const listed = oracle({ a: ['number', 'null'], b: ['number'], 'c[0]': ['number'], d: ['number'] });
    expect(run('x = a == d', listed)).toBe('x = a === d');
    expect(run('x = d == c[0]', listed)).toBe('x = d === c[0]');
    expect(run('x = a == c[0]', listed)).toBe('<same-operand-types>');
    expect(run('const [b] = c; x = a == b', listed)).toBe('<same-operand-types>');
    expect(run('const b = c[0]; x = b == a', listed)).toBe('<same-operand-types>');
    expect(run('x = a == b', oracle({ a: ['number'], b: ['string'] }))).toBe('<same-operand-types>');
  });
});

describe('substr to slice', () => {
  const run = (text: string, to = 'slice') => mend({ text, pattern: /\.substr\(/, fix: { template: `.${to}(` } });

  test.each([
    ['s.substr(3)', 's.slice(3)'],
    ['s.substr(-3)', 's.slice(-3)'],
    ['s.substr(n)', 's.slice(n)'],
    ['s.substr(0, 5)', 's.slice(0, 5)'],
    ['s.substr()', 's.slice()'],
  ])('%s', (text, after) => {
    expect(run(text)).toBe(after);
  });

  test.each([['s.substr(1, 2)'], ['s.substr(0, n)'], ['s.substr(n, 1)'], ['s.substr(0, -1)'], ['s.substr(...a)']])(
    '%s is refused',
    (text) => {
      expect(run(text)).toBe('<same-arguments>');
    },
  );

  test('substring reads a negative start as 0', () => {
    expect(run('s.substr(3)', 'substring')).toBe('s.substring(3)');
    expect(run('s.substr(-3)', 'substring')).toBe('<same-arguments>');
    expect(run('s.substr(n)', 'substring')).toBe('<same-arguments>');
  });
});

describe('substring to slice', () => {
  const run = (text: string) => mend({ text, pattern: /\.substring\(/, fix: { template: '.slice(' } });

  test.each([
    ['s.substring(1)'],
    ['s.substring(p.length)'],
    ['s.substring(p.length + 1)'],
    ['s.substring(s.indexOf(":") + 1)'],
    ['s.substring(s.lastIndexOf("/") + 1)'],
    ['s.substring((1 + p.length))'],
    ['const n = p.length; s.substring(n)'],
    ['s.substring(a ? 1 : 2)'],
    ['s.substring(0, p.length)'],
    ['s.substring(2, 4)'],
    ['s.substring(Math.max(0, n))'],
    ['s.substring(1, s.length)'],
    ['this.a.b.substring(1, this.a.b.length)'],
    ['s.substring(0, s.length - 1)'],
  ])('%s', (text) => {
    expect(run(text)).toBe(text.replace('substring', 'slice'));
  });

  test.each([
    ['s.substring(1, p.length)'],
    ['s.substring(n, s.length)'],
    ['f().substring(1, f().length)'],
    ['s.substring(0, s.length - 2)'],
    ['s.substring(1, s.length - 1)'],
    ['s.substring(0, p.length - 1)'],
    ['s.substring(n)'],
    ['s.substring(p.length - 1)'],
    ['s.substring(s.indexOf(":"))'],
    ['s.substring(0, s.indexOf(":"))'],
    ['s.substring(4, 2)'],
    ['s.substring(p.length, q.length)'],
    ['let n = p.length; n -= 9; s.substring(n)'],
    ['s.substring(-1)'],
    ['s.substring(p["length"] + n)'],
    ['s.substring(a ? 1 : n)'],
    ['function f(Math) { s.substring(Math.max(0, n)) }'],
  ])('%s is refused', (text) => {
    expect(run(text)).toBe('<same-arguments>');
  });
});

describe('another way to read a number', () => {
  const run = (text: string, to: string) =>
    mend({ text, pattern: /\bparse(?:Int|Float)\(/, fix: swap(/parseInt\(|parseFloat\(/g, to) });

  test.each([
    ['x = parseInt(y, 10)', 'Number('],
    ['x = parseInt(y)', 'Number('],
    ['x = parseFloat(y)', 'Number('],
    ['x = parseInt(y)', 'parseFloat('],
    ['x = parseInt(y)', 'Math.trunc('],
  ])('%s to %s is refused', (text, to) => {
    expect(run(text, to)).toBe('<same-arguments>');
  });

  test('the same function by another name reads the same', () => {
    expect(run('x = parseInt(y, 10)', 'Number.parseInt(')).toBe('x = Number.parseInt(y, 10)');
  });
});

describe('a declared type of one literal', () => {
  const run = (text: string) =>
    mend({ text, path: 'a.ts', pattern: /"lit1"/, fix: { template: 'process.env.API_KEY' } });

  test.each([
    ['const c: { api_key: "lit" } =\n{ api_key: "lit1" };'],
    ['const c =\n{ api_key: "lit1" } satisfies Record<string, "lit">;'],
    ['type C = { readonly api_key: "a" | "b" };\nconst c: Readonly<C> = { api_key: "lit1" };'],
    ['interface C { api_key?: "a" }\nlet c: C[];\nc = [{ api_key: "lit1" }];'],
    ['type L = `k-${string}`;\nconst api_key: L = "lit1";'],
    ['class A { api_key: "k" = "lit1"; }'],
  ])('%j is refused', (text) => {
    expect(run(text)).toBe('<literal-type>');
  });

  test.each([
    ['const c: { api_key: string } =\n{ api_key: "lit1" };'],
    ['const c: { api_key: "a" | string } =\n{ api_key: "lit1" };'],
    ['const c: { other: "a", api_key?: string } =\n{ api_key: "lit1" };'],
    ['const c =\n{ api_key: "lit1" } satisfies Record<string, string>;'],
    ['interface C { api_key: Secret }\nconst c: C = { api_key: "lit1" };'],
  ])('%j is mended', (text) => {
    expect(run(text)).toBe(text.replace('"lit1"', 'process.env.API_KEY'));
  });
});

describe('var to let and const', () => {
  const run = (text: string, to = 'let', path = 'a.mjs') =>
    mend({ text, pattern: /\bvar\b/, fix: { template: to }, path });

  test.each([
    ['var a = 1; f(a);', 'let', 'let a = 1; f(a);'],
    ['var a = 1; f(a);', 'const', 'const a = 1; f(a);'],
    ['function f() { var a = 1; return () => a; }', 'const', 'function f() { const a = 1; return () => a; }'],
    ['for (var i = 0; i < 2; i++) f(i);', 'let', 'for (let i = 0; i < 2; i++) f(i);'],
    ['for (var a of b) f(a);', 'const', 'for (const a of b) f(a);'],
    ['for (const x of y) { var a = x; f(a); }', 'let', 'for (const x of y) { let a = x; f(a); }'],
    ['var { a, b: [c] } = d; f(a, c);', 'const', 'const { a, b: [c] } = d; f(a, c);'],
  ])('%s as %s', (text, to, after) => {
    expect(run(text, to)).toBe(after);
  });

  test.each([
    ['used before', 'f(a); var a = 1;', 'let'],
    ['used by a function that is above', 'function g() { return a; } var a = 1; g();', 'let'],
    ['used outside its block', 'if (x) { var a = 1; } f(a);', 'let'],
    ['used behind its loop', 'for (var i = 0; i < 2; i++) {} f(i);', 'let'],
    ['declared twice', 'var a = 1; var a = 2; f(a);', 'let'],
    ['declared as a parameter', 'function f(a) { var a = 1; return a; }', 'let'],
    ['captured in a loop', 'for (var i = 0; i < 2; i++) f(() => i);', 'let'],
    ['captured in the body of a loop', 'while (x) { var a = 1; f(() => a); }', 'let'],
    ['kept from round to round', 'while (x) { var a; a = f(a); }', 'let'],
    ['in a switch', 'switch (x) { case 1: var a = 1; f(a); }', 'let'],
    ['the body of an if', 'if (x) var a = 1;', 'let'],
    ['used in its own declaration', 'var a = a || 1; f(a);', 'let'],
    ['assigned again', 'var a = 1; a = 2; f(a);', 'const'],
    ['counted up', 'var a = 1; a++; f(a);', 'const'],
    ['destructured into', 'var a = 1; [a] = b; f(a);', 'const'],
    ['without a value', 'var a; f(a);', 'const'],
  ])('%s is refused', (_, text, to) => {
    expect(run(text, to)).toMatch(/^<(?:variable-scope|result-parses)>$/);
  });

  test.each([
    ['let a = 1; f(a);', 'const', 'const a = 1; f(a);'],
    ['for (let a of b) f(a);', 'const', 'for (const a of b) f(a);'],
    ['const a = 1; f(a);', 'let', 'let a = 1; f(a);'],
    ['let a = 1; { let a = 2; a = 3; }', 'const', 'const a = 1; { let a = 2; a = 3; }'],
    ['let a = 1; a = 2;', 'const', '<variable-scope>'],
    ['let a = 1; () => a++;', 'const', '<variable-scope>'],
    ['for (let i = 0; i < 2; i++) f(i);', 'const', '<variable-scope>'],
    ['let [a, b] = c; [b] = d;', 'const', '<variable-scope>'],
    ['{ let a = 1; f(a); }', 'var', '<variable-scope>'],
    ['let a; f(a);', 'const', '<result-parses>'],
  ])('%s as %s', (text, to, after) => {
    expect(mend({ text, pattern: /\b(?:let|const)\b/, fix: { template: to }, path: 'a.mjs' })).toBe(after);
  });

  test('at the top level of a script', () => {
    expect(run('var a = 1; f(a);', 'let', 'a.js')).toBe('<variable-scope>');
    expect(run('var a = require("a"); a();', 'let', 'a.js')).toBe('let a = require("a"); a();');
  });
});

describe('|| to ??', () => {
  const run = (text: string, types?: TypeOracle) =>
    mend({ text, pattern: / \|\|/, fix: { template: ' ??' }, ...(types ? { types } : {}) });

  test('is refused unless the left side is known to be an object or nullish', () => {
    expect(run('x = a || b')).toBe('<nullish-only>');
    expect(run('x = a || b', oracle({ a: ['string', 'undefined'] }))).toBe('<nullish-only>');
    expect(run('x = a || b', oracle({ a: ['object', 'undefined'] }))).toBe('x = a ?? b');
    expect(run('x = a || b && c', oracle({ a: ['object', 'null'] }))).toBe('<result-parses>');
  });

  test.each([
    ['type A = { times: number };', 'A'],
    ['type A = { times: number };', 'readonly A[] | null'],
    ['type A = { times: number };', '() => A'],
    ['interface A { run(): void }', 'A'],
    ['class A { id = 1 }', 'A | undefined'],
  ])('%s of a file says that %s is an object', (declared, type) => {
    const text = `${declared}\nconst f = (a?: ${type}) => a || b;`;
    expect(run(text)).toBe(text.replace('||', '??'));
  });

  test.each([
    ['const m = new Map<string, A[]>();', true],
    ['const m: ReadonlyMap<string, { times: number }> = f();', true],
    ['const m = new Map<string, string>();', false],
    ['const m = new Map<string, number[] | string>();', false],
    ['const m = new Map();', false],
    ['class Map<K, V> { get(k: K): V | 0 { return 0; } }\nconst m = new Map<string, A[]>();', false],
    ['let m = new Map<string, A[]>();\nm = other;', false],
  ])('what a map holds: %s', (declared, isKnown) => {
    const text = `${declared}\nx = m.get(k) || [];`;
    expect(run(text)).toBe(isKnown ? text.replace('||', '??') : '<nullish-only>');
  });

  test.each([
    ['type A = { length: number };', 'A'],
    ['type A = { times?: number };', 'A'],
    ['type A = {};', 'A'],
    ['type A = string;', 'A'],
    ['type A = { times: number };', 'A | string'],
    ['interface A { toString(): string }', 'A'],
    ['class A { static id = 1; constructor() {} }', 'A'],
    ['type A = A;', 'A'],
    ['type B = 1;', 'A'],
  ])('%s leaves it open what %s is', (declared, type) => {
    expect(run(`${declared}\nconst f = (a?: ${type}) => a || b;`)).toBe('<nullish-only>');
  });
});

describe('a = a || b to ??=', () => {
  const run = (text: string, [find, replace]: readonly [string, string], types?: TypeOracle) =>
    mend({
      text,
      pattern: new RegExp(find),
      fix: { findReplace: { find: new RegExp(find, 'g'), replace } },
      ...(types ? { types } : {}),
    });
  const NULLISH = ['a = a \\|\\| b', 'a ??= b'] as const;
  const OR = ['a = a \\|\\| b', 'a ||= b'] as const;

  test('is refused unless the left side is known to be an object or nullish', () => {
    expect(run('a = a || b;', NULLISH)).toBe('<nullish-only>');
    expect(run('a = a || b;', NULLISH, oracle({ a: ['object', 'undefined'] }))).toBe('a ??= b;');
    expect(run('a = a || b;', OR)).toBe('a ||= b;');
  });
});

describe('|| in a test', () => {
  const nullish: TypeOracle = {
    typesAt: () => new Set(['object', 'undefined'] as const),
    targetLib: () => null,
    forbidsUnused: () => false,
    lacksInterop: () => false,
  };
  const run = (text: string) => mend({ text, pattern: / \|\| /, fix: { template: ' ?? ' }, types: nullish });

  test.each([
    ['if (a || b) c();'],
    ['while (a || b) c();'],
    ['do c(); while (a || b);'],
    ['for (; a || b;) c();'],
    ['x = a || b ? c : d'],
    ['x = !(a || b)'],
    ['x = (a || b) && c'],
    ['if (c && (a || b)) d();'],
  ])('%s is left alone', (text) => {
    expect(run(text)).toBe('<nullish-only>');
  });

  test.each([['x = a || b'], ['f(a || b)'], ['x = c ? a || b : d'], ['const f = () => a || b']])(
    '%s is a default',
    (text) => {
      expect(run(text)).toBe(text.replace('||', '??'));
    },
  );
});

describe('typeof to a comparison', () => {
  const run = (text: string) =>
    mend({
      text,
      pattern: /typeof (\w+) === "undefined"/,
      fix: swap(/typeof (\w+) === "undefined"/g, '$1 === undefined'),
    });

  test('is refused for a name that may not be defined', () => {
    expect(run('x = typeof window === "undefined"')).toBe('<typeof-guard>');
    expect(run('const f = (a) => typeof a === "undefined"')).toBe('const f = (a) => a === undefined');
  });
});

describe('an error around what is thrown', () => {
  const run = (text: string, types?: TypeOracle) =>
    mend({
      text,
      pattern: /throw/,
      fix: { template: 'new Error(${VALUE})', target: { kind: 'value' } },
      ...(types ? { types } : {}),
    });

  test.each([
    ['throw "x"', 'throw new Error("x")'],
    ['throw `x ${y}`', 'throw new Error(`x ${y}`)'],
    ['throw "x" + y', 'throw new Error("x" + y)'],
    ['throw a ? "x" : "y"', 'throw new Error(a ? "x" : "y")'],
  ])('%s', (text, after) => {
    expect(run(text)).toBe(after);
  });

  test('is refused where it may be an error', () => {
    expect(run('throw err')).toBe('<same-arguments>');
    expect(run('throw f()')).toBe('<same-arguments>');
    expect(run('throw new Error("x")')).toBe('<already-wrapped>');
    expect(run('throw a ? "x" : err')).toBe('<same-arguments>');
    expect(run('throw text', oracle({ text: ['string'] }))).toBe('throw new Error(text)');
    expect(run('throw text', oracle({ text: ['string', 'object'] }))).toBe('<same-arguments>');
  });

  test('an edit inside an error that is thrown is another matter', () => {
    const fix = swap(/foo/g, 'bar');
    expect(mend({ text: 'throw new Error(a.foo)', pattern: /foo/, fix })).toBe('throw new Error(a.bar)');
  });
});

describe('a random number', () => {
  const run = (text: string) => mend({ text, pattern: /Math\.random\(\)/, fix: { template: 'crypto.randomUUID()' } });

  test.each([
    ['id = Math.random()'],
    ['x = "a" + Math.random()'],
    ['x = `a${Math.random()}`'],
    ['x = Math.random().toString()'],
    ['x = String(Math.random())'],
    ['const id = Math.random(); f(id);'],
    ['const n = Math.random(); f(`a${n}`);'],
    ['x = { userId: Math.random() }'],
    ['this.token = Math.random()'],
    ['const id = Math.random(); if (id === other) f();'],
  ])('%s may be any value', (text) => {
    expect(run(text)).toBe(text.replace('Math.random', 'crypto.randomUUID'));
  });

  test.each([
    ['f(Math.random())'],
    ['const n = Math.random(); f(n * 2);'],
    ['const n = Math.random(); const m = n; f(m * 2);'],
    ['const id = Math.random(); f(id * 2);'],
    ['const f = () => Math.random();'],
    ['function f() { return Math.random(); }'],
    ['x = { chance: Math.random() }'],
    ['this.chance = Math.random()'],
    ['let n = 0; n = Math.random(); f(`${n}`);'],
    ['export const n = Math.random();'],
    ['x = [Math.random()]'],
    ['x = Math.random() * 6'],
    ['x = Math.floor(Math.random())'],
    ['x = (Math.random() - 0.5)'],
    ['x = -Math.random()'],
    ['x = Math.random() < 0.5'],
    ['x = 1 + Math.random()'],
    ['x = Math.random().toFixed(2)'],
  ])('%s is refused', (text) => {
    expect(run(text)).toBe('<number-used>');
  });
});

describe('a method that is handed over', () => {
  const run = (text: string) =>
    mend({
      text: `import { log } from 'l'; ${text}`,
      pattern: /console\.log/,
      fix: swap(/console\.log/g, 'log.info'),
    });

  test('stays with its object', () => {
    expect(run('a.then(console.log)')).toBe('<keeps-context>');
    expect(run('const b = { c: console.log }')).toBe('<keeps-context>');
    expect(run('console.log(1)')).toContain('log.info(1)');
    expect(run('console.log.call(a, 1)')).toContain('log.info.call(a, 1)');
  });
});

describe('isNaN to Number.isNaN', () => {
  const run = (text: string, types?: TypeOracle) =>
    mend({ text, pattern: /isNaN\(/, fix: { template: 'Number.isNaN(' }, ...(types ? { types } : {}) });

  test('is refused unless the argument is known to be a number', () => {
    expect(run('x = isNaN(a)')).toBe('<same-operand-types>');
    expect(run('x = isNaN("a")')).toBe('<same-operand-types>');
    expect(run('x = isNaN(+a)')).toBe('x = Number.isNaN(+a)');
    expect(run('x = isNaN(a)', oracle({ a: ['number'] }))).toBe('x = Number.isNaN(a)');
  });
});

describe('new Buffer to Buffer.from', () => {
  const run = (text: string) => mend({ text, pattern: /new Buffer\(/, fix: { template: 'Buffer.from(' } });

  test('is refused where the argument may be a size', () => {
    expect(run('x = new Buffer("a")')).toBe('x = Buffer.from("a")');
    expect(run('x = new Buffer(a, "hex")')).toBe('x = Buffer.from(a, "hex")');
    expect(run('x = new Buffer([1])')).toBe('x = Buffer.from([1])');
    expect(run('x = new Buffer(10)')).toBe('<same-arguments>');
    expect(run('x = new Buffer(n)')).toBe('<same-arguments>');
  });
});

test('find and replace falls into the same traps', () => {
  expect(mend({ text: 'x = a == null', pattern: /==/, fix: swap(/==/g, '===') })).toBe('<null-comparison>');
  expect(mend({ text: 'el.innerHTML = "<b>"', pattern: /innerHTML/, fix: swap(/innerHTML/g, 'textContent') })).toBe(
    '<value-may-be-markup>',
  );
});
