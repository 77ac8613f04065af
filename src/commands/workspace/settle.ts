import { exitCodeOf } from '../../model/exit-code.js';
import { UsageError } from '../../model/problem.js';
import type { Session } from './session.js';

/** Mistakes of the user are told on stderr and conclude with 2; anything else thrown is ours and goes through. */
export async function settle(session: Session, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const { reportProblem } = await import('../output/report-problem.js');
    for (const problem of error.problems) reportProblem(problem, session);
    session.conclude(exitCodeOf(error.problems, true));
  }
}
