import { describe, expect, test } from 'vitest';
import { fixFromPattern } from '../../src/fix/fix-from-pattern.js';
import { fixImportLine } from '../../src/fix/imports/fix-import-line.js';
import { lineEndOf, styleOf } from '../../src/fix/layout/file-style.js';
import { hasLiteralType } from '../../src/fix/slots/literal-type.js';
import { isWritten } from '../../src/semantics/names/is-written.js';
import { speaksOfName, spellsName } from '../../src/semantics/names/spells-name.js';
import { runsBefore } from '../../src/semantics/uses/runs-before.js';
import { isExpression } from '../../src/syntax/is-expression.js';
import { nameScopes } from '../../src/syntax/name-scopes.js';
import { parseSyntax } from '../../src/syntax/parse-syntax.js';
import { makePattern } from '../pattern-store/make-pattern.js';
import { makeAutoFix } from '../support/make-auto-fix.js';
import { nodeAt } from './node-at.js';

// What is told of a place by what stands around it. `«…»` marks what is asked about.

describe('an expression may stand', () => {
  test.each<[string, boolean]>([
    ['f(«a»)', true],
    ['x = «a»', true],
    ['«a» = x', false],
    ['«a»()', true],
    ['«a».b', true],
    ['a.«b»', false],
    ['a[«b»]', true],
    ['x = { «a»: 1 }', false],
    ['x = { a: «b» }', true],
    ['x = { [«a»]: 1 }', true],
    ['({ «a»: b } = c)', false],
    ['({ a: «b» } = c)', false],
    ['({ [«a»]: b } = c)', false],
    ['class A { «a» = 1 }', false],
    ['class A { a = «b» }', true],
    ['class A { [«a»] = 1 }', true],
    ['class A { accessor a = «b» }', true],
    ['class A { accessor «a» = b }', false],
    ['class A { «a»() {} }', false],
    ['class A { [«a»]() {} }', false],
    ['class A extends «B» {}', true],
    ['class «A» {}', false],
    ['x = class «A» {}', false],
    ['x = class extends «B» {}', true],
    ['f = (a = «b») => c', true],
    ['f = («a» = b) => c', false],
    ['const a = «b»;', true],
    ['const «a» = b;', false],
    ['for (const a of «b») {}', true],
    ['for («a» of b) {}', false],
    ['for (const a in «b») {}', true],
    ['for («a» in b) {}', false],
    ['function «f»() {}', false],
    ['function f(«a») {}', false],
    ['x = function «f»() {}', false],
    ['declare function «f»(): void;', false],
    ['try {} catch («a») {}', false],
    ['«a»: for (;;) {}', false],
    ['a: for (;;) break «a»;', false],
    ['a: for (;;) continue «a»;', false],
    ['[«a»] = b', false],
    ['[...«a»] = b', false],
    ['«a»++', false],
    ['import «a» from "b";', false],
    ['import a from «"b"»;', false],
    ['import * as «a» from "b";', false],
    ['import { «a» as b } from "c";', false],
    ['import a from "b" with { type: «"json"» };', false],
    ['export { «a» as b };', false],
    ['export { a } from «"b"»;', false],
    ['export * from «"b"»;', false],
    ['export default «a»;', true],
    ['x = () => «a»', true],
    ['x = «a» => b', false],
    ['!«a»', true],
    ['delete «a.b»', false],
    ['typeof «a»', true],
    ['enum A { a = «b» }', true],
    ['enum A { «a» = b }', false],
    ['enum «A» {}', false],
    ['namespace «A» {}', false],
    ['class A { constructor(private «a») {} }', false],
    ['«"use strict"»;', false],
    ['f();\n«"use strict"»;', true],
    ['x = «a» as string', true],
    ['x = a as «b»', false],
    ['x = «a»!', true],
    ['let x: typeof «a»;', false],
    ['export = «a»;', true],
    ['return1(«...a»)', false],
    ['`${«a»}`', true],
    ['if («a») {}', true],
    ['async () => await «a»', true],
    ['throw «a»;', true],
    ['new «A»()', true],
    ['«function f() {}»', false],
    ['import.«meta»', false],
  ])('%s: %s', (text, expected) => {
    const { tree, node } = nodeAt(text, 'src/file.ts');
    expect(isExpression(tree, node)).toBe(expected);
  });

  test.each<[string, boolean]>([
    ['x = <a b={«c»} />', true],
    ['x = «<a />»', true],
    ['x = <a>{«c»}</a>', true],
  ])('%s: %s', (text, expected) => {
    const { tree, node } = nodeAt(text);
    expect(isExpression(tree, node)).toBe(expected);
  });
});

