import type { Node } from 'oxc-parser';
import type { SyntaxTree } from '../../../../src/syntax/syntax-tree.js';
import type { Pen } from './pen.js';

/** One way to break one rule, and things that look like it. */
export interface Kind {
  readonly name: string;
  /** Id of the one rule of contract.yml it breaks. */
  readonly ruleId: string;
  /** The extension its text needs; `any` takes a source as it comes. */
  readonly language: 'any' | 'module' | 'ts' | 'tsx';
  readonly site: Planted | Natural | Imported;
  /** Statements that match the rule's pattern (or nearly do) and must stay as they are. */
  readonly decoys: readonly ((pen: Pen) => string)[];
  /** Import lines the texts need. */
  readonly imports?: string;
}

/** Statements of ours put among the statements of a source. */
export interface Planted {
  readonly kind: 'planted';
  write(pen: Pen): Spoilt;
}

/** A place that the source has by itself. */
export interface Natural {
  readonly kind: 'natural';
  /** The text that spoils a node, as a replacement of a part of it; null where there is nothing to spoil. */
  spoil(node: Node, tree: SyntaxTree): { readonly start: number; readonly end: number; readonly text: string } | null;
}

/** An import that a required pattern demands, and that is taken away; `use` is the statement that needs it. */
export interface Imported {
  readonly kind: 'imported';
  readonly use: string;
  /** The import lines with it and without, in the style of the source; `where` among its imports they stand. */
  write(pen: Pen, style: ImportStyle): Spoilt & { readonly where: 'first' | 'last' };
}

export interface ImportStyle {
  readonly quote: string;
  readonly end: '' | ';';
}

/** A statement before and after it was spoilt; `clean` (perhaps empty) is what heal must arrive at. */
export interface Spoilt {
  readonly clean: string;
  readonly spoilt: string;
}

export function planted(write: (pen: Pen) => Spoilt): Planted {
  return { kind: 'planted', write };
}
