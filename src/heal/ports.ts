import type { Review } from '../pattern-store/reviews/review-queue.js';
import type { Agent } from './agent/agent.js';
import type { Evidence } from './outcome/evidence.js';
import type { Person } from './person/person.js';

/** What heal may do to the outside world, handed in by the caller; results are values, not exceptions. */
export interface HealPorts {
  read(path: string): HealRead;
  /** Told before the first write what is to be written, and what it teaches should the run be cut short. Never called in a dry run. */
  announce?(planned: readonly PlannedFile[]): void;
  /** Told before each file is begun how many are done, of how many. */
  progress?(done: number, total: number): void;
  /** Replaces the file only if it still holds `expected`. Never called in a dry run. */
  write(path: string, expected: string, bom: boolean, next: string): HealWrite;
  /** Asked about each fix before it is taken; without them the gates alone decide. */
  readonly person?: Person;
  /** Runs one verify command, given as an argument array. Never called in a dry run. */
  runCommand?(argv: readonly string[]): Promise<CommandEnd>;
  /** Asked for a fix where nothing else is known; none where nobody asked for it. */
  readonly agent?: Agent;
}

/** A file that is about to be written: it holds `before`, without its byte order mark, and is to hold `after`. */
export interface PlannedFile {
  readonly file: string;
  readonly bom: boolean;
  readonly before: string;
  readonly after: string;
  readonly evidence: readonly Evidence[];
  /** What its gold fixes ask a person. */
  readonly reviews: readonly Review[];
}

export type HealRead =
  /** `text` without its byte order mark. */
  | { readonly kind: 'text'; readonly text: string; readonly bom: boolean }
  | { readonly kind: 'skipped'; readonly reason: string; readonly detail: string }
  | { readonly kind: 'gone' };

export type HealWrite =
  | { readonly kind: 'written' }
  /** The file no longer holds what was read; it was left alone. */
  | { readonly kind: 'changed' }
  /** The path must not be written, such as a link out of the project. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'failed'; readonly error: string };

export type CommandEnd =
  | { readonly kind: 'exited'; readonly status: number; readonly output: string }
  | { readonly kind: 'signalled'; readonly signal: string; readonly output: string }
  | { readonly kind: 'timed-out'; readonly output: string }
  | { readonly kind: 'not-started'; readonly error: string };
