import { setFlagsFromString } from 'node:v8';
import { type EngineFlag, setEngineFlags } from './engine-flags.js';

/**
 * Fits V8 to a run that is over within a second and goes through many files. To be called before much has run.
 *
 * Such a run leaves little behind, yet V8 would let several times as much pile up before it looks, to save time that
 * the run hardly spends; and it would compile anew, on another core, what is about to end.
 */
export function tuneEngine(): void {
  setEngineFlags(flagsFor(process.versions.v8));
}

/**
 * Lets code run longer before V8 compiles it anew: in the seconds most runs take that is seldom paid back. A heal of a
 * thousand places takes a fifth less of CPU time, one that asks for types a quarter. To be called once the program is
 * loaded: what was compiled under other flags is not taken.
 */
export function compileLate(): void {
  setEngineFlags(lateCompilerFor(process.versions.v8));
}

/**
 * For so many files that memory is there for more: where all of it is kept, going through each new megabyte by itself
 * takes a tenth of the time.
 */
export function letYoungGrow(): void {
  if (flagsFor(process.versions.v8).includes(STEADY_YOUNG)) setFlagsFromString(STEADY_YOUNG.back);
}

/** The flags a version of V8 knows: it complains on stderr of any other. */
export function flagsFor(v8: string): readonly EngineFlag[] {
  const major = Number.parseInt(v8, 10);
  return [...(major <= NEWEST_TRIED ? SMALL_HEAP : []), ...lateCompilerFor(v8)];
}

function lateCompilerFor(v8: string): readonly EngineFlag[] {
  return Number.parseInt(v8, 10) === WITH_ONE_BUDGET ? LATE_COMPILER : [];
}

/** Of Node 26. */
const NEWEST_TRIED = 14;
/** Of Node 20; later ones have a compiler more, and decide otherwise. */
const WITH_ONE_BUDGET = 11;

const STEADY_YOUNG: EngineFlag = { set: '--semi-space-growth-factor=1', back: '--semi-space-growth-factor=2' };

const SMALL_HEAP: readonly EngineFlag[] = [
  STEADY_YOUNG,
  { set: '--heap-growing-percent=40', back: '--heap-growing-percent=0' },
  // Waking other threads to go through one megabyte takes longer than going through it.
  { set: '--no-parallel-scavenge', back: '--parallel-scavenge' },
];

/** Six times the usual: over ten thousand files a sixth of all CPU time less, and seven megabytes. */
const LATE_COMPILER: readonly EngineFlag[] = [{ set: '--interrupt-budget=400000', back: '--interrupt-budget=67584' }];
