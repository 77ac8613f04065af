import { StampTable, stampNumbers } from '../stamps/stamp-table.js';

/** What was seen of files, one a row. */
export interface KeptMatchSets {
  /** Rising. */
  readonly paths: readonly string[];
  readonly stamps: StampTable;
  /** For each file the place in `orders` of what was asked of it. */
  readonly orderOf: Uint32Array;
  /** Lists of patterns, a line each. */
  readonly orders: readonly string[];
  /** For each file in which some of those match which ones, by their place in that list. */
  readonly matchSets: ReadonlyMap<number, readonly number[]>;
}

/**
 * Numbers as bytes: there are several for each file, and to spell them out would take longer than to look at it.
 * @returns parts that belong one behind the other
 */
export function printMatchSets({
  paths,
  stamps,
  orderOf,
  orders,
  matchSets,
}: KeptMatchSets): readonly (string | Buffer)[] {
  const count = paths.length;
  // Lists of many files have most of their patterns in common.
  const lists = orders.map((order) => order.split('\n'));
  const places = new Map([...new Set(lists.flat())].map((pattern, place) => [pattern, place]));
  const head: Head = {
    count,
    patterns: [...places.keys()],
    orders: lists.map((list) => list.map((pattern) => places.get(pattern) ?? -1)),
    matchSets: [...matchSets],
  };
  const numbers = [stamps.numbers.subarray(0, stampNumbers(count)), orderOf.subarray(0, count)].map((each) =>
    Buffer.from(each.buffer, each.byteOffset, each.byteLength),
  );
  return [`${JSON.stringify(head)}\n`, ...numbers, paths.join('\n')];
}

/** @param bytes of `printMatchSets`: whoever kept them knows that they are whole */
export function parseMatchSets(bytes: Buffer): KeptMatchSets {
  const headEnd = bytes.indexOf('\n');
  const written: unknown = JSON.parse(bytes.toString('utf8', 0, headEnd));
  const { count, patterns, orders, matchSets } = isHead(written) ? written : NO_HEAD;
  const stampsAt = headEnd + 1;
  const ordersAt = stampsAt + stampNumbers(count) * Float64Array.BYTES_PER_ELEMENT;
  const pathsAt = ordersAt + count * Uint32Array.BYTES_PER_ELEMENT;
  return {
    paths: count === 0 ? [] : bytes.toString('utf8', pathsAt).split('\n'),
    stamps: new StampTable(new Float64Array(copied(bytes, stampsAt, ordersAt))),
    orderOf: new Uint32Array(copied(bytes, ordersAt, pathsAt)),
    orders: orders.map((list) => list.map((place) => patterns[place]).join('\n')),
    matchSets: new Map(matchSets),
  };
}

interface Head {
  /** Of files. */
  readonly count: number;
  readonly patterns: readonly string[];
  /** Places among `patterns`. */
  readonly orders: readonly (readonly number[])[];
  readonly matchSets: readonly (readonly [number, readonly number[]])[];
}

function isHead(value: unknown): value is Head {
  return typeof value === 'object' && value !== null && 'orders' in value && 'matchSets' in value;
}

const NO_HEAD: Head = { count: 0, patterns: [], orders: [], matchSets: [] };

/** In a buffer of their own: numbers have to stand at multiples of their size. */
function copied(bytes: Buffer, start: number, end: number): ArrayBuffer {
  return new Uint8Array(bytes.subarray(start, end)).buffer;
}
