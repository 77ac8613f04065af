// The flags of V8 that our processes run under. V8 takes what was compiled before, be it a part of Node or kept by us,
// only under the flags it was compiled with, and compiles it anew under any other, which for the parts of Node that a
// check needs takes as long as the check of a small project. So flags are set once those are loaded, and taken back
// before anything is kept.
import { setFlagsFromString } from 'node:v8';

/** A flag as it is set, and as it is without us. */
export interface EngineFlag {
  readonly set: string;
  readonly back: string;
}

const set: EngineFlag[] = [];

/** Sets them for the whole process: all its threads have the same flags. */
export function setEngineFlags(flags: readonly EngineFlag[]): void {
  for (const flag of flags) {
    setFlagsFromString(flag.set);
    set.push(flag);
  }
}

/** Takes back what this thread has set. */
export function resetEngineFlags(): void {
  for (const { back } of set.splice(0)) setFlagsFromString(back);
}
