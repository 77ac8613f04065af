/** `.specflow/config.json`, validated, with defaults filled in. */
export interface Config {
  /** Globs of contract files. */
  readonly contracts: readonly string[];
  /** Globs of files no rule ever looks at. */
  readonly exclude: readonly string[];
  /** Files larger than this are not read, and reported. Bytes. */
  readonly maxFileBytes: number;
  readonly timeLimits: TimeLimits;
  readonly suppressions: { readonly allowNonNegotiable: boolean };
  readonly healLoop: HealConfig;
  /** How many days a finding may stay open before its decision is overdue. */
  readonly findings: { readonly decideWithinDays: number };
}

/** How long patterns may take. Milliseconds. */
export interface TimeLimits {
  /** One rule over one file. */
  readonly ruleMs: number;
  /** What a whole run may lose to rules that run out of time before it gives them up. */
  readonly runMs: number;
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
  /** The command of a coding agent that may propose fixes; null where there is none. */
  readonly agent: readonly string[] | null;
  /** Names of environment variables it gets besides the harmless ones. */
  readonly agentEnv: readonly string[];
  readonly agentTimeoutMs: number;
  /** What it has before it: the one file, or a copy of the project's files. */
  readonly agentMode: 'file' | 'worktree';
  /** How often it is asked about one place. */
  readonly agentAttempts: number;
}

export const DEFAULT_CONFIG: Config = {
  contracts: ['contracts/**/*.{yml,yaml}', 'docs/contracts/**/*.{yml,yaml}', '.specflow/contracts/**/*.{yml,yaml}'],
  exclude: [],
  maxFileBytes: 2 * 1024 * 1024,
  timeLimits: { ruleMs: 1000, runMs: 10_000 },
  suppressions: { allowNonNegotiable: false },
  healLoop: {
    maxIterations: 3,
    autoFixEnabled: true,
    minConfidence: 40,
    verify: [],
    verifyTypes: 'auto',
    protect: [],
    agent: null,
    agentEnv: [],
    agentTimeoutMs: 300_000,
    agentMode: 'file',
    agentAttempts: 2,
  },
  findings: { decideWithinDays: 30 },
};
