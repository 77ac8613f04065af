/** `.specflow/config.json`, validated, with defaults filled in. */
export interface Config {
  /** Globs of contract files. */
  readonly contracts: readonly string[];
  /** Globs of files no rule ever looks at. */
  readonly exclude: readonly string[];
  /** Files larger than this are not read, and reported. Bytes. */
  readonly maxFileBytes: number;
  readonly suppressions: { readonly allowNonNegotiable: boolean };
  readonly healLoop: HealConfig;
}

export interface HealConfig {
  /** Attempts a violation, at least 1. */
  readonly maxIterations: number;
  readonly autoFixEnabled: boolean;
  /** Whole hundredths, 0…100. */
  readonly minConfidence: number;
  /** Commands as argument arrays, run after the files are written; one that fails rolls all back. */
  readonly verify: readonly (readonly string[])[];
  /**
   * Whether a fix must not add a type error: `auto` asks it of files that a tsconfig.json covers, `on` of every
   * TypeScript and JavaScript file.
   */
  readonly verifyTypes: 'auto' | 'on' | 'off';
  /** Globs heal never writes to, beside the built-in ones. */
  readonly protect: readonly string[];
}

export const DEFAULT_CONFIG: Config = {
  contracts: ['contracts/**/*.{yml,yaml}', 'docs/contracts/**/*.{yml,yaml}', '.specflow/contracts/**/*.{yml,yaml}'],
  exclude: [],
  maxFileBytes: 2 * 1024 * 1024,
  suppressions: { allowNonNegotiable: false },
  healLoop: { maxIterations: 3, autoFixEnabled: true, minConfidence: 40, verify: [], verifyTypes: 'auto', protect: [] },
};