describe('a name is given another value', () => {
  test.each<[string, boolean]>([
    ['«a» = 1', true],
    ['«a» += 1', true],
    ['x = «a»', false],
    ['«a»++', true],
    ['--«a»', true],
    ['for («a» of b) {}', true],
    ['for («a» in b) {}', true],
    ['for (x of «a») {}', false],
    ['[«a»] = b', true],
    ['[x, ...«a»] = b', true],
    ['({ x: «a» } = b)', true],
    ['({ x: «a» = 1 } = b)', true],
    ['[[«a»]] = b', true],
    ['(«a») = 1', true],
    ['«a»! = 1', true],
    ['(«a» as any) = 1', true],
    ['x = { y: «a» }', false],
    ['x = [«a»]', false],
    ['f(«a»)', false],
    ['«a».b = 1', false],
    ['«a.b» = 1', true],
    ['if («a») {}', false],
  ])('%s: %s', (text, expected) => {
    const { tree, node } = nodeAt(text, 'src/file.ts');
    expect(isWritten(tree, node)).toBe(expected);
  });
});

describe('the declared type takes this literal only', () => {
  test.each<[string, boolean]>([
    ['const a: "x" = «"x"»;', true],
    ['const a: string = «"x"»;', false],
    ['const a = «"x"»;', false],
    ['const a: "x" | "y" = «"x"»;', true],
    ['const a: "x" | null = «"x"»;', true],
    ['const a: "x" | undefined = «"x"»;', true],
    ['const a: "x" | number = «"x"»;', false],
    ['const a: null | undefined = «"x"»;', false],
    ['const a: ("x") = «"x"»;', true],
    ['const a: "x" = («"x"»);', true],
    ['const a: "x" = «"x"»!;', true],
    ['const a: `k-${string}` = «"x"»;', true],
    ['const a: "x" & Brand = «"x"»;', true],
    ['const a: string & Brand = «"x"»;', false],
    ['const a: "x"[] = [«"x"»];', true],
    ['const a: readonly "x"[] = [«"x"»];', true],
    ['const a: keyof X = «"x"»;', false],
    ['const a: "x" = [«"x"»];', false],
    ['const a: Array<"x"> = [«"x"»];', true],
    ['const a: ReadonlyArray<"x"> = [«"x"»];', true],
    ['const a: Other<"x"> = [«"x"»];', false],
    ['const a: Other<"x"> = «"x"»;', false],
    ['const a: NonNullable<"x"> = «"x"»;', true],
    ['const a: { b: "x" } = { b: «"x"» };', true],
    ['const a: { b: string } = { b: «"x"» };', false],
    ['const a: { c: "x" } = { b: «"x"» };', false],
    ['const a: { b: "x" } = { "b": «"x"» };', true],
    ['const a: { "b": "x" } = { b: «"x"» };', true],
    ['const a: { b: "x" } = { [b]: «"x"» };', false],
    ['const a: { b: "x" } = { 1: «"x"» };', false],
    ['const a: { b } = { b: «"x"» };', false],
    ['const a: { [key: string]: "x" } = { b: «"x"» };', true],
    ['const a: { [key: string]: "x"; b: string } = { b: «"x"» };', false],
    ['const a: { b(): "x" } = { b: «"x"» };', false],
    ['const a: { b: { c: "x" } } = { b: { c: «"x"» } };', true],
    ['const a: { b: "x" } | string = { b: «"x"» };', true],
    ['const a: Record<string, "x"> = { b: «"x"» };', true],
    ['const a: Record<"x", string> = { b: «"x"» };', false],
    ['const a: Record<string, "x"> = «"x"»;', false],
    ['const a: Partial<{ b: "x" }> = { b: «"x"» };', true],
    ['const a: Omit<{ b: "x" }, "c"> = { b: «"x"» };', true],
    ['const a: ns.Type = { b: «"x"» };', false],
    ['type T = { b: "x" };\nconst a: T = { b: «"x"» };', true],
    ['type T = U; type U = "x";\nconst a: T = «"x"»;', true],
    ['type T = T;\nconst a: T = «"x"»;', false],
    ['interface I { b: "x" }\nconst a: I = { b: «"x"» };', true],
    ['interface I { b: "x" }\nconst a: I = «"x"»;', false],
    ['const a = { b: «"x"» } as { b: "x" };', true],
    ['const a = { b: «"x"» } satisfies Record<string, "x">;', true],
    ['const a = «"x"» as string;', false],
    ['const a: "x" = «"x"» as any;', true],
    ['function f(): "x" { return «"x"»; }', true],
    ['function f(): string { return «"x"»; }', false],
    ['function f() { return «"x"»; }', false],
    ['const f = (): "x" => «"x"»;', true],
    ['async function f(): Promise<"x"> { return «"x"»; }', true],
    ['async function f(): Promise<string> { return «"x"»; }', false],
    ['function f(): Promise<"x"> { return «"x"»; }', false],
    ['let a: "x";\na = «"x"»;', true],
    ['let a: string;\na = «"x"»;', false],
    ['let a;\na = «"x"»;', false],
    ['let a: { b: "x" };\na.b = «"x"»;', true],
    ['let a: { b: "x" };\na["b"] = «"x"»;', false],
    ['let a: { b: "x" };\nf().b = «"x"»;', false],
    ['function f(a?: "x") { a = «"x"»; }', true],
    ['let b: "x"; function f(a: string) { a = «"x"»; }', false],
    ['class A { b: "x" = «"x"»; }', true],
    ['class A { b = «"x"»; }', false],
    ['class A { accessor b: "x" = «"x"»; }', true],
    ['f(«"x"»);', false],
    ['const { a = «"x"» }: { a: "x" } = b;', false],
  ])('%s: %s', (text, expected) => {
    const { tree, node } = nodeAt(text, 'src/file.ts');
    expect(hasLiteralType(tree, node)).toBe(expected);
  });
});

