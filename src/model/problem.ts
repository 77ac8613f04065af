/**
 * Why a run cannot be trusted in full, told to the person who can change it.
 * Problems are the user's mistakes and the limits of this run; our own bugs are thrown.
 *
 * `invalid`: usage, config, contract or git is wrong (exit code 2).
 * `incomplete`: something in scope could not be looked at, or a budget ran out (exit code 3).
 */
export interface Problem {
  /** Catalogue code, `area/name`, such as `contract/yaml` or `file/not-utf8`. */
  readonly code: string;
  readonly severity: 'invalid' | 'incomplete' | 'warning';
  /** Root-relative path with forward slashes; null when the problem has no file. */
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  /** What is wrong, one sentence. */
  readonly message: string;
  /** What to do next; null when the message says it all. */
  readonly help: string | null;
  /** All it is about, where `message` names only the first of several. */
  readonly files?: readonly string[];
}

/** What makes a run `incomplete`, said of a whole file, or of no file at all. */
export function incomplete(code: string, file: string | null, message: string, help: string | null): Problem {
  return { code, severity: 'incomplete', file, line: null, column: null, message, help };
}

/** What is `invalid`, said of a whole file, or of no file at all. */
export function invalid(code: string, file: string | null, message: string, help: string | null): Problem {
  return { code, severity: 'invalid', file, line: null, column: null, message, help };
}

/** A problem that ends the run at once: with exit code 2, or 3 where it says `incomplete`. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  constructor(
    readonly problem: Problem,
    options?: ErrorOptions,
    /** What else is wrong with the same thing. */
    readonly others: readonly Problem[] = [],
  ) {
    super(problem.message, options);
  }

  get problems(): readonly Problem[] {
    return [this.problem, ...this.others];
  }
}

export function usageError(code: string, message: string, help: string | null = null): UsageError {
  return new UsageError(invalid(code, null, message, help));
}
