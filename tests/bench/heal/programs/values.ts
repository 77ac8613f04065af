import type { Pen } from '../mutations/pen.js';
import type { ParameterKind } from './make-program.js';

type Make = () => unknown;

/** Made anew for each call: a function may change what it is given. */
const VALUES: Readonly<Record<Exclude<ParameterKind, 'any'>, readonly Make[]>> = {
  num: [() => 0, () => 1, () => -1.5, () => 7],
  str: [() => '', () => '0', () => 'x', () => 'abxb', () => 'a,b,x', () => '12', () => '12px', () => ' x '],
  bool: [() => true, () => false],
  list: [() => [], () => [1, 2, 3], () => [10, 9, 1], () => ['x', 'a', 'x'], () => [0, ''], () => [null, undefined]],
  obj: [
    () => ({}),
    () => ({ a: 1, b: 2 }),
    () => ({ a: '', x: null }),
    () => ({ a: undefined }),
    () => ({ a: { b: 1 } }),
  ],
  map: [() => new Map(), () => new Map([['a', 1]])],
  fn: [() => (given: unknown) => given],
};

const ABSENT: readonly Make[] = [() => undefined, () => null];

/** What a function is called with, as often as it is called for: the same values, made anew. */
export function chooseArguments(kinds: readonly ParameterKind[], pen: Pen): () => readonly unknown[] {
  const made = kinds.map((kind) =>
    pen.pick(kind === 'any' ? [...ABSENT, ...Object.values(VALUES).flat()] : VALUES[kind]),
  );
  return () => made.map((make) => make());
}
