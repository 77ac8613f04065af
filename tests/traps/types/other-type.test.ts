import { describe, expect, test } from 'vitest';
import { replaced } from '../../fix/mend.js';

const path = 'src/file.tsx';
const REACT = "import React from 'react';\n";
const PROPS = 'interface P { a: string }\n';

describe('a component with typed props', () => {
  const FIND = /: React\.FC<(\w+)> = \((.*?)\) =>/;
  const typed = (text: string, replace = ' = ($2: $1) =>') => replaced(text, FIND, replace, { path });

  test.each<[string, string]>([
    ['a constant', 'const A: React.FC<P> = ({ a }) => <p>{a}</p>;'],
    ['one with members of its own', 'const A: React.FC<P> = ({ a }) => <p>{a}</p>;\nA.displayName = "x";'],
    [
      'one that is used',
      'const A: React.FC<P> = ({ a }) => <p>{a}</p>;\nconst B = () => <A a="x" />;\nconst C = memo(A);',
    ],
  ])('is %s', (_, code) => {
    expect(typed(REACT + PROPS + code)).toBe(
      REACT + PROPS + code.replace(': React.FC<P> = ({ a }) =>', ' = ({ a }: P) =>'),
    );
  });

  test.each<[string, string]>([
    ['one that is set once more', `${REACT}${PROPS}let A: React.FC<P> = ({ a }) => <p>{a}</p>;\nA = memo(A);`],
    ['one whose name is read', `${REACT}${PROPS}const A: React.FC<P> = ({ a }) => <p/>;\nf(A.displayName);`],
    [
      'one whose name is taken out',
      `${REACT}${PROPS}const A: React.FC<P> = ({ a }) => <p/>;\nconst { displayName } = A;`,
    ],
    [
      'one that gets members elsewhere',
      `${REACT}${PROPS}const A: React.FC<P> = ({ a }) => <p/>;\nif (b) { A.displayName = "x"; }`,
    ],
    [
      'one that is given children',
      `${REACT}${PROPS}const A: React.FC<P> = ({ a }) => <p/>;\nconst B = () => <A a="x">y</A>;`,
    ],
    [
      'children that only a comment declares',
      `${REACT}interface P { /* children */ a: string }\nconst A: React.FC<P> = ({ children }) => <p>{children}</p>;`,
    ],
    ['parameters behind a rest', `${REACT}${PROPS}const A: React.FC<P> = (...props) => <p/>;`],
    ['a React of another module', `import React from './own';\n${PROPS}const A: React.FC<P> = ({ a }) => <p/>;`],
  ])('is not %s', (_, text) => expect(typed(text)).toBe('<position-is-code>'));

  test('is none whose other parameter would have no type', () => {
    const text = `${REACT}${PROPS}const A: React.FC<P> = (props, context) => <p/>;`;
    expect(replaced(text, /: React\.FC<(\w+)> = \((\w+), (\w+)\) =>/, ' = ($2: $1, $3) =>', { path })).toBe(
      '<position-is-code>',
    );
  });
});

describe('the name of a component type', () => {
  const short = (imports: string) =>
    replaced(`${imports}const A: React.FC<P> = f();\n`, /React\.FC</, 'FC<', { path }).replace(imports, '');

  test('is that of React', () => {
    expect(short("import React, { FC } from 'react';\n")).toBe('const A: FC<P> = f();\n');
  });

  test.each<[string, string]>([
    ['of another module', `${REACT}import { FC } from './own';\n`],
    ['of another type of React', "import React, { VFC as FC } from 'react';\n"],
  ])('is not one %s', (_, imports) => expect(short(imports)).toBe('<position-is-code>'));
});

describe('a list', () => {
  const brackets = (text: string) => replaced(text, /Array<([^<>]+)>/, '$1[]');

  test.each<[string, string]>([
    ['let a: Array<string>;', 'let a: string[];'],
    ['let a: Array<A.B>;', 'let a: A.B[];'],
    ['let a: Map<string, Array<number>>;', 'let a: Map<string, number[]>;'],
    ['let a: Array<Array<string>>;', 'let a: Array<string[]>;'],
    ['const a = <Array<string>>x;', 'const a = <string[]>x;'],
    ['type X<T> = T extends Array<string> ? 1 : 2;', 'type X<T> = T extends string[] ? 1 : 2;'],
    ['let a: keyof Array<string>;', 'let a: keyof string[];'],
  ])('%s', (text, after) => expect(brackets(text)).toBe(after));

  test.each([
    'let a: Array<A | B>;',
    'let a: Array<keyof T>;',
    'let a: Array<typeof x>;',
    'let a: ReadonlyArray<string>;',
    'let a: My.Array<string>;',
    'class X<Array> { a: Array<string>; }',
    'import { Array } from "./a.js"; let a: Array<string>;',
    'interface A extends Array<string> {}',
  ])('not %s', (text) => expect(brackets(text)).toBe('<position-is-code>'));

  test.each([
    'let a: Array<() => void>;',
    'let a: Array<new () => A>;',
    'type X<T> = T extends Array<infer U> ? U : 1;',
  ])('not %s', (text) => expect(brackets(text)).toMatch(/^<(?:result-parses|position-is-code)>$/));

  test('nothing but its type is changed', () => {
    const text = 'const s: Array<string> = f("Array<string>");';
    expect(replaced(text, /Array<string>.*/, 'string[] = f("string[]");')).toBe('<position-is-code>');
  });

  test('the list of another name is none', () => {
    const text = 'const s: Array<string> = x as My.Array<B>;';
    expect(replaced(text, /Array<string> = x as My.Array<B>/, 'string[] = x as My.B[]')).toBe('<position-is-code>');
  });
});

describe('a type of a component that is imported by its name', () => {
  const named = (text: string) =>
    replaced(text, /React\.FC/, 'FC', {
      path,
      fix: { findReplace: { find: /React\.FC/g, replace: 'FC' }, importLine: "import type { FC } from 'react';" },
    });

  test.each<[string, string, string]>([
    [
      'is the same',
      `${REACT}${PROPS}export const A: React.FC<P> = f;`,
      `${REACT}import type { FC } from 'react';\n${PROPS}export const A: FC<P> = f;`,
    ],
    ['is not one of its own', `${REACT}type FC<P> = P;\nexport const A: React.FC<P> = f;`, '<name-taken>'],
  ])('%s', (_, text, after) => {
    expect(named(text)).toBe(after);
  });
});
