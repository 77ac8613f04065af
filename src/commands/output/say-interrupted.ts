import { sanitize } from '../../model/sanitize.js';
import { interruptedFinding, interruptedRuns } from '../../runs/interrupted-runs.js';
import type { Session } from '../workspace/session.js';
import { sayBeside } from './say.js';

/** One line on stderr for each interrupted heal run: what may be half done must not look whole, whatever was asked. */
export function sayInterrupted(root: string, { terminal }: Session): void {
  for (const runId of interruptedRuns(root)) {
    const { message, help } = interruptedFinding(runId);
    sayBeside(`${sanitize(`${message} ${help}`)}\n`, terminal);
  }
}
