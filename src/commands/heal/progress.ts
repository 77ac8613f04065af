import { plural } from '../../model/plural.js';
import type { Session } from '../workspace/session.js';

/** A line on stderr by which a person sees that slow work goes on. */
export interface Progress {
  /** @param done how many files are done, of how many */
  tell(done: number, total: number): void;
  /** Takes the line away, for what is said next. */
  clear(): void;
}

/** What is done sooner shows none: a line that flashes up says nothing. */
const PATIENCE_MS = 700;
const CLEARED = '\r\x1b[K';

/** @param doing what goes on, such as `Healing` */
export function openProgress(doing: string, { terminal, clock }: Pick<Session, 'terminal' | 'clock'>): Progress {
  const begun = clock.now();
  let isShown = false;
  return {
    tell(done, total) {
      if (!terminal.isErrTTY || clock.now() - begun < PATIENCE_MS) return;
      isShown = true;
      terminal.err(`${CLEARED}${doing}: ${done} of ${plural(total, 'file')} done`);
    },
    clear() {
      if (isShown) terminal.err(CLEARED);
      isShown = false;
    },
  };
}
