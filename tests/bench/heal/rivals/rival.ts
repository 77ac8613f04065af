/** Another way of mending the same violations, by files in a folder. */
export interface Rival {
  readonly name: string;
  /** What must be installed for it, as npm knows it; empty for none. */
  readonly packages: readonly string[];
  /** Whether it has a rule equal to one of ours (ids of mutations/contract.yml). */
  knows(ruleId: string): boolean;
  /** Mends the files (relative to `folder`) under one rule. `tools` holds the installed packages. */
  mend(folder: string, files: readonly string[], ruleId: string, tools: string): void;
}