describe('a file is written', () => {
  test.each<[string, string]>([
    ['', '\n'],
    ['a', '\n'],
    ['a\nb\n', '\n'],
    ['a\r\nb\r\n', '\r\n'],
    ['a\r\nb\n', '\r\n'],
    ['a\r\nb\nc\n', '\n'],
    ['a\rb\r', '\r'],
    ['a\rb\n', '\n'],
    ['a\rb\rc\n', '\r'],
  ])('%j with the line end %j', (text, expected) => {
    expect(lineEndOf(text)).toBe(expected);
  });

  test.each<[string, string, string, boolean]>([
    ['import a from "a";\nimport b from "b";\n', "import c from 'c'", '"', true],
    ["import a from 'a'\nimport b from 'b'\n", 'import c from "c";', "'", false],
    ['import a from \'a\';\nf("x", "y", "z")\ng()\nh()\n', 'x', "'", true],
    ['import a from \'a\'\nf("x");\ng();\n', 'x;', "'", false],
    ['f("x");\ng("y");\n', "import c from 'c'", '"', true],
    ["f('x')\ng('y')\n", 'import c from "c";', "'", false],
    ['f("x")\ng(\'y\')\n', 'c', '"', false],
    ["f('x');\ng()\n", 'c', "'", true],
    ['function f() {}\ng()\n', 'c;', "'", false],
    ['function f() {}\n', 'import c from "c";', '"', true],
    ['function f() {}\n', "import c from 'c'  ", "'", false],
    ['', 'import c from "c"; \n', '"', true],
    ['f(1);\n', 'import c from "c"', '"', true],
    ['export { a }\n', 'c;', "'", true],
    ["import { a } from 'a'\nfunction f() {}\n", 'c;', "'", false],
  ])('%j (and %j): %s, semicolons %s', (text, line, quote, semicolons) => {
    const tree = parseSyntax('src/file.ts', text);
    expect(tree && styleOf(tree, line)).toMatchObject({ quote, semicolons });
  });

  test.each([
    ['a = <p title="b" />;', "c('d');", "'"],
    ['a = <p title="b" />;', 'c("d");', '"'],
    ['a = <p title="b">{\'c\'}</p>;', 'd;', "'"],
  ])('the quotes of attributes are not those of the code: %j (and %j): %s', (text, line, quote) => {
    const tree = parseSyntax('src/file.tsx', text);
    expect(tree && styleOf(tree, line)).toMatchObject({ quote });
  });
});

