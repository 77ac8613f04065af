import type { Node } from 'oxc-parser';
import { contains, type TextRange } from '../model/position.js';

const NO_CHILDREN: readonly Node[] = [];

/** What stands directly in a node, in source order. */
export function nodeChildren(node: Node, keys: readonly string[]): readonly Node[] {
  if (keys.length === 0 || !hasFields(node)) return NO_CHILDREN;
  const list: Node[] = [];
  for (const key of keys) {
    const value = node[key];
    if (Array.isArray(value)) for (const item of value) addChild(list, node, item);
    else addChild(list, node, value);
  }
  for (let i = 1; i < list.length; i++) {
    if ((list[i]?.start ?? 0) < (list[i - 1]?.start ?? 0)) return list.sort((a, b) => a.start - b.start);
  }
  return list;
}

/** The last of these nodes, which are in order of their starts, that holds a range; a long file has many on one level. */
export function lastHolding(nodes: readonly Node[], range: TextRange): Node | undefined {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.start ?? 0) <= range.start) low = middle + 1;
    else high = middle;
  }
  for (let at = low - 1; at >= 0; at--) {
    const node = nodes[at];
    if (node && contains(node, range)) return node;
  }
  return undefined;
}

function addChild(list: Node[], parent: Node, value: unknown): void {
  // `@A export class B {}`: the decorator stands in front of all that holds the class, beside which it is a child.
  if (!isNode(value) || (value.type === 'Decorator' && value.start < parent.start)) return;
  for (const decorator of decoratorsBefore(value)) addChild(list, parent, decorator);
  list.push(value);
}

/** The decorators that stand in front of a node: of a parameter, or of an exported class before the word `export`. */
function decoratorsBefore(node: Node): readonly Node[] {
  const isExport = node.type === 'ExportNamedDeclaration' || node.type === 'ExportDefaultDeclaration';
  const decorated = isExport ? node.declaration : node;
  if (decorated === null || !('decorators' in decorated)) return NO_CHILDREN;
  return decorated.decorators?.filter(({ start }) => start < node.start) ?? NO_CHILDREN;
}

/** For the compiler: a field of a node by its name. */
function hasFields(node: object): node is Readonly<Record<string, unknown>> {
  return node !== null;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
