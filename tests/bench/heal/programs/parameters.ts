import type { Pen } from '../mutations/pen.js';
import type { Kind } from './expressions.js';

export interface Parameter {
  /** As people choose them for what they expect. */
  readonly name: string;
  readonly kind: Kind;
  /** What it is declared as, in a program of TypeScript. */
  readonly type: string | null;
  /** What it may be given, made anew for each call: a function may change it. */
  readonly values: readonly Make[];
}

type Make = () => unknown;

const NUMBERS: readonly Make[] = [() => 0, () => 1, () => -1.5, () => 7];
const TEXTS: readonly Make[] = ['', '0', 'x', 'abxb', 'a,b,x', '12', '12px', ' x '].map((text) => () => text);
const TRUTHS: readonly Make[] = [() => true, () => false];
const NUMBER_LISTS: readonly Make[] = [() => [], () => [1, 2, 3], () => [10, 9, 1]];
const TEXT_LISTS: readonly Make[] = [() => [], () => ['x', 'a', 'x'], () => ['']];
const LISTS: readonly Make[] = [...NUMBER_LISTS, ...TEXT_LISTS, () => [0, ''], () => [null, undefined]];
const NUMBER_RECORDS: readonly Make[] = [() => ({}), () => ({ a: 1, b: 2 }), () => ({ a: 0 })];
const OBJECTS: readonly Make[] = [
  ...NUMBER_RECORDS,
  () => ({ a: '', x: null }),
  () => ({ a: undefined }),
  () => ({ a: { b: 1 } }),
];
const MAPS: readonly Make[] = [() => new Map(), () => new Map([['a', 1]])];
const FUNCTIONS: readonly Make[] = [() => (given: unknown) => given];
const NULL: Make = () => null;
const UNDEFINED: Make = () => undefined;
const ANY = [UNDEFINED, NULL, ...NUMBERS, ...TEXTS, ...TRUTHS, ...LISTS, ...OBJECTS, ...MAPS, ...FUNCTIONS];

const PLAIN: readonly Parameter[] = [
  { name: 'a', kind: 'any', type: null, values: ANY },
  { name: 'b', kind: 'any', type: null, values: ANY },
  { name: 'items', kind: 'list', type: null, values: LISTS },
  { name: 'text', kind: 'str', type: null, values: TEXTS },
  { name: 'options', kind: 'obj', type: null, values: OBJECTS },
  { name: 'count', kind: 'num', type: null, values: NUMBERS },
  { name: 'fn', kind: 'fn', type: null, values: FUNCTIONS },
];

const TYPED: readonly Parameter[] = [
  { name: 'value', kind: 'any', type: 'unknown', values: ANY },
  { name: 'given', kind: 'any', type: 'any', values: ANY },
  { name: 'label', kind: 'any', type: 'string | null', values: [...TEXTS, NULL] },
  { name: 'limit', kind: 'any', type: 'number | undefined', values: [...NUMBERS, UNDEFINED] },
  { name: 'mode', kind: 'any', type: "'x' | 'b'", values: [() => 'x', () => 'b'] },
  { name: 'wanted', kind: 'any', type: 'boolean | undefined', values: [...TRUTHS, UNDEFINED] },
  { name: 'either', kind: 'any', type: 'string | number', values: [...TEXTS, ...NUMBERS] },
  { name: 'rows', kind: 'any', type: '{ a: number }[] | undefined', values: [() => [], () => [{ a: 1 }], UNDEFINED] },
  { name: 'title', kind: 'str', type: 'string', values: TEXTS },
  { name: 'size', kind: 'num', type: 'number', values: NUMBERS },
  { name: 'isOpen', kind: 'bool', type: 'boolean', values: TRUTHS },
  { name: 'names', kind: 'list', type: 'string[]', values: TEXT_LISTS },
  { name: 'sizes', kind: 'list', type: 'readonly number[]', values: NUMBER_LISTS },
  { name: 'entry', kind: 'obj', type: 'Record<string, number>', values: NUMBER_RECORDS },
  { name: 'known', kind: 'map', type: 'Map<string, number>', values: MAPS },
  { name: 'convert', kind: 'fn', type: '(given: unknown) => unknown', values: FUNCTIONS },
];

export function chooseParameters(isTyped: boolean, pen: Pen): readonly Parameter[] {
  const from = isTyped ? TYPED : PLAIN;
  const chosen = from.filter(() => pen.below(from.length) < 2);
  return chosen.length > 0 ? chosen : [pen.pick(from)];
}

/** What a function is called with, as often as it is called for: the same values, made anew. */
export function chooseArguments(parameters: readonly Parameter[], pen: Pen): () => readonly unknown[] {
  const made = parameters.map(({ values }) => pen.pick(values));
  return () => made.map((make) => make());
}