describe('a stored pattern', () => {
  test('is read as an instruction', () => {
    const pattern = makePattern({ description: 'Text is safer' });
    expect(fixFromPattern(pattern)).toEqual(
      makeAutoFix({
        hint: 'Text is safer',
        template: '.textContent =',
        declaredAt: { file: '.specflow/fix-patterns.json', line: 1, column: 1 },
        search: pattern.regex,
      }),
    );
    const removing = makePattern({ strategy: 'remove', target: 'match', when: ['result-unused'] });
    expect(fixFromPattern(removing)).toMatchObject({
      strategy: 'remove',
      template: null,
      target: { kind: 'match' },
      when: [{ name: 'result-unused', argument: null }],
    });
    const importing = makePattern({ importLine: "import { log } from '${ROOT}/src/log.js';" });
    expect(fixFromPattern(importing).importLine).toBe(importing.importLine);
  });

  test.each([
    ['a.ts', './lib/log.js'],
    ['lib/a.ts', './log.js'],
    ['lib/deep/a.ts', '../log.js'],
    ['src/a.ts', '../lib/log.js'],
    ['src/deep/a.ts', '../../lib/log.js'],
    ['lib/log.js/a.ts', '../log.js'],
  ])('in %s imports %s', (path, expected) => {
    expect(fixImportLine('import a from "${ROOT}/lib/log.js";', path)).toBe(`import a from "${expected}";`);
    expect(fixImportLine("import a from 'log';", path)).toBe("import a from 'log';");
  });
});

describe('a string', () => {
  test.each<[string, string | null, boolean, boolean]>([
    ['«"password"»', 'password', true, true],
    ['«"Pass-Word"»', 'passWord', true, true],
    ['«"password"»', 'passwordField', false, true],
    ['«"token"»', 'TOKEN_KEY', false, true],
    ['«"form.password"»', 'password', false, true],
    ['«"x-password"»', 'password', false, true],
    ['«"#password"»', 'password', true, true],
    ['«"Enter your password"»', 'password', false, true],
    ['«"Enteryourpassword"»', 'password', false, false],
    ['«"an id of it"»', 'id', false, false],
    ['«"hunter2"»', 'password', false, false],
    ['«""»', 'password', false, false],
    ['«"--"»', '__', false, false],
    ['«"password"»', null, false, false],
    ['«`password`»', 'password', true, true],
    ['«1»', '1', false, false],
    ['«name»', 'name', false, false],
  ])('%s of %s: spells it %s, speaks of it %s', (text, name, spells, speaks) => {
    const { node } = nodeAt(text);
    expect([spellsName(node, name), speaksOfName(node, name)]).toEqual([spells, speaks]);
  });
});

describe('a function may run before the code behind it', () => {
  test.each<[string, boolean]>([
    ['f();\n«let a;»\nfunction f() { a; }', true],
    ['«let a;»\nf();\nfunction f() { a; }', false],
    ['g(f);\n«let a;»\nfunction f() { a; }', true],
    ['«let a;»\nfunction f() { a; f(); }', false],
    ['g();\n«let a;»\nfunction f() { a; }\nfunction g() { f(); }', true],
    ['«let a;»\nfunction f() { a; }\nfunction g() { f(); }', false],
    ['«let a;»\nfunction f() { a; }\nfunction g() { f(); }\ng();', false],
    ['h();\n«let a;»\nfunction f() { a; }\nfunction g() { f(); }\nfunction h() { g(); }', true],
    ['function o() { f();\n«let a;»\nfunction f() { a; } }', true],
    ['{ const f = 1; f; }\n«let a;»\nfunction f() { a; }', false],
  ])('%s: %s', (text, expected) => {
    const { tree, node } = nodeAt(text, 'src/file.ts');
    const { bindings } = nameScopes(tree);
    const f = bindings.find(({ name, declaration }) => name === 'f' && declaration.type === 'FunctionDeclaration');
    if (f?.declaration.type !== 'FunctionDeclaration') throw new Error('no function f');
    expect(runsBefore(tree, f.declaration, node.start)).toBe(expected);
  });
});
