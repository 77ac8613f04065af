import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 optimise later and inline less than it would in a program that goes on for minutes: a check is mostly over
 * before what other threads compile for it pays off, and on a busy machine they take its time.
 */
export function compileLess(): void {
  setFlagsFromString('--interrupt-budget=135168');
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');
}
