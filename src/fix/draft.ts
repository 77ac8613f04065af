import type { Edit } from '../model/edit.js';
import type { FixInstruction, FixSite, Match } from '../model/fix-site.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import type { Beside } from './layout/insertion-point.js';

/** A violation in a text that syntax understands, and how it is to be mended. */
export interface FixTask {
  readonly site: FixSite;
  readonly instruction: FixInstruction;
  readonly tree: SyntaxTree;
  /** Null where the violation is an absence. */
  readonly match: Match | null;
}

/** One that something matched. */
export interface MatchedTask extends FixTask {
  readonly match: Match;
}

/** Edits that a strategy proposes; whether they are sound is asked of them afterwards. */
export interface Draft {
  readonly edits: readonly Edit[];
  /**
   * The same change as whole replaced nodes, where `edits` only touches their borders: wrapping is
   * judged as one replaced expression, though the wrapped bytes are never rewritten.
   */
  readonly judgedAs?: readonly Edit[];
  /** Where lines are inserted. */
  readonly beside?: Beside;
}
