import type { TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { codeAlone, type Inserted } from './code-alone.js';

/**
 * Whether lines of YAML are entries of the map or list they stand in, and all others belong where they did.
 * @param before the text without them
 * @param lines where they stand in the text
 */
export function checkYaml(path: string, before: string, { text, code }: Inserted, lines: TextRange): Refusal | null {
  if (!/\.ya?ml$/i.test(path)) return null;
  const old = readYamlLines(codeAlone(path, before), before);
  if (old.some(({ kind }) => kind === 'torn')) return null;
  const isAdded = (start: number): boolean => start >= lines.start && start < lines.end;
  for (const { start, kind, holder } of readYamlLines(code, text)) {
    if (kind === 'torn') return TORN;
    if (!isAdded(start) && holder !== null && isAdded(holder)) return TORN;
    if (!isAdded(start)) continue;
    if (kind === 'folded' || kind === 'goes-on') return IN_TEXT;
    if (kind === 'literal' && ENTRY.test(text.slice(start).trimStart())) return IN_TEXT;
  }
  return null;
}

const TORN = refuse('line-is-whole', 'The text would not be an entry of what it stands in.');
const IN_TEXT = refuse('position-is-code', 'The text would become a part of a value of several lines.');
const ENTRY = /^(?:- |[\w./-]+:(?:\s|$))/;

/** A line that is not blank; `goes-on`: of a plain or quoted value of several lines; `torn`: one that fits nowhere. */
interface YamlLine {
  readonly start: number;
  readonly kind: 'entry' | 'literal' | 'folded' | 'goes-on' | 'in-brackets' | 'torn';
  /** Where the line stands that opened the map or list of an entry; null at the top. */
  readonly holder: number | null;
}

interface Level {
  readonly column: number;
  readonly kind: 'map' | 'list';
  readonly holder: number | null;
}

/** What one line above leaves open for those below it. */
interface Reader {
  levels: Level[];
  block: { readonly kind: 'literal' | 'folded'; readonly column: number } | null;
  depth: number;
  quote: string | null;
  /** The line above is a key or dash without a value. */
  isOpen: boolean;
  above: number | null;
}

function readYamlLines(code: string, text: string): readonly YamlLine[] {
  const reader: Reader = { levels: [], block: null, depth: 0, quote: null, isOpen: false, above: null };
  const lines: YamlLine[] = [];
  for (const { index: start, 0: line } of code.matchAll(/[^\r\n]+/g)) {
    const written = text.slice(start, start + line.length);
    const kind = reader.block ? blockLine(reader, reader.block, written) : null;
    if (kind) lines.push({ start, kind, holder: null });
    else if (line.trim() !== '') lines.push({ start, ...readLine(reader, line, start) });
  }
  return lines;
}

/** A line of the block scalar above; null where that has come to its end. */
function blockLine(
  reader: Reader,
  { kind, column }: NonNullable<Reader['block']>,
  line: string,
): 'literal' | 'folded' | null {
  if (line.trim() === '' || line.search(/\S/) > column) return kind;
  reader.block = null;
  return null;
}

function readLine(reader: Reader, line: string, start: number): Pick<YamlLine, 'kind' | 'holder'> {
  if (reader.quote !== null) {
    if (line.includes(reader.quote)) reader.quote = null;
    return { kind: 'goes-on', holder: null };
  }
  if (reader.depth > 0) {
    reader.depth += depthOf(line);
    return { kind: 'in-brackets', holder: null };
  }
  if (/^(?:---|\.\.\.)/.test(line)) {
    Object.assign(reader, { levels: [], isOpen: true, above: null });
    return { kind: 'entry', holder: null };
  }
  return readEntry(reader, line, start);
}

function readEntry(reader: Reader, line: string, start: number): Pick<YamlLine, 'kind' | 'holder'> {
  const dashes = /^ *(?:- +)*(?:-(?=\s*$))?/.exec(line)?.[0] ?? '';
  const key = KEY.exec(line.slice(dashes.length));
  const columns: [number, Level['kind']][] = [...dashes.matchAll(/-/g)].map(({ index }) => [index, 'list']);
  if (key) columns.push([dashes.length, 'map']);
  const [first] = columns;
  if (!first)
    return {
      kind: reader.levels.length === 0 || line.search(/\S/) > (reader.levels.at(-1)?.column ?? 0) ? 'goes-on' : 'torn',
      holder: null,
    };
  const holder = enter(reader, first, start);
  for (const [column, kind] of columns.slice(1)) reader.levels.push({ column, kind, holder: start });
  const value = line.slice(dashes.length + (key?.[0].length ?? 0)).trim();
  const block = /^(?:[&!]\S+\s+)*(?<mark>[|>])[-+\d]*$/.exec(value)?.groups?.mark;
  const column = columns.at(-1)?.[0] ?? 0;
  reader.block = block ? { kind: block === '|' ? 'literal' : 'folded', column } : null;
  reader.depth = Math.max(0, depthOf(value));
  reader.quote = /^["']/.exec(value)?.[0] ?? null;
  reader.isOpen = /^(?:[&!]\S+\s*)*$/.test(value);
  reader.above = start;
  return holder === undefined ? { kind: 'torn', holder: null } : { kind: 'entry', holder };
}

const KEY = /^(?:x+|[^\s#\-[\]{}][^#]*?|[^\s#:]+)\s*:(?=\s|$)/;

/** The holder of the map or list an entry belongs to; undefined where it fits nowhere. */
function enter(
  reader: Reader,
  [column, kind]: readonly [number, Level['kind']],
  start: number,
): number | null | undefined {
  const { levels, isOpen, above } = reader;
  while ((levels.at(-1)?.column ?? -1) > column) levels.pop();
  // A list may stand right below the key that holds it.
  if (kind === 'map' && levels.at(-1)?.kind === 'list' && levels.at(-2)?.column === column) levels.pop();
  const level = levels.at(-1);
  if (level?.column === column && level.kind === kind) return level.holder;
  const isFirst =
    level === undefined || (isOpen && (level.column < column || (kind === 'list' && level.kind === 'map')));
  if (!isFirst) return undefined;
  levels.push({ column, kind, holder: level === undefined ? null : (above ?? start) });
  return level === undefined ? null : above;
}

function depthOf(value: string): number {
  return (value.match(/[[{]/g)?.length ?? 0) - (value.match(/[\]}]/g)?.length ?? 0);
}
