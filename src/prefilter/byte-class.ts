/** A set of bytes, as 256 bits in eight words. */
export type ByteClass = Uint32Array;

export function byteClass(bytes: Iterable<number>): ByteClass {
  const made = new Uint32Array(8);
  for (const byte of bytes) made[byte >> 5] = (made[byte >> 5] ?? 0) | (1 << (byte & 31));
  return made;
}

export function hasByte(set: ByteClass, byte: number): boolean {
  return (((set[byte >> 5] ?? 0) >>> (byte & 31)) & 1) === 1;
}

/** In rising order. */
export function bytesOf(set: ByteClass): readonly number[] {
  const bytes: number[] = [];
  for (let byte = 0; byte < 256; byte++) if (hasByte(set, byte)) bytes.push(byte);
  return bytes;
}

export function joinClasses(a: ByteClass, b: ByteClass): ByteClass {
  return a.map((word, index) => word | (b[index] ?? 0));
}
