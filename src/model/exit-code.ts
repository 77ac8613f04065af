import type { Problem } from './problem.js';

/** 0 clean · 1 violations or escalations · 2 usage, config, contract or git · 3 incomplete or internal. */
export type ExitCode = 0 | 1 | 2 | 3;

/**
 * A broken contract outranks an incomplete look, which outranks what was found.
 * @param failed whether an error was found, or heal left something
 */
export function exitCodeOf(problems: readonly Problem[], failed: boolean): ExitCode {
  if (problems.some((problem) => problem.severity === 'invalid')) return 2;
  if (problems.some((problem) => problem.severity === 'incomplete')) return 3;
  return failed ? 1 : 0;
}
