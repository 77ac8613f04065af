import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { tsconfigsOf } from '../../../src/commands/heal/tsconfigs-of.js';
import type { TypeOracle } from '../../../src/model/type-oracle.js';
import { createTypeOracle } from '../../../src/semantics/types/create-type-oracle.js';
import { typePrograms } from '../../../src/semantics/types/type-programs.js';
import { makeFolder } from '../../support/make-folder.js';

const root = path.resolve(import.meta.dirname, '../../..');

function oracleOf(folder: string): TypeOracle {
  return createTypeOracle(typePrograms({ tsconfigsOf: tsconfigsOf(folder), root: folder, mode: 'off' }));
}

describe('a type oracle', () => {
  const oracle = oracleOf(root);

  function typesOf(expression: string, declarations: string): readonly string[] {
    const text = `${declarations}\nexport const result = ${expression};\n`;
    const start = text.lastIndexOf(expression);
    return [...oracle.typesAt('src/asked.ts', text, { start, end: start + expression.length })].sort();
  }

  // One test: opening the project takes longer than all the questions.
  test('tells what the project knows, and nothing it does not', () => {
    expect(typesOf('a', 'declare const a: string;')).toEqual(['string']);
    expect(typesOf('a', 'declare const a: "x" | 1 | null;')).toEqual(['null', 'number', 'string']);
    expect(typesOf('a.length', 'declare const a: string[];')).toEqual(['number']);
    expect(typesOf('a[0]', 'declare const a: string[];')).toEqual(['string', 'undefined']);
    expect(typesOf('a', 'declare const a: any;')).toEqual(['unknown']);
    expect(typesOf('a', 'declare const a: unknown;')).toEqual(['unknown']);
    expect(typesOf('a', 'declare const a: Missing;')).toEqual(['unknown']);
    expect(typesOf('a', 'declare const a: { b: 1 };')).toEqual(['object']);
    expect(typesOf('a', 'enum E { x, y } declare const a: E;')).toEqual(['number']);
    expect(typesOf('new Date()', '')).toEqual(['object']);
    expect(typesOf('a', 'declare const a: { length: number } | undefined;')).toEqual(['undefined', 'unknown']);
    expect(typesOf('a', 'declare const a: {};')).toEqual(['unknown']);
    expect(typesOf('a', 'declare const a: { b?: 1 };')).toEqual(['object']);
    expect(typesOf('a', 'declare const a: Record<number, string>;')).toEqual(['object']);
    expect(typesOf('a', 'declare const a: ArrayLike<string>;')).toEqual(['unknown']);
    expect(typesOf('a', 'declare const a: string | null;')).toEqual(['null', 'string']);
    expect(typesOf('a.b', 'declare const a: { b: string | null };')).toEqual(['null', 'string']);
    expect(typesOf('a.b', 'declare const a: Record<"b", string | null>;')).toEqual(['null', 'string']);
    expect(typesOf('new A().b', 'class A { b!: string | null; }')).toEqual(['null', 'string', 'undefined']);
    expect(typesOf('new A().b', 'class A { b: string | null = null; }')).toEqual(['null', 'string']);
    expect(typesOf('a', 'let a!: string | null;')).toEqual(['null', 'string', 'undefined']);
    expect([...oracle.typesAt('src/asked.js', 'x', { start: 0, end: 1 })]).toEqual(['unknown']);
    expect(oracle.targetLib('src/asked.ts')).toBe('es2023');
    expect(oracle.forbidsUnused('src/asked.js')).toBe(false);
  }, 60_000);

  test('an index finds undefined where its type says null', () => {
    const folder = makeFolder({
      'tsconfig.json': JSON.stringify({ compilerOptions: { strict: true, lib: ['es2022'], types: [] } }),
      'a.ts': '',
    });
    const { typesAt } = oracleOf(folder);
    const declared = 'declare const a: Record<string, string | null>;\nconst b = a["c"];\n';
    for (const expression of ['a["c"]', 'a.c', 'b']) {
      const text = `${declared}export const result = ${expression};`;
      const end = text.length - 1;
      expect([...typesAt('a.ts', text, { start: end - expression.length, end })]).toContain('undefined');
    }
  }, 60_000);

  test('asks the referenced project that takes the file in', () => {
    const strict = { strict: true, lib: ['es2022'], types: [], composite: true };
    const folder = makeFolder({
      'tsconfig.json': JSON.stringify({ files: [], references: [{ path: './lib.json' }, { path: './app' }] }),
      'lib.json': JSON.stringify({ compilerOptions: { ...strict, strict: false }, include: ['lib'] }),
      'app/tsconfig.json': JSON.stringify({
        compilerOptions: { ...strict, noUnusedLocals: true },
        include: ['.'],
        references: [{ path: '..' }],
      }),
      'lib/a.ts': '',
      'app/a.ts': '',
    });
    const { typesAt, targetLib, forbidsUnused } = oracleOf(folder);
    const text = 'export const a = 1;\nexport const b = a;\n';
    const range = { start: text.length - 3, end: text.length - 2 };
    expect([...typesAt('app/a.ts', text, range)]).toEqual(['number']);
    expect([...typesAt('lib/a.ts', text, range)]).toEqual(['unknown']);
    expect([...typesAt('other/a.ts', text, range)]).toEqual(['unknown']);
    expect(targetLib('app/a.ts')).toBe('es2022');
    expect(['app/a.ts', 'lib/a.ts'].map(forbidsUnused)).toEqual([true, false]);
  }, 60_000);

  test.each([
    [{ module: 'commonjs' }, true],
    [{ module: 'commonjs', esModuleInterop: true }, false],
    [{ module: 'commonjs', allowSyntheticDefaultImports: true }, true],
    [{ module: 'esnext' }, false],
    [{ module: 'esnext', esModuleInterop: false }, true],
    [{ module: 'esnext', esModuleInterop: false, allowSyntheticDefaultImports: true }, false],
    [{ module: 'nodenext' }, false],
    [{ target: 'es5' }, true],
    [{ target: 'es2020' }, false],
  ])('%j leaves defaults of CommonJS undefined: %s', (compilerOptions, lacks) => {
    const folder = makeFolder({ 'tsconfig.json': JSON.stringify({ compilerOptions }), 'a.ts': '', 'b.js': '' });
    const { lacksInterop } = oracleOf(folder);
    expect([lacksInterop('a.ts'), lacksInterop('b.js')]).toEqual([lacks, false]);
  });

  test.each([
    ['react-jsx', true],
    ['react-jsxdev', true],
    ['react', false],
    ['preserve', false],
    [undefined, false],
  ])('jsx: %s brings in what JSX becomes: %s', (jsx, brings) => {
    const tsconfig = JSON.stringify({ compilerOptions: { jsx, types: [] } });
    const { bringsJsx } = oracleOf(makeFolder({ 'tsconfig.json': tsconfig, 'a.tsx': '', 'b.jsx': '' }));
    expect(['a.tsx', 'b.jsx'].map((file) => bringsJsx?.(file))).toEqual([brings, false]);
  });

  test.each([
    [{ target: 'es5' }, false],
    [{ target: 'es2015' }, true],
    [{ target: 'esnext' }, true],
    [{ module: 'nodenext' }, true],
    [{ module: 'commonjs' }, false],
    [{ lib: ['es2022'] }, false],
    [{ target: 'es5', lib: ['es2022'] }, false],
  ])('%j keeps classes: %s', (compilerOptions, keeps) => {
    const folder = makeFolder({ 'tsconfig.json': JSON.stringify({ compilerOptions }), 'a.ts': '', 'b.js': '' });
    const { keepsClasses } = oracleOf(folder);
    expect(['a.ts', 'b.js'].map((file) => keepsClasses?.(file))).toEqual([keeps, false]);
  });

  test('asks the project of the package a file is in, where there is none at the root', () => {
    const folder = makeFolder({
      'packages/a/tsconfig.json': JSON.stringify({ compilerOptions: { strict: true, lib: ['es2021'], types: [] } }),
      'packages/a/src/a.ts': '',
      'b.ts': '',
    });
    const oracle = oracleOf(folder);
    expect([...oracle.typesAt('packages/a/src/a.ts', '"x"', { start: 0, end: 3 })]).toEqual(['string']);
    expect(oracle.targetLib('packages/a/src/a.ts')).toBe('es2021');
    expect(oracle.targetLib('b.ts')).toBeNull();
  }, 60_000);

  test('a package that is compiled by itself and with all others has the library that both know', () => {
    const compilerOptions = (lib: string, noUnusedLocals: boolean) => ({ lib: [lib], types: [], noUnusedLocals });
    const folder = makeFolder({
      'tsconfig.json': JSON.stringify({ compilerOptions: compilerOptions('esnext', false) }),
      'packages/a/tsconfig.json': JSON.stringify({ compilerOptions: compilerOptions('es2020', true) }),
      'packages/a/a.ts': '',
      'b.ts': '',
    });
    const { targetLib, forbidsUnused } = oracleOf(folder);
    expect(['packages/a/a.ts', 'b.ts'].map(targetLib)).toEqual(['es2020', 'esnext']);
    expect(['packages/a/a.ts', 'b.ts'].map(forbidsUnused)).toEqual([true, false]);
  }, 60_000);

  test.each([
    ['ESNext', 'esnext'],
    ['ES2021', 'es2021'],
    ['es6', 'es2015'],
  ])('a target %s brings the library %s', (target, lib) => {
    const folder = makeFolder({ 'tsconfig.json': JSON.stringify({ compilerOptions: { target } }), 'a.ts': '' });
    expect(oracleOf(folder).targetLib('a.ts')).toBe(lib);
  });

  test('knows nothing without a project', () => {
    const none = createTypeOracle(typePrograms({ tsconfigsOf: () => [], root, mode: 'auto' }));
    expect([...none.typesAt('src/a.ts', '"x"', { start: 0, end: 3 })]).toEqual(['unknown']);
    expect(none.targetLib('src/a.ts')).toBeNull();
  });
});
