const ODD = 0x9e3779b1;
const ALSO_ODD = 0x85ebca6b;

/**
 * Tells accidental damage, 16 hex digits: any one changed byte shows, and nearly everything else. It is no secret, so
 * it proves nothing about who wrote the bytes; loading a real hash function takes longer than summing up these.
 */
export function checksum(bytes: Uint8Array): string {
  let low = bytes.length | 0;
  let high = ODD;
  const words = wordsOf(bytes);
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as number;
    low = turned(Math.imul(low ^ word, ODD));
    high = turned(Math.imul((high + word) | 0, ALSO_ODD));
  }
  for (const byte of bytes.subarray(words.length * 4)) {
    low = turned(Math.imul(low ^ byte, ODD));
    high = turned(Math.imul((high + byte) | 0, ALSO_ODD));
  }
  return hexOf(low) + hexOf(high);
}

/** Four bytes a word, as the machine reads them: what is summed up on one machine is compared on it, too. */
function wordsOf(bytes: Uint8Array): Int32Array {
  const count = bytes.length >> 2;
  const isAligned = bytes.byteOffset % 4 === 0;
  const from = isAligned ? bytes : new Uint8Array(bytes);
  return new Int32Array(from.buffer, from.byteOffset, count);
}

function turned(value: number): number {
  return (value << 13) | (value >>> 19);
}

function hexOf(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
