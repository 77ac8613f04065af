import type { AutoFix } from './auto-fix.js';
import type { Waiver } from './exemption.js';

/** How much a violation counts: errors fail a run, warnings do not. */
export type Severity = 'error' | 'warning';

/** Where a thing stands in the contract file that declares it (1-based). */
export interface Declaration {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A validated contract. What was written in YAML stays behind in `contract/`. */
export interface Contract {
  readonly id: string;
  readonly file: string;
  readonly version: string | null;
  readonly owner: string | null;
  readonly rules: readonly Rule[];
  readonly advice: readonly Advice[];
  readonly waivers: readonly Waiver[];
}

/** A soft rule without patterns: nothing to enforce, shown by `explain`. */
export interface Advice {
  readonly id: string;
  readonly title: string;
  readonly suggestion: string | null;
  /** Circumstances in which the rule may be bent, as its author wrote them. */
  readonly mayBendIf: readonly string[];
  readonly declaredAt: Declaration;
}

export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly contractId: string;
  /** `pattern` rules may be healed; `journey` rules never are. */
  readonly origin: 'pattern' | 'journey';
  readonly scope: Scope;
  readonly checks: readonly Check[];
  readonly exampleViolations: readonly Example[];
  readonly exampleCompliant: readonly Example[];
  readonly declaredAt: Declaration;
}

export interface Example {
  readonly text: string;
  readonly declaredAt: Declaration;
}

/**
 * Ordered globs, the last one that matches decides, `!` excludes, dot files included.
 * Paths are root-relative with forward slashes.
 */
export interface Scope {
  /** The globs as written. */
  readonly globs: readonly string[];
  /** The files of this scope, in the order given. Whether one is among them depends on no other. */
  select(files: readonly string[]): readonly string[];
}

/** A pattern as written and as compiled. `regex` always carries `g`, never `y`, `u` or `v`. */
export interface Pattern {
  /** As the author wrote it, such as `/foo/i`. */
  readonly written: string;
  readonly regex: RegExp;
}

interface CheckBase {
  /** Position within `rule.checks`; (rule id, index) names a check. */
  readonly index: number;
  readonly message: string;
  /** The nearest `auto_fix`: of the pattern, else of `behavior`, else of the rule. */
  readonly autoFix: AutoFix | null;
  readonly declaredAt: Declaration;
}

/** Every match in every file in scope is a violation. */
export interface ForbiddenPatternCheck extends CheckBase {
  readonly kind: 'forbidden-pattern';
  readonly pattern: Pattern;
  /** `code` drops matches that start in a comment or a string of a JS/TS file; `text` keeps all. */
  readonly match: 'text' | 'code';
}

/** Must match in at least one file in scope (`any`), or in each of them (`every`). */
export interface RequiredPatternCheck extends CheckBase {
  readonly kind: 'required-pattern';
  readonly pattern: Pattern;
  readonly require: 'any' | 'every';
}

/** Hosts of URLs: forbidden ones, or (when `allowed` is set) all but the allowed ones. */
export interface DomainCheck extends CheckBase {
  readonly kind: 'domain';
  readonly policy: 'allow' | 'forbid';
  /** Lower-case hosts; `*.example.com` means any host below it. */
  readonly hosts: readonly string[];
}

export type Check = ForbiddenPatternCheck | RequiredPatternCheck | DomainCheck;
export type CheckKind = Check['kind'];
