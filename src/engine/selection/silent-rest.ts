/**
 * Files that are judged like those that are listed, and known to have nothing to say: no check reports anything of
 * them or is satisfied by them, and they suppress nothing. Only their number matters.
 */
export interface SilentRest {
  /** How many of them rules look at. */
  readonly files: number;
  /** How many of them lie in a scope. @param globs of a rule's scope, or one of these alone */
  selectedBy(globs: readonly string[]): number;
}

export const NO_REST: SilentRest = { files: 0, selectedBy: () => 0 };
