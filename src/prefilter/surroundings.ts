import { type ByteClass, byteClass, hasByte } from './byte-class.js';

const WHITE_SPACE = [0x20, 0x09, 0x0a, 0x0b, 0x0c, 0x0d];

/** Stands among classes for any number of white space characters, none included. */
export const SPACES: ByteClass = byteClass(WHITE_SPACE);

/** What has to stand right before some bytes and right behind them; classes and `SPACES`, from the bytes outwards. */
export interface Surroundings {
  readonly before: readonly ByteClass[];
  readonly behind: readonly ByteClass[];
}

/** What a run of classes says of the bytes around a part of it. */
export function surroundings(classes: readonly ByteClass[], start: number, end: number): Surroundings {
  return { before: decidable(classes.slice(0, start).reverse()), behind: decidable(classes.slice(end)) };
}

/** Up to where somebody who skips all white space there is could go wrong. */
function decidable(steps: readonly ByteClass[]): readonly ByteClass[] {
  const kept: ByteClass[] = [];
  for (const [at, step] of steps.entries()) {
    if (step === SPACES && at + 1 === steps.length) break;
    if (steps[at - 1] === SPACES && step !== SPACES && WHITE_SPACE.some((byte) => hasByte(step, byte))) break;
    kept.push(step);
  }
  return kept;
}

/**
 * Whether the bytes from `start` to `end` stand among what they have to. Where white space beyond ASCII may be in play
 * the answer is yes.
 */
export function standAmong(bytes: Uint8Array, start: number, end: number, { before, behind }: Surroundings): boolean {
  return leadsTo(bytes, end, 1, behind) && leadsTo(bytes, start - 1, -1, before);
}

function leadsTo(bytes: Uint8Array, from: number, way: 1 | -1, steps: readonly ByteClass[]): boolean {
  let at = from;
  for (let place = 0; place < steps.length; place++) {
    const step = steps[place] as ByteClass;
    if (step === SPACES) {
      while (hasByte(SPACES, bytes[at] ?? 0)) at += way;
      if ((bytes[at] ?? 0) >= 0x80) return true;
    } else {
      const byte = bytes[at];
      if (byte === undefined || !hasByte(step, byte)) return false;
      at += way;
    }
  }
  return true;
}
