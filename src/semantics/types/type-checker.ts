/** Says what a change does to the types of a project. Nothing is read or loaded before the first question. */
export interface TypeChecker {
  /**
   * The diagnostics that a file, or a file that imports it, has after a change and had not before, wherever their
   * lines have moved to. Empty where the project's configuration does not cover the file.
   */
  added(path: string, before: string, after: string): readonly TypeProblem[];
  /**
   * Of changes to several files, made together, the paths of those that may add diagnostics: about them `added` is to be
   * asked. All others are kept as if `keep` had been called. Far quicker than to ask about one after the other.
   */
  doubtful(changes: readonly TextChange[]): ReadonlySet<string>;
  /** Tells that a file is to hold this text from now on, so that the files after it are judged with it. */
  keep(path: string, text: string): void;
  /** Why some types could not be resolved, one sentence; null where all could, or nothing was asked. */
  unresolved(): string | null;
}

export interface TextChange {
  /** Root-relative. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

export interface TypeProblem {
  /** Root-relative. */
  readonly file: string;
  /** 1-based, in the new text. */
  readonly line: number;
  /** As the compiler prints it, such as `TS2322`. */
  readonly code: string;
  readonly message: string;
}
