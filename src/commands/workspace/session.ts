import type { ExitCode } from '../../model/exit-code.js';
import type { Clock } from '../../platform/clock.js';
import type { Terminal } from '../../platform/terminal.js';

/** The outside world as a command sees it. */
export interface Session {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly terminal: Terminal;
  readonly clock: Clock;
  readonly toolVersion: string;
  /** Standard input to its end. */
  readInput(): Promise<Buffer>;
  /** Whether a person is there to answer. */
  canAsk(): boolean;
  /** One line from a person; null where nobody is there to answer, or they closed the input. */
  ask(question: string): Promise<string | null>;
  /** Waits for something slow. A signal ends the waiting with `whenInterrupted`, and the process once the command is done. */
  interruptibly<T>(work: () => Promise<T>, whenInterrupted: T): Promise<T>;
  /** Called once, when the command is done. */
  conclude(code: ExitCode): void;
}
