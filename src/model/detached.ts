/**
 * The same text, sharing no memory with the one it was cut from: the engine keeps all of a text as long as any piece of
 * it is in use.
 */
export function detached(piece: string): string {
  // A short piece never shares, and joining makes a text of its own.
  return piece.length < SHARED_LENGTH ? piece : ` ${piece}`.slice(1);
}

/** Shorter pieces are copied by the engine itself. */
const SHARED_LENGTH = 13;
