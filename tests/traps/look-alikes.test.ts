import { describe, expect, test } from 'vitest';
import type { TypeOracle, ValueType } from '../../src/model/type-oracle.js';
import { mend } from '../fix/mend.js';

// Exchanges that look right. `→` stands between what is found and what takes its place; a name in angle brackets is the
// condition that forbids it.

/** Answers by the text of the expression. */
function oracle(types: Readonly<Record<string, readonly ValueType[]>>): TypeOracle {
  return {
    typesAt: (_, text, { start, end }) => new Set(types[text.slice(start, end)] ?? ['unknown']),
    targetLib: () => null,
    forbidsUnused: () => false,
  };
}

/** Exchanges the first occurrence of a text. */
function exchange(text: string, find: string, replace: string, types?: TypeOracle): string {
  const pattern = new RegExp(find.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const fix = { template: replace.replaceAll('$', '$$'), target: { kind: 'match' } as const };
  return mend({ text, path: 'src/file.ts', pattern, fix, ...(types ? { types } : {}) });
}

/** Rows of `find → replace`, a text, and the condition; without one, the exchange is made. */
function table(title: string, rows: readonly (readonly [string, string] | readonly [string, string, string])[]): void {
  describe(title, () => {
    test.each(rows.map(([change, text, condition = null]) => ({ change, text, condition })))(
      '$change in $text',
      (row) => {
        const { change, text, condition } = row;
        const [find = '', replace = ''] = change.split(' → ');
        expect(exchange(text, find, replace)).toBe(condition ? `<${condition}>` : text.replace(find, () => replace));
      },
    );
  });
}

table('what a name was declared to hold', [
  ['== → ===', 'const f = (a: string) => a == "b"'],
  ['== → ===', 'const f = (a: number, b: number) => a == b'],
  ['== → ===', 'const f = (a: string) => a == "b" + c'],
  ['== → ===', 'const f = (a: string) => a == (d ? "b" : `c`)'],
  ['== → ===', 'const f = (a: string) => a == (d ? "b" : c)', 'same-operand-types'],
  ['== → ===', 'const f = (a: string) => a == b + c', 'same-operand-types'],
  ['== → ===', 'let a: boolean;\nx = a == true'],
  ['== → ===', 'const a = 1;\nx = a == 2'],
  ['== → ===', 'const f = (a: string) => a == 1', 'same-operand-types'],
  ['== → ===', 'const f = (a?: string) => a == "b"'],
  ['== → ===', 'const f = (a: string | null, b: string) => a == b'],
  ['== → ===', 'const f = (a?: string) => process.env.A == process.env.B'],
  ['== → ===', 'const f = (a?: string, b?: string) => a == b', 'same-operand-types'],
  ['== → ===', 'const f = (a?: string) => a == 1', 'same-operand-types'],
  ['== → ===', 'const f = (process: Job) => process.env.A == "b"', 'same-operand-types'],
  ['== → ===', 'process.env.A == 1', 'same-operand-types'],
  ['== → ===', 'function f(): number { return 1; }\nx = f() == 1'],
  ['== → ===', 'const f = (): string => "a";\nx = f() == "b"'],
  ['== → ===', 'let f = (): string => "a";\nx = f() == "b"', 'same-operand-types'],
  ['== → ===', 'async function f(): Promise<number> { return 1; }\nx = f() == 1', 'same-operand-types'],
  ['== → ===', 'const g = (f: number): number => f() == 1', 'same-operand-types'],
  ['== → ===', 'const g = (f: F): number => f() == 1', 'same-operand-types'],
  ['== → ===', 'const f = (a: String) => a == "b"', 'same-operand-types'],
  ['== → ===', 'const f = (a: string | number) => a == "b"', 'same-operand-types'],
  ['== → ===', 'let a = 1;\nx = a == 2', 'same-operand-types'],
  ['== → ===', 'const { a } = 1;\nx = a == 2', 'same-operand-types'],
  ['== → ===', 'const f = (a: string) => { const g = (a) => a == "b"; }', 'same-operand-types'],
]);

table('methods of one family', [
  ['sort → toSorted', 'x = a.sort()', 'same-arguments'],
  ['sort → toSorted', 'x = [1].sort()'],
  ['sort → toSorted', 'x = a.map(f).sort()'],
  ['sort → toSorted', 'x = a.other(f).sort()', 'same-arguments'],
  ['sort → toSorted', '[1].sort()', 'same-arguments'],
  ['toSorted → sort', 'x = Object.keys(a).toSorted()'],
  ['toSorted → sort', 'x = a.toSorted()', 'same-arguments'],
  ['reverse → toReversed', 'x = a.split("").reverse()'],
  ['reverse → toReversed', 'x = a.reverse()', 'same-arguments'],
  ['toReversed → reverse', 'x = [1].toReversed()'],
  ['splice → slice', 'x = a.splice(1)', 'same-arguments'],
  ['pop → at', 'x = a.pop()', 'same-arguments'],
  ['shift → at', 'x = a.shift()', 'same-arguments'],
  ['pop → at', 'x = a.split("/").pop()'],
  ['getYear → getFullYear', 'x = a.getYear() + 1900', 'same-arguments'],
  ['getDay → getDate', 'x = a.getDay()', 'same-arguments'],
  ['replaceAll → replace', 'x = a.replaceAll(/b/g, "c")'],
  ['replaceAll → replace', 'x = a.replaceAll("b", "c")', 'same-arguments'],
  ['replace → replaceAll', 'x = a.replace(/b/g, "c")'],
  ['replace → replaceAll', 'x = a.replace(/b/, "c")', 'same-arguments'],
  ['replace → replaceAll', 'x = a.replace(b, "c")', 'same-arguments'],
  ['map → forEach', 'a.map(f)'],
  ['map → forEach', 'x = a.map(f)', 'same-arguments'],
  ['forEach → map', 'a.forEach(f)'],
  ['forEach → map', 'return1(a.forEach(f))', 'same-arguments'],
  ['filter → find', 'x = a.filter(f)', 'same-arguments'],
  ['some → every', 'x = a.some(f)', 'same-arguments'],
  ['push → concat', 'a.push(b)', 'same-arguments'],
  ['charAt → at', 'x = a.charAt(1)', 'same-arguments'],
  ['.charAt(0) → [0]', 'x = a.charAt(0)', 'same-arguments'],
  ['.charAt(0) → [0]', 'x = a.charAt(0) === "#"'],
  ['.charAt(0) → [0]', 'x = "#" != a.charAt(0)'],
  ['.charAt(0) → [0]', 'x = a.charAt(0) === ""', 'same-arguments'],
  ['.charAt(0) → [0]', 'x = a.charAt(0) === b', 'same-arguments'],
  ['.charAt(b) → [b]', 'x = a.charAt(b) === "#"', 'same-arguments'],
  ['findFirst → findUnique', 'x = db.findFirst({ where: { id } })'],
  ['findFirst → findUnique', 'x = db.findFirst({ where: { team } })', 'same-arguments'],
  ['findFirst → findUnique', 'x = db.findFirst({ where: { id }, orderBy: { at: 1 } })', 'same-arguments'],
  ['findFirst → findUnique', 'x = db.findFirst({ where: { id, team } })', 'same-arguments'],
  ['findUnique → findFirst', 'x = db.findUnique({ where: { email } })'],
  ['rmdirSync → rmSync', 'fs.rmdirSync(a)', 'same-arguments'],
  ['rmdirSync → rmSync', 'fs.rmdirSync(a, b)', 'same-arguments'],
  ['rmdirSync → rmSync', 'fs.rmdirSync(a, { recursive: true })'],
  ['rmdir → rm', 'fs.rmdir(a, { recursive: false })', 'same-arguments'],
  ['$.trim(b) → b.trim()', 'const b = "c";\nx = $.trim(b)'],
  ['Object.keys → Object.values', 'x = Object.keys(a)', 'same-arguments'],
  ['Promise.all( → Promise.allSettled(', 'x = Promise.all(a)', 'same-arguments'],
  ['Math.floor → Math.ceil', 'x = Math.floor(a)', 'same-arguments'],
  ['keys → values', 'x = a.keys(b)'],
  ['floor → ceil', 'x = a.floor(b)'],
  ['escape → encodeURI', 'x = escape(a)', 'same-arguments'],
  ['setTimeout → setInterval', 'setTimeout(a)', 'same-arguments'],
  ['match → matchAll', 'x = a.match(b)', 'same-arguments'],
  ['match → parse', 'x = a.match(b)'],
  ['match → test', 'x = a.match(/b/)', 'same-arguments'],
  ['match → test', 'if (a.match(/b/)) f()'],
  ['match → test', 'if (a.match(/b/g)) f()', 'same-arguments'],
  ['match → exec', 'x = a.match(/b/)'],
  ['match → exec', 'x = a.match(b)', 'same-arguments'],
  ['exec → test', 'if (/b/.exec(a)) f()'],
  ['exec → test', 'if (b.exec(a)) f()', 'same-arguments'],
  ['appendChild → append', 'a.appendChild(b)'],
  ['appendChild → append', 'x = a.appendChild(b)', 'same-arguments'],
  ['appendChild → prepend', 'a.appendChild(b)', 'same-arguments'],
]);

table('where one cuts', [
  ['substr → slice', 'x = s.substr(1, s.length)'],
  ['substr → slice', 'x = s.substr(n, s.length)', 'same-arguments'],
  ['substr → slice', 'x = s.substr(0, s.length - 1)'],
  ['substr → slice', 'x = s.substr(0, s.length - 2)', 'same-arguments'],
  ['substr → slice', 'x = s.substr(1, 2, 3)', 'same-arguments'],
  ['slice → substring', 'x = s.slice(1, 3)'],
  ['slice → substring', 'x = s.slice(3, 1)', 'same-arguments'],
  ['slice → substring', 'x = s.slice(0, s.length - 1)'],
  ['slice → substring', 'x = s.slice(0, s.length - n)', 'same-arguments'],
  ['slice → substring', 'x = s.slice(1, s.length - 1)', 'same-arguments'],
  ['slice → substring', 'x = s.slice(0, s.length + 1)'],
  ['slice → substring', 'x = s.slice(-1)', 'same-arguments'],
  ['slice → substring', 'x = s.slice(1)'],
  ['slice → substring', 'x = s.slice()'],
  ['slice → substring', 'x = s.slice(...a)', 'same-arguments'],
  ['substring → slice', 'const n = 2; x = s.substring(n, n + 3)'],
  ['substring → slice', 'const n = 2, m = 1; x = s.substring(n, m + 3)', 'same-arguments'],
  ['substring → slice', 'const n = 2; x = s.substring(n, n + q)', 'same-arguments'],
  ['substring → slice', 'const n = 2; x = s.substring(n, n - 1)', 'same-arguments'],
  ['substring → slice', 'x = s.substring(1, t.length)', 'same-arguments'],
  ['substring → slice', 'x = f(s).substring(1, f(s).length)', 'same-arguments'],
  ['substring → slice', 'x = this.substring(1, this.length)'],
  ['substring → slice', 'x = a.b.substring(1, a.b.length)'],
  ['substring → slice', 'x = s.substring(1, s["length"])', 'same-arguments'],
  ['substring → slice', 'x = s.substring(2, s.length, 3)', 'same-arguments'],
]);

table('a number for a text', [
  ['Math.random() → crypto.randomUUID()', 'const a = (Math.random());\nf(`${a}`);'],
  ['Math.random() → crypto.randomUUID()', 'const a = Math.random() as any;\nf(`${a}`);'],
  ['Math.random() → crypto.randomUUID()', 'const a = Math.random()!;\nf(`${a}`);'],
  ['Math.random() → crypto.randomUUID()', 'export function f() { const a = Math.random(); return `${a}`; }'],
  ['Math.random() → crypto.randomUUID()', 'export const a = Math.random();\nf(`${a}`);', 'number-used'],
  ['Math.random() → crypto.randomUUID()', 'Math.random();'],
  ['Math.random() → crypto.randomUUID()', 'import crypto from "node:crypto";\nx = Math.random() * 3', 'number-used'],
  ['Math.random() → crypto.randomUUID()', 'import crypto = require("crypto");\nx = Math.random() * 3', 'number-used'],
  ['Math.random() → crypto.randomUUID()', 'const crypto = require("crypto");\nf(Math.random())', 'number-used'],
  ['Math.random() → crypto.randomUUID()', 'x = tag`${Math.random()}`', 'number-used'],
  ['Math.random() → crypto.randomUUID()', 'x = Math.random() - "a"', 'number-used'],
  ['Math.random() → crypto.randomUUID()', 'x = a.String(Math.random())', 'number-used'],
  ['Math.random() → crypto.randomUUID()', 'x = other(Math.random())', 'number-used'],
  ['Math.random() → crypto.randomUUID()', 'x = { [Math.random()]: id }', 'number-used'],
  ['Math.random() → crypto.randomUUID()', 'class A { id = Math.random() }'],
  ['Math.random() → crypto.randomUUID()', 'class A { id: number = Math.random() }', 'number-used'],
  ['Math.random() → crypto.randomUUID()', 'class A { count = Math.random() }', 'number-used'],
  ['Math.random() → crypto.randomUUID()', 'a.count += Math.random()', 'number-used'],
  ['Math.random() → crypto.randomUUID()', 'a.id += Math.random()', 'number-used'],
  ['Math.random() → crypto.randomUUID()', 'a.id = Math.random()'],
  ['Math.random() → crypto.randomUUID()', 'a.count = Math.random()', 'number-used'],
  ['Math.random() → crypto.randomUUID()', 'const { id } = Math.random()', 'number-used'],
  ['Math.random() → crypto.randomUUID()', 'const id: number = Math.random()', 'number-used'],
  ['Math.random() → crypto.randomUUID()', 'let id: number;\nid = Math.random()', 'number-used'],
  ['Math.random() → crypto.randomUUID()', 'let id = 0;\nid = Math.random()', 'number-used'],
  ['Math.random() → crypto.randomUUID()', 'let id = "";\nid = Math.random()'],
  ['Math.random() → crypto.randomUUID()', 'let n;\nn = Math.random();\nf(n);', 'number-used'],
  ['Math.random() → crypto.randomUUID()', 'let n;\nn = Math.random();\nf(`${n}`);'],
  ['Math.random() → crypto.randomUUID()', 'export const id = Math.random();'],
  ['Math.random() → crypto.randomUUID()', 'const sessionToken = Math.random();\nf(sessionToken);'],
  ['Math.random() → Math.floor()', 'x = Math.random() * 2', 'number-used'],
  ['Date.now() → performance.now()', 'x = Date.now() - a', 'number-used'],
  ['Date.now() → performance.now()', 'x = Date.now().toString(36)', 'number-used'],
  ['escape( → encodeURIComponent(', 'const escape = quote;\nx = escape(a)', 'name-shadowed'],
  ['Date.now() → performance.now()', 'const Date = f;\nx = Date.now() - a', 'name-shadowed'],
  ['f(parseInt(a)) → String(a)', 'const parseInt = b;\nx = f(parseInt(a))', 'name-shadowed'],
  ['f(parseInt(a)) → String(a)', 'x = f(parseInt(a))'],
  ['f((rows) => rows[0]) → String(1)', 'const rows = 1;\nx = f((rows) => rows[0])'],
  ['f(parseInt(a)) → String(parseInt(a))', 'const parseInt = b;\nx = f(parseInt(a))'],
  ['Number( → String(', 'x = Number(a) * 2', 'number-used'],
  ['Number( → String(', 'x = `${Number(a)}`'],
  ['parseInt( → Number.parseInt(', 'x = parseInt(a, 10) * 2'],
]);

table('one list for another', [
  ['new Array(3) → [3]', 'x = new Array(3)', 'same-arguments'],
  ['new Array(n) → [n]', 'x = new Array(n)', 'same-arguments'],
  ['new Array(...n) → [...n]', 'x = new Array(...n)', 'same-arguments'],
  ['new Array("a") → ["a"]', 'x = new Array("a")'],
  ['new Array(1, 2) → [1, 2]', 'x = new Array(1, 2)'],
  ['new Array() → []', 'x = new Array()'],
  ['Array(3) → [3]', 'x = Array(3)', 'same-arguments'],
  ['new Other(3) → [3]', 'x = new Other(3)'],
  ['a.concat(b) → [...a, ...b]', 'x = a.concat(b)', 'same-operand-types'],
  ['[1].concat([2]) → [...[1], ...[2]]', 'x = [1].concat([2])'],
  ['[1].concat(b) → [...[1], ...b]', 'x = [1].concat(b)', 'same-operand-types'],
  ['a.concat([2]) → [...a, ...[2]]', 'x = a.concat([2])', 'same-operand-types'],
  ['a.other(b) → [...a, ...b]', 'x = a.other(b)'],
]);

table('a date, an error, a buffer', [
  ['new Date() → Date.now()', 'x = new Date() - a'],
  ['new Date() → Date.now()', 'x = (new Date()) - a'],
  ['new Date() → Date.now()', 'x = +new Date()'],
  ['new Date() → Date.now()', 'x = -new Date()'],
  ['new Date() → Date.now()', 'x = !new Date()', 'number-used'],
  ['new Date() → Date.now()', 'x = new Date() < a'],
  ['new Date() → Date.now()', 'x = new Date() >= a'],
  ['new Date() → Date.now()', 'x = new Date() * 2'],
  ['new Date() → Date.now()', 'x = new Date() + a', 'number-used'],
  ['new Date() → Date.now()', 'x = new Date() == a', 'number-used'],
  ['new Date() → Date.now()', 'x = Number(new Date())'],
  ['new Date() → Date.now()', 'x = String(new Date())', 'number-used'],
  ['new Date() → Date.now()', 'x = a.Number(new Date())', 'number-used'],
  ['new Date() → Date.now()', 'x = new Date()', 'number-used'],
  ['new Date() → Date.now()', 'x = f(new Date())', 'number-used'],
  ['new Date() → performance.now()', 'x = new Date()', 'number-used'],
  ['new Date() → dayjs()', "import dayjs from 'dayjs';\nx = new Date()", 'number-used'],
  ['new Date() → clock.now()', "import { clock } from './clock';\nx = f(new Date())"],
  ['new Date() → this.clock.now()', 'class A { x = new Date() }'],
  ['new Other() → Date.now()', 'x = new Other()'],
  ['err → new Error(err)', 'throw err;', 'same-arguments'],
  ['err → new Other(err)', 'class Other {}\nthrow err;'],
  ['err → new Error("a")', 'throw err;'],
  ['err → new TypeError(err)', 'throw err;', 'same-arguments'],
  ['1 → new Error(1)', 'throw 1;', 'same-arguments'],
  ['("a") → new Error(("a"))', 'throw ("a");'],
  ['"a" - b → new Error("a" - b)', 'throw "a" - b;', 'same-arguments'],
  ['a + `b` → new Error(a + `b`)', 'throw a + `b`;'],
  ['new Buffer( → Buffer.from(', 'x = new Buffer(`a`)'],
  ['new Buffer( → Buffer.from(', 'x = new Buffer()', 'same-arguments'],
  ['new Buffer( → Buffer.alloc(', 'x = new Buffer(10)'],
  ['new Other( → Buffer.from(', 'x = new Other(10)'],
  ['new a.Buffer( → Buffer.from(', 'x = new a.Buffer(10)'],
]);

table('null and undefined', [
  ['null → undefined', 'x = null', 'null-comparison'],
  ['undefined → null', 'x = undefined', 'null-comparison'],
  ['undefined → null', 'f(undefined)', 'null-comparison'],
  ['void 0 → null', 'x = void 0', 'null-comparison'],
  ['null → void 0', 'x = null', 'null-comparison'],
  ['undefined → void 0', 'x = undefined'],
  ['undefined → null', 'x = a == undefined'],
  ['null → undefined', 'x = a != null'],
  ['null → undefined', 'x = a === null', 'null-comparison'],
  ['null → undefined', 'x = a < null', 'null-comparison'],
  ['return null → return', 'function f() { return null; }', 'null-comparison'],
  ['return; → return null;', 'function f() { return; }', 'null-comparison'],
  ['return undefined → return null', 'function f() { return undefined; }', 'null-comparison'],
  ['return undefined → return', 'function f() { return undefined; }'],
  ['return a → return null', 'function f(a) { return a; }'],
  ['1 → null', 'x = 1'],
  ['!a → null', 'x = !a'],
]);

table('markup and text', [
  ['innerHTML → textContent', 'a.innerHTML = "plain"'],
  ['innerHTML → textContent', 'a.innerHTML = name'],
  ['innerHTML → textContent', 'a.innerHTML = "<b>"', 'value-may-be-markup'],
  ['innerHTML → textContent', 'a.innerHTML += "plain"', 'value-may-be-markup'],
  ['outerHTML → outerText', 'a.outerHTML = "<b>"', 'value-may-be-markup'],
  ['innerHTML → innerText', 'a.innerHTML = html', 'value-may-be-markup'],
  ['innerHTML → value', 'a.innerHTML = html'],
  ['otherHTML → textContent', 'a.otherHTML = html'],
  ['innerHTML → textContent', 'f(a.innerHTML)', 'value-may-be-markup'],
  ['innerHTML → textContent', 'x = a.innerHTML', 'value-may-be-markup'],
  ['innerHTML → value', 'f(a.innerHTML)'],
  ['innerHTML → textContent', 'a.innerHTML = "x";\na.querySelector("b");', 'value-may-be-markup'],
  ['innerHTML → textContent', 'a.innerHTML = "x";\na?.children;', 'value-may-be-markup'],
  ['innerHTML → textContent', 'a.innerHTML = "x";\nb.querySelector("b");'],
  ['innerHTML → textContent', 'a.innerHTML = "x";\nb.a.children;'],
  ['innerHTML → textContent', 'a.innerHTML = "x";\nf(createElement("template"));', 'value-may-be-markup'],
  ['innerHTML → textContent', 'f().innerHTML = "x";\nf().firstChild;', 'value-may-be-markup'],
  ['html( → text(', 'a.html("plain")'],
  ['html( → text(', 'a.html("<b>")', 'value-may-be-markup'],
  ['html( → text(', 'a.html()', 'value-may-be-markup'],
  ['html( → value(', 'a.html("<b>")'],
  ['insertAdjacentHTML → insertAdjacentText', 'a.insertAdjacentHTML("end", name)'],
  ['insertAdjacentHTML → insertAdjacentText', 'a.insertAdjacentHTML("end", "<b>")', 'value-may-be-markup'],
]);

table('what typeof guards', [
  ['typeof a → a', 'x = typeof a === "undefined"', 'typeof-guard'],
  ['"undefined" === typeof a → a === undefined', 'x = "undefined" === typeof a', 'typeof-guard'],
  ['typeof a === "undefined" → a === undefined', 'let a;\nx = typeof a === "undefined"'],
  ['typeof a === "undefined" → typeof a == "undefined"', 'x = typeof a === "undefined"'],
  ['typeof a === "undefined" → b === undefined', 'let b;\nx = typeof a === "undefined"'],
  ['typeof a.b === "undefined" → a.b === undefined', 'x = typeof a.b === "undefined"'],
  ['typeof a → typeof b', 'let b;\nx = typeof a === "undefined"', 'typeof-guard'],
  ['typeof a → typeof b', 'let a, b;\nx = typeof a === "undefined"'],
]);

table('a name this file has a method of', [
  ['a.trim() → a.strip()', 'class A { trim() {} }\nx = a.trim()', 'name-shadowed'],
  ['a.trim() → a.strip()', 'const o = { trim() {} };\nx = a.trim()', 'name-shadowed'],
  ['a.trim() → a.strip()', 'const o = { trim: function () {} };\nx = a.trim()', 'name-shadowed'],
  ['a.trim() → a.strip()', 'const o = { trim: () => 1 };\nx = a.trim()', 'name-shadowed'],
  ['a.trim() → a.strip()', 'const o = { trim: 1 };\nx = a.trim()'],
  ['a.trim() → a.strip()', 'const o = { "trim"() {} };\nx = a.trim()'],
  ['a.trim() → a.strip()', 'class A { trim = () => 1 }\nx = a.trim()', 'name-shadowed'],
  ['a.trim() → a.strip()', 'class A { trim = 1 }\nx = a.trim()'],
  ['a.trim() → a.strip()', 'class A { trim; }\nx = a.trim()'],
  ['a.trim() → a.strip()', 'interface A { trim(): string }\nx = a.trim()', 'name-shadowed'],
  ['a.trim() → a.strip()', 'abstract class A { abstract trim(): string }\nx = a.trim()', 'name-shadowed'],
  ['a.trim() → a.strip()', 'class A { other() {} }\nx = a.trim()'],
  ['a.trim() → a.strip()', 'x = a.trim()'],
  ['"a".trim() → "a".trimEnd()', 'class A { trim() {} }\nx = "a".trim()'],
  ['a.paint() → a.draw()', 'class A { paint() {} }\nx = a.paint()'],
]);

describe('what types tell', () => {
  test.each<[string, string, readonly ValueType[], string | null]>([
    ['x = a.concat(b)', 'a.concat(b) → [...a, ...b]', ['object'], null],
    ['x = a.concat(b)', 'a.concat(b) → [...a, ...b]', ['object', 'string'], 'same-operand-types'],
    ['x = new Array(a)', 'new Array(a) → [a]', ['string'], null],
    ['x = new Array(a)', 'new Array(a) → [a]', ['string', 'number'], 'same-arguments'],
    ['x = new Buffer(a)', 'new Buffer( → Buffer.from(', ['string'], null],
    ['x = new Buffer(a)', 'new Buffer( → Buffer.from(', ['number'], 'same-arguments'],
    ['class A { trim() {} }\nx = a.trim()', 'a.trim() → a.strip()', ['string'], null],
    ['class A { trim() {} }\nx = a.trim()', 'a.trim() → a.strip()', ['object'], 'name-shadowed'],
    ['x = a && a.b', 'a && a.b → a?.b', ['object', 'undefined'], null],
    ['x = a && a.b', 'a && a.b → a?.b', ['object', 'null'], 'nullish-only'],
    ['x = a && a.b', 'a && a.b → a?.b', ['string'], 'nullish-only'],
    ['if (a && a.b) f()', 'a && a.b → a?.b', ['object', 'null'], null],
  ])('%s, %s: %j', (text, change, types, condition) => {
    const [find = '', replace = ''] = change.split(' → ');
    const known = oracle({ a: types, b: types });
    expect(exchange(text, find, replace, known)).toBe(condition ? `<${condition}>` : text.replace(find, () => replace));
  });
});
