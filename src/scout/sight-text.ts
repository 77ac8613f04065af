import { StampTable, stampNumbers } from './stamp-table.js';

/** What was seen of files, one a row. */
export interface KeptSights {
  /** Rising. */
  readonly paths: readonly string[];
  readonly stamps: StampTable;
  /** For each file the place in `orders` of what was asked of it. */
  readonly orderOf: Uint32Array;
  /** Lists of patterns, a line each. */
  readonly orders: readonly string[];
  /** For each file in which some of those match which ones, by their place in that list. */
  readonly sights: ReadonlyMap<number, readonly number[]>;
}

/** Numbers as bytes: there are several for each file, and to spell them out would take longer than to look at it. */
export function printSights({ paths, stamps, orderOf, orders, sights }: KeptSights): string {
  const count = paths.length;
  const numbers = [stamps.numbers.subarray(0, stampNumbers(count)), orderOf.subarray(0, count)].map((each) =>
    Buffer.from(each.buffer, each.byteOffset, each.byteLength).toString('base64'),
  );
  // Lists of many files have most of their patterns in common.
  const lists = orders.map((order) => order.split('\n'));
  const places = new Map([...new Set(lists.flat())].map((pattern, place) => [pattern, place]));
  const head = {
    patterns: [...places.keys()],
    orders: lists.map((list) => list.map((pattern) => places.get(pattern) ?? -1)),
    sights: [...sights],
  };
  return [JSON.stringify(head), ...numbers, ...paths].join('\n');
}

/** @param text of `printSights`: whoever kept it knows that it is whole */
export function parseSights(text: string): KeptSights {
  const [head = '', stamps = '', orderOf = '', ...paths] = text.split('\n');
  const written: unknown = JSON.parse(head);
  const { patterns, orders, sights } = isHead(written) ? written : { patterns: [], orders: [], sights: [] };
  return {
    paths,
    stamps: new StampTable(new Float64Array(bytesOf(stamps))),
    orderOf: new Uint32Array(bytesOf(orderOf)),
    orders: orders.map((list) => list.map((place) => patterns[place]).join('\n')),
    sights: new Map(sights),
  };
}

interface Head {
  readonly patterns: readonly string[];
  /** Places among `patterns`. */
  readonly orders: readonly (readonly number[])[];
  readonly sights: readonly (readonly [number, readonly number[]])[];
}

function isHead(value: unknown): value is Head {
  return typeof value === 'object' && value !== null && 'orders' in value && 'sights' in value;
}

/** A buffer of their own: numbers have to stand at multiples of their size. */
function bytesOf(base64: string): ArrayBuffer {
  return new Uint8Array(Buffer.from(base64, 'base64')).buffer;
}
