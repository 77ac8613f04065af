import { expect, it } from 'vitest';
import { hasForcedType } from '../../../src/semantics/values/forced-type.js';
import { parseSyntax } from '../../../src/syntax/parse-syntax.js';

/** Of the value that `use` is given. */
function isForced(source: string): boolean {
  const tree = parseSyntax('a.ts', source);
  const call = tree
    ?.descendants(tree.program)
    .find((node) => node.type === 'CallExpression' && node.arguments.length > 0);
  if (!tree || call?.type !== 'CallExpression' || !call.arguments[0]) throw new Error(`no use in ${source}`);
  return hasForcedType(tree, call.arguments[0]);
}

it.each([
  ['a number that any is taken for', 'const n: number = x as any; use(n)', true],
  ['one that a method of any gives', 'const n: number = (x as any).count; use(n)', true],
  ['a list that any is taken for', 'const n: string[] = x as any; use(n)', true],
  ['a list that a method of any gives', 'const n: string[] = (x as any).all; use(n)', false],
  ['a map that a method of any gives', 'const n: Record<string, T | null> = (this as any).all; use(n)', false],
  ['the body of a request', 'const n: string[] = req.body; use(n)', true],
  [
    'what a caller gives to one that any is taken for',
    'function f(get: () => D): D { use(get()); return x as any; }',
    false,
  ],
  ['what one gives that any is taken for', 'function f(): D { return x as any; } use(f())', true],
  ['a number that is one', 'const n: number = 1; use(n)', false],
])('%s: forced %s', (_, source, forced) => {
  expect(isForced(source)).toBe(forced);
});
