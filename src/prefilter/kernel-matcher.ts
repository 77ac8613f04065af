import { type Hits, MAX_HITS, type Matcher } from './matcher.js';
import type { PlannedWindow } from './plan-scan.js';
import { WINDOW_KERNEL } from './window-kernel.js';

const BUCKETS = 8;
/** Bytes of the longest window. */
const MAX_LENGTH = 8;
const CLASS_BYTES = 32;

/** The matcher in WebAssembly; null where this process can run none, or there are more windows than 16 bits number. */
export function kernelMatcher(windows: readonly PlannedWindow[]): Matcher | null {
  if (windows.length > 0xffff) return null;
  const kernel = openKernel();
  if (kernel === null) return null;
  const buckets = inBuckets(windows);
  const longest = Math.max(...buckets.map((bucket) => bucket.length));
  kernel.prepare(Math.max(1, Math.ceil(longest / 64)), MAX_HITS);
  const classesAt = kernel.classesAt();
  buckets.forEach((bucket, index) => {
    bucket.forEach((number, slot) => {
      const { classes } = windows[number] ?? { classes: [] };
      // Its memory has the lowest byte first, whatever this machine has.
      const written = new DataView(kernel.memory.buffer, classesAt, classes.length * CLASS_BYTES);
      classes.forEach((set, at) => {
        for (const [word, bits] of set.entries()) written.setUint32(at * CLASS_BYTES + word * 4, bits, true);
      });
      kernel.addWindow(index, slot, number, classes.length);
    });
  });
  kernel.seal();
  return matcherOf(kernel);
}

function matcherOf(kernel: Kernel): Matcher {
  let bytesIn = new Uint8Array(0);
  let windows = new Uint16Array(0);
  let ends = new Uint32Array(0);
  const look = (length: number): void => {
    const input = kernel.inputAt(length);
    // Memory that grew has left all that looked into it behind.
    if (bytesIn.length >= length && bytesIn.buffer === kernel.memory.buffer) return;
    const { buffer } = kernel.memory;
    bytesIn = new Uint8Array(buffer, input);
    windows = new Uint16Array(buffer, kernel.hitWindowsAt(), MAX_HITS);
    ends = new Uint32Array(buffer, kernel.hitEndsAt(), MAX_HITS);
  };
  return {
    scan(bytes): Hits | null {
      look(bytes.length);
      bytesIn.set(bytes);
      const count = kernel.scan(bytes.length);
      return count > MAX_HITS ? null : { count, windows, ends };
    },
  };
}

/**
 * The numbers of the windows of each bucket. One of two bytes leaves six of the eight places of its bucket open to
 * anything, so that the short ones are kept together and few in a bucket, and beside them those that end alike.
 */
function inBuckets(windows: readonly PlannedWindow[]): readonly (readonly number[])[] {
  const keys = windows.map(({ classes }) => [classes.length, ...classes.map((set) => set.join()).reverse()].join(' '));
  const sorted = windows.map((_, number) => number).sort((a, b) => ((keys[a] ?? '') < (keys[b] ?? '') ? -1 : 1));
  const weightOf = (number: number): number => 2 ** (MAX_LENGTH - (windows[number]?.classes.length ?? 0));
  const share = sorted.reduce((sum, number) => sum + weightOf(number), 0) / BUCKETS;
  const buckets: number[][] = Array.from({ length: BUCKETS }, () => []);
  let weight = 0;
  for (const number of sorted) {
    buckets[Math.min(BUCKETS - 1, Math.floor(weight / share))]?.push(number);
    weight += weightOf(number);
  }
  return buckets;
}

interface Kernel {
  readonly memory: WebAssembly.Memory;
  prepare(wordsPerBucket: number, hits: number): void;
  classesAt(): number;
  addWindow(bucket: number, slot: number, number: number, length: number): void;
  seal(): void;
  inputAt(length: number): number;
  hitWindowsAt(): number;
  hitEndsAt(): number;
  scan(length: number): number;
}

function openKernel(): Kernel | null {
  try {
    const module = new WebAssembly.Module(Buffer.from(WINDOW_KERNEL, 'base64'));
    const { exports } = new WebAssembly.Instance(module);
    return isKernel(exports) ? exports : null;
  } catch {
    // Compiling may be forbidden (`--jitless`), or memory short: the matcher in JavaScript does the same.
    return null;
  }
}

const FUNCTIONS = ['prepare', 'classesAt', 'addWindow', 'seal', 'inputAt', 'hitWindowsAt', 'hitEndsAt', 'scan'];

function isKernel(exports: unknown): exports is Kernel {
  if (typeof exports !== 'object' || exports === null) return false;
  const parts = new Map(Object.entries(exports));
  return (
    parts.get('memory') instanceof WebAssembly.Memory &&
    FUNCTIONS.every((name) => typeof parts.get(name) === 'function')
  );
}
