import type { AutoFix } from './auto-fix.js';
import type { Check, Rule } from './contract.js';
import type { Fix } from './edit.js';
import type { TextRange } from './position.js';
import type { Refusal } from './refusal.js';
import type { TypeOracle } from './type-oracle.js';
import type { Version } from './version.js';
import type { Place } from './violation.js';

/** A violation as a fix sees it. */
export interface FixSite {
  /** Root-relative, forward slashes; its extension names the language. */
  readonly path: string;
  readonly text: string;
  readonly rule: Rule;
  readonly check: Check;
  /** Null: a required pattern that is absent from this file. */
  readonly place: Place | null;
  /** Answers typed conditions; without it they are undecided, hence refused. */
  readonly types?: TypeOracle;
  /** Without it every package is taken to be there, and every version of Node to be new enough. */
  readonly packages?: Packages;
}

/** What the packages around a file say. Asked with its root-relative path. */
export interface Packages {
  /** @param name of a package, without a path in it */
  isInstalled(path: string, name: string): boolean;
  /** How a file gets to what a relative path in it names. */
  reach(path: string, module: string): Reach;
  /** The source that a relative path in a file names; null where there is none to be read. */
  sourceAt?(path: string, module: string): Source | null;
  /** The oldest version of Node that the package is for, `[14, 18]`; null where it does not say. */
  oldestNode(path: string): Version | null;
  /** The version of TypeScript that compiles the file, `[5, 0]`: what is installed, else the oldest named; null where nothing tells. */
  compilerVersion?(path: string): Version | null;
  /** Whether what runs the sources finds them without the ending of their name, or only as what they are compiled to: `./log`, `./log.js`. */
  endings?(path: string): Endings;
  /** Whether something may turn the syntax of its sources into an older one. */
  isCompiled(path: string): boolean;
}

/** Which endings of relative paths what runs the sources of a project can do with. */
export interface Endings {
  /** Whether a path without one is enough. */
  readonly mayBeLeftOut: boolean;
  /** Whether `log.ts` is found as `./log.js`. */
  readonly mayBeCompiled: boolean;
}

/** A file of the project. */
export interface Source {
  /** Root-relative. */
  readonly path: string;
  readonly text: string;
}

/** `file`: as Node finds it. `source`: only what compiles or bundles finds it. */
export type Reach = 'file' | 'source' | 'nothing';

/** How to mend: an `auto_fix`, or a stored fix pattern read as one. */
export interface FixInstruction extends AutoFix {
  /** The stored pattern's own regex: it must match at the violation, and its groups are the template's. */
  readonly search?: RegExp;
}

export type FixAnswer = { readonly kind: 'fix'; readonly fix: Fix } | Refusal;

/** What a template's placeholders may draw on: the match without the white space around it. */
export interface Match {
  readonly range: TextRange;
  readonly text: string;
  readonly groups: readonly (string | undefined)[];
  readonly namedGroups: Readonly<Record<string, string | undefined>>;
  /** The regex that matched. */
  readonly regex: RegExp;
  /** White space stood before or behind the match and was left out of `range`. */
  readonly trimmed: { readonly start: boolean; readonly end: boolean };
  /** Where the whole match starts. */
  readonly searchFrom: number;
}
