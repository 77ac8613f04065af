import { type EngineFlag, setEngineFlags } from './engine-flags.js';

/** Some 10 ms of backtracking: less would send patterns to the other engine that this one finishes far sooner. */
const BACKTRACKS = 1_000_000;

const LINEAR_FALLBACK: readonly EngineFlag[] = [
  { set: `--regexp-backtracks-before-fallback=${BACKTRACKS}`, back: '--regexp-backtracks-before-fallback=50000' },
  {
    set: '--enable-experimental-regexp-engine-on-excessive-backtracks',
    back: '--no-enable-experimental-regexp-engine-on-excessive-backtracks',
  },
];

/**
 * Lets V8 finish a match in linear time where backtracking got out of hand and the pattern allows it (no lookaround,
 * no backreference). To be called before the first pattern compiles: a regex keeps the engine it was compiled for.
 */
export function enableLinearFallback(): void {
  setEngineFlags(LINEAR_FALLBACK);
}
