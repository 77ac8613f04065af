import type { Problem } from '../model/problem.js';
import type { SuppressionsRead } from '../model/suppression.js';
import type { Violation } from '../model/violation.js';
import type { SkippedFile } from './blind-spots/report-skipped.js';
import type { Inspection } from './inspection/inspection.js';
import { SILENCE } from './inspection/silence.js';
import type { Scan } from './scan-files.js';

/** Whether a file is one that was asked about, or one that may only hold what some file has to. */
export type Focus = 'near' | 'far';

/** Adds up what the files of a scan gave. */
export class ScanTally {
  /** Keys of the required patterns that some file is known to hold. */
  readonly satisfied: Set<string>;
  readonly #violations: Violation[] = [];
  readonly #problems: Problem[] = [];
  readonly #undecided = new Set<string>();
  readonly #skipped: Record<Focus, SkippedFile[]> = { near: [], far: [] };
  readonly #gone = new Set<string>();
  readonly #suppressions: SuppressionsRead[] = [];
  #files = 0;

  constructor(satisfied: Iterable<string> = []) {
    this.satisfied = new Set(satisfied);
  }

  /** @param rules how many of them asked something of the file */
  add(path: string, seen: Inspection, rules: number, focus: Focus): void {
    if (seen.kind === 'gone') this.#gone.add(path);
    else if (seen.kind === 'skipped') this.#skipped[focus].push({ path, rules, ...seen });
    else {
      if (focus === 'near') this.#files++;
      // As of nearly all.
      if (seen === SILENCE) return;
      // Not spread into one call: of one file there may be more of them than a call takes arguments.
      for (const violation of seen.violations) this.#violations.push(violation);
      for (const problem of seen.problems) this.#problems.push(problem);
      for (const { key, problems } of seen.undecided) {
        this.#problems.push(...problems);
        this.#undecided.add(key);
      }
      for (const key of seen.satisfied) this.satisfied.add(key);
      if (focus === 'near') this.#suppressions.push(seen.suppressions);
    }
  }

  /** @param isMissed whether a skipped file out of focus might have held what no other file does */
  scan(isMissed: (far: SkippedFile) => boolean): Scan {
    const skipped = [...this.#skipped.near, ...this.#skipped.far.filter(isMissed)];
    return {
      files: this.#files,
      violations: this.#violations,
      problems: this.#problems,
      satisfied: this.satisfied,
      undecided: this.#undecided,
      skipped: skipped.sort((a, b) => (a.path < b.path ? -1 : 1)),
      gone: this.#gone,
      suppressions: {
        suppressions: this.#suppressions.flatMap((read) => read.suppressions),
        findings: this.#suppressions.flatMap((read) => read.findings),
      },
    };
  }
}
