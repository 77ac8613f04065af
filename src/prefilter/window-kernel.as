// Finds byte windows in a file, in one pass: AssemblyScript, compiled into `window-kernel.ts`.
//
// Each window is two to eight classes of bytes and sits, right-aligned, in one of eight buckets. The pass looks up every
// byte (with the low half of the next one) in a table that says for each of eight lanes and eight buckets whether it
// may stand there, and shifts: a bucket whose last lane stays clear may end a window here, and only then are the
// windows of that bucket compared, 64 at a time, byte by byte.

const LANES: u32 = 8;
const BUCKETS: u32 = 8;
const FILTER_ENTRIES: u32 = 4096;
const CLASS_BYTES: u32 = 32;
/** Unread bytes around the file, so that looking behind its first byte and past its last one stays in bounds. */
const MARGIN: u32 = 16;

/** Words of 64 windows in a bucket. */
let words: u32 = 0;
let filter: u32 = 0;
/** For each bucket, lane and byte the windows that may have it there, as bits. */
let masks: u32 = 0;
/** For each bucket and bit the number of the window, and its length. */
let numbers: u32 = 0;
let lengths: u32 = 0;
let classes: u32 = 0;
let windowsOut: u32 = 0;
let endsOut: u32 = 0;
let maxHits: u32 = 0;
let input: u32 = 0;
/** Lanes of buckets that stand before the beginning of some window, where any byte may be. */
let free: u64 = 0;

/** Makes room for so many words a bucket and so many hits. */
export function prepare(wordsPerBucket: u32, hits: u32): void {
  words = wordsPerBucket;
  maxHits = hits;
  filter = <u32>__heap_base;
  masks = filter + FILTER_ENTRIES * 8;
  const slots = BUCKETS * words * 64;
  numbers = masks + BUCKETS * LANES * 256 * words * 8;
  lengths = numbers + slots * 2;
  classes = lengths + slots;
  windowsOut = classes + LANES * CLASS_BYTES;
  endsOut = windowsOut + hits * 2;
  input = (endsOut + hits * 4 + MARGIN + 7) & ~7;
  reserve(input + MARGIN);
  memory.fill(filter, 0xff, FILTER_ENTRIES * 8);
  free = 0;
}

/** Where the classes of the next window are to be written: 32 bytes each, as bits, the first class first. */
export function classesAt(): u32 {
  return classes;
}

export function addWindow(bucket: u32, slot: u32, number: u32, length: u32): void {
  const at = bucket * words * 64 + slot;
  store<u16>(numbers + at * 2, <u16>number);
  store<u8>(lengths + at, <u8>length);
  const start = LANES - length;
  for (let lane: u32 = 0; lane < LANES; lane++) {
    const bit: u64 = <u64>1 << <u64>(lane * 8 + bucket);
    if (lane < start) free |= bit;
    const nibbles = lane < start || lane === LANES - 1 ? 0xffff : lowHalves(classes + (lane - start + 1) * CLASS_BYTES);
    const own = classes + (lane - start) * CLASS_BYTES;
    for (let byte: u32 = 0; byte < 256; byte++) {
      if (lane >= start && !hasByte(own, byte)) continue;
      const word = masks + (((bucket * LANES + lane) * 256 + byte) * words + (slot >> 6)) * 8;
      store<u64>(word, load<u64>(word) | (<u64>1 << <u64>(slot & 63)));
      if (lane < start) continue;
      for (let half: u32 = 0; half < 16; half++) {
        if (!((nibbles >> half) & 1)) continue;
        const entry = filter + (byte | (half << 8)) * 8;
        store<u64>(entry, load<u64>(entry) & ~bit);
      }
    }
  }
}

/** Ends the building, after the last window. */
export function seal(): void {
  for (let entry: u32 = 0; entry < FILTER_ENTRIES; entry++) {
    store<u64>(filter + entry * 8, load<u64>(filter + entry * 8) & ~free);
  }
}

/** Where a file of so many bytes is to be written. */
export function inputAt(length: u32): u32 {
  reserve(input + length + MARGIN);
  return input;
}

export function hitWindowsAt(): u32 {
  return windowsOut;
}

export function hitEndsAt(): u32 {
  return endsOut;
}

/** The number of hits, in rising order of their ends; one more than there is room for where they are too many. */
export function scan(length: u32): u32 {
  let state: u64 = 0;
  let count: u32 = 0;
  let at: u32 = input;
  const end = input + length;
  const unrolled = end - (length & 3);
  while (at < unrolled) {
    const first = (state << 8) | laneBits(at);
    const second = (first << 8) | laneBits(at + 1);
    const third = (second << 8) | laneBits(at + 2);
    state = (third << 8) | laneBits(at + 3);
    if ((first & second & third & state) >> 56 !== 0xff) {
      count = compare(at, first, count);
      count = compare(at + 1, second, count);
      count = compare(at + 2, third, count);
      count = compare(at + 3, state, count);
      if (count > maxHits) return count;
    }
    at += 4;
  }
  while (at < end) {
    state = (state << 8) | laneBits(at);
    count = compare(at, state, count);
    at++;
  }
  return count;
}

// @ts-ignore: decorator
@inline
function laneBits(at: u32): u64 {
  return load<u64>(filter + ((<u32>load<u16>(at) & 0xfff) << 3));
}

/** Tells which windows of the buckets that are left end with the byte at `last`. */
function compare(last: u32, state: u64, known: u32): u32 {
  let count = known;
  let buckets: u32 = <u32>(~state >> 56);
  while (buckets) {
    const bucket = ctz(buckets);
    buckets &= buckets - 1;
    for (let word: u32 = 0; word < words; word++) {
      let left = maskOf(bucket, 7, last, word) & maskOf(bucket, 6, last, word);
      if (!left) continue;
      left &= maskOf(bucket, 5, last, word) & maskOf(bucket, 4, last, word);
      if (!left) continue;
      left &= maskOf(bucket, 3, last, word) & maskOf(bucket, 2, last, word);
      left &= maskOf(bucket, 1, last, word) & maskOf(bucket, 0, last, word);
      while (left) {
        const slot = (bucket * words + word) * 64 + <u32>ctz(left);
        left &= left - 1;
        // What stands before the file is none of it.
        if (last + 1 - load<u8>(lengths + slot) < input) continue;
        if (count < maxHits) {
          store<u16>(windowsOut + count * 2, load<u16>(numbers + slot * 2));
          store<u32>(endsOut + count * 4, last + 1 - input);
        }
        count++;
      }
    }
  }
  return count;
}

// @ts-ignore: decorator
@inline
function maskOf(bucket: u32, lane: u32, last: u32, word: u32): u64 {
  const byte = <u32>load<u8>(last + lane - 7);
  return load<u64>(masks + (((bucket * LANES + lane) * 256 + byte) * words + word) * 8);
}

function hasByte(set: u32, byte: u32): bool {
  return <bool>((load<u8>(set + (byte >> 3)) >> (byte & 7)) & 1);
}

/** The low halves of the bytes of a class, as 16 bits. */
function lowHalves(set: u32): u32 {
  let halves: u32 = 0;
  for (let byte: u32 = 0; byte < 256; byte++) if (hasByte(set, byte)) halves |= 1 << (byte & 15);
  return halves;
}

function reserve(bytes: u32): void {
  const missing = <i32>((bytes + 0xffff) >>> 16) - <i32>memory.size();
  if (missing > 0 && memory.grow(missing) < 0) unreachable();
}
