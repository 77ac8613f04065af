import { setFlagsFromString } from 'node:v8';

/** Some 10 ms of backtracking: less would send patterns to the other engine that this one finishes far sooner. */
const BACKTRACKS = 1_000_000;

/**
 * Lets V8 finish a match in linear time where backtracking got out of hand and the pattern allows it (no lookaround,
 * no backreference). To be called before the first pattern compiles: a regex keeps the engine it was compiled for.
 */
export function enableLinearFallback(): void {
  setFlagsFromString(`--regexp-backtracks-before-fallback=${BACKTRACKS}`);
  setFlagsFromString('--enable-experimental-regexp-engine-on-excessive-backtracks');
}
