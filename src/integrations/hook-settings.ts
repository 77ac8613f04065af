/** Where an agent keeps its hooks, and what ours look like in it. */
export interface HookSettings {
  /** Root-relative, shared with everybody who clones the project. */
  readonly file: string;
  /** Root-relative, for one person alone; null where the agent has none. */
  readonly localFile: string | null;
  /** Top-level members of a new file besides `hooks`. */
  readonly preamble: Readonly<Record<string, unknown>>;
  /** The events we ask for, and what is added to the list of each. */
  readonly entries: readonly HookEntry[];
  /** What users have to do besides, one sentence; null where that is all. */
  readonly afterInstall: string | null;
  /**
   * A shell word that starts the program installed in the project, wherever the agent runs it; null where it
   * takes `npx` to find it.
   * @param rootBelowTop the project below the top of its git work tree; null outside git
   */
  localProgram(rootBelowTop: string | null): string | null;
}

export interface HookEntry {
  readonly event: string;
  /** Which recorded payload proves it. */
  readonly proves: 'edit' | 'stop';
  entry(command: string): unknown;
}

/** The program below the root once it is installed there. */
export const LOCAL_PROGRAM = 'node_modules/.bin/specflow';
