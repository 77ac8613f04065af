import type { Node, Program } from 'oxc-parser';
import { giveValues, type ValuePath } from './literal-values.js';
import { lastHolding, nodeOutlines } from './node-children.js';
import { isUnread, type UnreadLists, type UnreadStatement } from './unread-statement.js';
import type { UntouchedStatement } from './untouched-statements.js';

/** A program as the parser writes it, and where literals stand that JSON has no values for. */
interface WrittenProgram {
  readonly node: Program;
  readonly fixes: readonly ValuePath[];
}

export interface PartlyRead {
  readonly program: Program;
  readonly unread: UnreadLists;
}

/**
 * The program of a parsed text, without making the nodes of statements that nobody may ask for: they are made when they
 * are first read, from the same JSON, so that the program is what it would be had all been read at once.
 * @param json the program as the parser wrote it
 * @param expected those to leave out where the parser found them too; in the order in which they end
 */
export function readAround(
  json: string,
  expected: readonly UntouchedStatement[],
  keysOf: Readonly<Record<string, readonly string[]>>,
): PartlyRead {
  const slices = sliceOut(json, expected);
  let rest = '';
  let done = 0;
  for (const [index, { start, end, statement }] of slices.entries()) {
    const outline = `"type":"${statement.type}","start":${statement.start},"end":${statement.end}`;
    rest += `${json.slice(done, start)}{${outline},"leftOut":${index}}`;
    done = end;
  }
  const written: WrittenProgram = JSON.parse(rest + json.slice(done));
  const program = written.node;
  const inside = giveValues(program, written.fixes, leftAt);
  const left = slices.map(({ start, end, statement }, index) => {
    return unreadStatement(statement, json.slice(start, end), inside.get(index) ?? []);
  });
  const unread = new Map<readonly unknown[], readonly (Node | UnreadStatement)[]>();
  const found = new Set<Node | UnreadStatement>();
  for (const statement of left) {
    // The first one of a list finds the others.
    let node: Node | UnreadStatement | undefined = found.has(statement) ? undefined : program;
    while (node !== undefined && !isUnread(node)) {
      const list: unknown = 'body' in node ? node.body : null;
      if (isListOfNodes(list) && !unread.has(list) && list.some((each) => leftAt(each) !== null)) {
        const outlines = putIn(list, left);
        for (const each of outlines) found.add(each);
        unread.set(list, outlines);
      }
      node = lastHolding(nodeOutlines(node, keysOf[node.type] ?? [], unread), statement);
    }
  }
  return { program, unread };
}

/** What was left out is read as soon as somebody looks at its place in the list, whichever way that is done. */
function putIn(list: readonly Node[], left: readonly UnreadStatement[]): readonly (Node | UnreadStatement)[] {
  return list.map((node, index) => {
    const statement = left[leftAt(node) ?? -1];
    if (statement === undefined) return node;
    Object.defineProperty(list, index, { get: statement.read, enumerable: true });
    return statement;
  });
}

function unreadStatement(
  { type, start, end }: UntouchedStatement['statement'],
  json: string,
  paths: readonly ValuePath[],
): UnreadStatement {
  let known: Node | null = null;
  const read = (): Node => {
    if (known !== null) return known;
    const node: Node = JSON.parse(json);
    if (node.type !== type || node.start !== start || node.end !== end) {
      throw new Error(`a ${type} was expected at ${start}, and a ${node.type} is there`);
    }
    giveValues(node, paths, () => null);
    known = node;
    return node;
  };
  return { type, start, end, directive: null, read };
}

/** The number of the statement that was left out where a value of the program stands. */
function leftAt(value: unknown): number | null {
  return typeof value === 'object' && value !== null && 'leftOut' in value && typeof value.leftOut === 'number'
    ? value.leftOut
    : null;
}

function isListOfNodes(value: unknown): value is readonly Node[] {
  return Array.isArray(value);
}

interface Slice {
  /** Offsets in the JSON. */
  readonly start: number;
  readonly end: number;
  readonly statement: UntouchedStatement['statement'];
}

/** Where in the JSON the statements stand. The parser writes a node's range last, and a list in the order of the text. */
function sliceOut(json: string, expected: readonly UntouchedStatement[]): readonly Slice[] {
  const slices: Slice[] = [];
  let end = 0;
  let last: UntouchedStatement['statement'] | null = null;
  for (const { statement, previous } of expected) {
    const follows = last !== null && last.end === previous.end && last.start === previous.start;
    const start: number = follows ? end : endIn(json, previous, end);
    if (start === -1 || !json.startsWith(`,{"type":"${statement.type}",`, start)) continue;
    const found = endIn(json, statement, start);
    if (found === -1 || (json[found] !== ',' && json[found] !== ']')) continue;
    slices.push({ start: start + 1, end: found, statement });
    end = found;
    last = statement;
  }
  return slices;
}

/**
 * Behind the node of a statement; -1 where there is none. No node in a statement has its range, but for the expression
 * of one that is nothing else: that has no directive in front of it.
 */
function endIn(json: string, { type, start, end }: UntouchedStatement['statement'], from: number): number {
  const mark = `${type === 'ExpressionStatement' ? '"directive":null,' : ''}"start":${start},"end":${end}}`;
  const at = json.indexOf(mark, from);
  return at === -1 ? -1 : at + mark.length;
}
