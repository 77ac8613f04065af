import type { TextRange } from './position.js';

/** What an expression's value is known to be. `unknown` whenever anything is in doubt. */
export type ValueType =
  | 'string'
  | 'number'
  | 'boolean'
  | 'bigint'
  | 'symbol'
  | 'null'
  | 'undefined'
  | 'object'
  | 'unknown';

/** Answers the questions syntax cannot. Built once a run, and only when a condition needs it. */
export interface TypeOracle {
  /** All the types the expression at a range may have; holds `unknown` when they cannot be told. */
  typesAt(path: string, text: string, range: TextRange): ReadonlySet<ValueType>;
  /** The ECMAScript library a file is compiled for, such as `es2022`; null when nothing says so. */
  targetLib(path: string): string | null;
  /** Whether an import that nothing uses is an error of types there: `noUnusedLocals`. */
  forbidsUnused(path: string): boolean;
  /** Whether the default of a CommonJS module is undefined: CommonJS comes out without `esModuleInterop`, or that is forbidden. */
  lacksInterop(path: string): boolean;
  /** Whether the compiler brings in what JSX becomes: `react-jsx`, `react-jsxdev`. */
  bringsJsx?(path: string): boolean;
  /** Whether classes come out of the compiler as classes: its target is ES2015 or later. */
  keepsClasses?(path: string): boolean;
}
