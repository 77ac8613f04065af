import type { Declaration } from './contract.js';

export type Strategy = 'replace' | 'insert' | 'wrap' | 'remove';

/** What may go wrong when a fix is applied; set where the fix is made. */
export type Applicability = 'safe' | 'unsafe';

/** Where an insert goes. */
export type Anchor =
  | { readonly kind: 'top' }
  | { readonly kind: 'after-imports' }
  | { readonly kind: 'end' }
  | { readonly kind: 'before'; readonly regex: RegExp }
  | { readonly kind: 'after'; readonly regex: RegExp };

/** What a template replaces: by default the value slot when it yields an expression, else the match. */
export type Target =
  | { readonly kind: 'default' }
  | { readonly kind: 'match' }
  | { readonly kind: 'value' }
  | { readonly kind: 'group'; readonly name: string };

/** Rewrites every `find` inside the smallest syntax node that holds the violation. */
export interface FindReplace {
  /** Always global. Plain text was escaped when the contract was read. */
  readonly find: RegExp;
  /** `find` as the contract says it, for people to read. */
  readonly written?: string;
  /** `$1`, `$<name>` and `${PLACEHOLDER}` are expanded; everything else is literal. */
  readonly replace: string;
}

/** `find` or an anchor as its author may have written it: that it is global is our doing. */
export function writtenRegex({ source, flags }: RegExp): string {
  return `/${source}/${flags.replace('g', '')}`;
}

/** A named condition with an optional argument, such as `name-free: logger`. */
export interface Condition {
  readonly name: string;
  readonly argument: string | null;
}

/**
 * How a rule's owner wants a violation mended, validated and in one vocabulary whatever dialect
 * it was written in. A hint alone is not executable: `isExecutable` tells.
 */
export interface AutoFix {
  readonly strategy: Strategy;
  /** Shown to people and agents, never parsed. */
  readonly hint: string | null;
  /** Template for *replace* and *wrap*; placeholders were checked at load. */
  readonly template: string | null;
  readonly findReplace: FindReplace | null;
  /** *insert*: the text to add and where. */
  readonly text: string | null;
  readonly anchor: Anchor | null;
  /** With any strategy: also make this import available. */
  readonly importLine: string | null;
  readonly target: Target;
  /** *insert* for a required pattern that any file may satisfy: the file to put it in. */
  readonly targetFile: string | null;
  readonly safety: Applicability;
  readonly when: readonly Condition[];
  readonly declaredAt: Declaration;
}

export function isExecutable(autoFix: AutoFix): boolean {
  switch (autoFix.strategy) {
    case 'replace':
      return autoFix.template !== null || autoFix.findReplace !== null;
    case 'wrap':
      return autoFix.template !== null;
    case 'insert':
      return autoFix.text !== null || autoFix.importLine !== null;
    case 'remove':
      return true;
  }
}

/** What an executable one does, as one clause such as `replace with process.env.KEY; import by import x from "x"`. */
export function meansText(autoFix: AutoFix): string {
  return clauseOf(autoFix, ({ find }) => writtenRegex(find), 'import by ');
}

/** As `meansText`, for people: `find` and the import as the contract has them. */
export function writtenMeans(autoFix: AutoFix): string {
  return clauseOf(autoFix, ({ find, written }) => written ?? writtenRegex(find), '');
}

function clauseOf(
  { strategy, template, findReplace, text, importLine }: AutoFix,
  findText: (findReplace: FindReplace) => string,
  bringing: string,
): string {
  const means = [
    template === null ? null : `${strategy} with ${template}`,
    findReplace === null ? null : `${strategy} ${findText(findReplace)} by ${findReplace.replace}`,
    text === null ? null : `${strategy} ${text}`,
    importLine === null ? null : `${bringing}${importLine}`,
  ].filter((part) => part !== null);
  return means.length === 0 ? strategy : means.join('; ');
}
