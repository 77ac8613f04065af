import type { Bounded } from '../../model/bounded.js';
import type { TimeLimits } from '../../model/config.js';

/** A pattern that ran out of time on so many texts is not tried on another. */
const CHANCES = 3;

/** What remains for each try once the run has lost all the time it may lose. Milliseconds. */
const LAST_TOGETHER_MS = 200;
const LAST_ALONE_MS = 50;

type BudgetAnswer<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** It was broken off after so long. */
  | { readonly kind: 'timeout'; readonly milliseconds: number };

/**
 * The time that patterns may take over the texts of one run. Who never ran out of it is run together with others, who
 * did is run alone, and who does so again and again is given up: nothing stalls, and nothing unjudged looks judged.
 */
export class TimeBudget {
  readonly #bounded: Bounded;
  readonly #limits: TimeLimits;
  readonly #timeouts = new Map<string, number>();
  #lostMs = 0;

  constructor(bounded: Bounded, limits: TimeLimits) {
    this.#bounded = bounded;
    this.#limits = limits;
  }

  /** Whether any unit of work has run out of time yet. */
  get hasSuspects(): boolean {
    return this.#timeouts.size > 0;
  }

  /** Whether a unit of work ran out of time on some text. */
  isSuspect(unit: string): boolean {
    return this.#timeouts.has(unit);
  }

  isGivenUp(unit: string): boolean {
    const timeouts = this.#timeouts.get(unit) ?? 0;
    return timeouts >= CHANCES || (timeouts > 0 && this.#isSpent());
  }

  /** Many units over one text. Which of them ran out of time is not known: try each alone. */
  together<T>(work: () => T): BudgetAnswer<T> {
    return this.#run(work, LAST_TOGETHER_MS);
  }

  alone<T>(unit: string, work: () => T): BudgetAnswer<T> {
    const answer = this.#run(work, LAST_ALONE_MS);
    if (answer.kind === 'timeout') this.#timeouts.set(unit, (this.#timeouts.get(unit) ?? 0) + 1);
    return answer;
  }

  #run<T>(work: () => T, lastMs: number): BudgetAnswer<T> {
    const { ruleMs } = this.#limits;
    const milliseconds = this.#isSpent() ? Math.min(ruleMs, lastMs) : ruleMs;
    const answer = this.#bounded(work, milliseconds);
    if (answer.kind === 'done') return answer;
    this.#lostMs += milliseconds;
    return { kind: 'timeout', milliseconds };
  }

  #isSpent(): boolean {
    return this.#lostMs >= this.#limits.runMs;
  }
}
