/** The blob is not what a shard writes. The message is one clause. */
export class BlobFlaw extends Error {}

export type Decode<T> = (value: unknown) => T;

export const text: Decode<string> = (value) => {
  if (typeof value !== 'string') throw new BlobFlaw('a text is missing in it');
  return value;
};

/** A whole number from 0. */
export const count: Decode<number> = (value) => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw new BlobFlaw('a number is missing in it');
  }
  return value;
};

export function orNull<T>(decode: Decode<T>): Decode<T | null> {
  return (value) => (value === null ? null : decode(value));
}

export function listOf<T>(decode: Decode<T>): Decode<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value)) throw new BlobFlaw('a list is missing in it');
    return value.map(decode);
  };
}

export function pairOf<A, B>(first: Decode<A>, second: Decode<B>): Decode<readonly [A, B]> {
  return (value) => {
    if (!Array.isArray(value) || value.length !== 2) throw new BlobFlaw('a pair is missing in it');
    return [first(value[0]), second(value[1])];
  };
}

/** One of a closed set of words. */
export function oneOf<const T extends string>(words: readonly T[]): Decode<T> {
  return (value) => {
    const found = words.find((word) => word === value);
    if (found === undefined) throw new BlobFlaw(`one of ${words.join(', ')} is missing in it`);
    return found;
  };
}

/** Reads one field of an object. */
export type Field = <T>(name: string, decode: Decode<T>) => T;

export function fieldsOf(value: unknown): Field {
  if (typeof value !== 'object' || value === null) throw new BlobFlaw('an object is missing in it');
  const fields = new Map<string, unknown>(Object.entries(value));
  return (name, decode) => decode(fields.get(name));
}
