/** Characters of a window, counted from the start of a line. */
const WINDOW = 100;
const BASE = 37;
const END_OF_FILE = 0xffff;

/**
 * What GitHub calls `primaryLocationLineHash`, for every line: a rolling 64-bit hash over the hundred characters from
 * its start on (spaces and tabs left out, line ends levelled), and its number among equal ones, such as
 * `a7f2ff13bc495cf2:1`. Index 0 is line 1. GitHub hashes files as they lie on disk: a byte order mark belongs to the text.
 */
export function lineHashes(text: string): readonly string[] {
  const { units, lineStarts } = levelled(text);
  const seen = new Map<string, number>();
  const hashes: string[] = [];
  let high = 0;
  let low = 0;
  let next = 0;
  for (let end = 0; hashes.length < lineStarts.length; end++) {
    const dropped = units[end - WINDOW] ?? 0;
    // The low half stays far below 2⁵³ in size, so its carry into the high half is exact.
    const sum = BASE * low + (units[end] ?? 0) - DROP_LOW * dropped;
    high = (BASE * high + Math.floor(sum / 2 ** 32) - DROP_HIGH * dropped) >>> 0;
    low = sum >>> 0;
    if (end - WINDOW + 1 !== lineStarts[next]) continue;
    next++;
    const hash = ((BigInt(high) << 32n) | BigInt(low)).toString(16);
    const ordinal = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, ordinal);
    hashes.push(`${hash}:${ordinal}`);
  }
  return hashes;
}

/** What a character has grown to when it leaves the window: 37¹⁰⁰, in two halves. */
const GROWN = BigInt.asUintN(64, BigInt(BASE) ** BigInt(WINDOW));
const DROP_HIGH = Number(GROWN >> 32n);
const DROP_LOW = Number(GROWN & 0xffffffffn);

function levelled(text: string): { readonly units: Uint16Array; readonly lineStarts: readonly number[] } {
  const units = new Uint16Array(text.length + 1);
  const lineStarts = [0];
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === SPACE || unit === TAB || (unit === LF && text.charCodeAt(at - 1) === CR)) continue;
    units[length++] = unit === CR ? LF : unit;
    if (unit === CR || unit === LF) lineStarts.push(length);
  }
  units[length++] = END_OF_FILE;
  return { units: units.subarray(0, length), lineStarts };
}

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
