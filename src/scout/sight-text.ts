import { StampTable, stampNumbers } from './stamp-table.js';

/** What was seen of files, one a row. */
export interface KeptSights {
  /** Rising. */
  readonly paths: readonly string[];
  readonly stamps: StampTable;
  /** For each file the place in `orders` of what was asked of it. */
  readonly orderOf: Uint32Array;
  /** Names of lists of patterns. */
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
  return [JSON.stringify({ orders, sights: [...sights] }), ...numbers, ...paths].join('\n');
}

/** @param text of `printSights`: whoever kept it knows that it is whole */
export function parseSights(text: string): KeptSights {
  const [head = '', stamps = '', orderOf = '', ...paths] = text.split('\n');
  const written: unknown = JSON.parse(head);
  const { orders, sights } = isHead(written) ? written : { orders: [], sights: [] };
  return {
    paths,
    stamps: new StampTable(new Float64Array(bytesOf(stamps))),
    orderOf: new Uint32Array(bytesOf(orderOf)),
    orders,
    sights: new Map(sights),
  };
}

interface Head {
  readonly orders: readonly string[];
  readonly sights: readonly (readonly [number, readonly number[]])[];
}

function isHead(value: unknown): value is Head {
  return typeof value === 'object' && value !== null && 'orders' in value && 'sights' in value;
}

/** A buffer of their own: numbers have to stand at multiples of their size. */
function bytesOf(base64: string): ArrayBuffer {
  return new Uint8Array(Buffer.from(base64, 'base64')).buffer;
}
