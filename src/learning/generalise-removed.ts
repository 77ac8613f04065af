import type { Node } from 'oxc-parser';
import { oneLine } from '../model/one-line.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import { type PlacedNode, textOf } from './align-nodes.js';
import type { FixExample } from './fix-example.js';
import { type Generalised, Holes, kindsOf, unify } from './generalise.js';

/**
 * The least general form of what was removed. A call keeps its function to the letter and takes any number of arguments
 * of the kinds the examples had. Null where they have no common form.
 */
export function generaliseRemoved(examples: readonly FixExample[]): Pick<Generalised, 'before' | 'holes'> | null {
  const places = examples.flatMap(({ change }) => (change.kind === 'removed' ? [change.was] : []));
  const [first, ...others] = places;
  if (!first || places.length < examples.length) return null;
  const text = oneLine(textOf(first)).replace(/;$/, '');
  if (others.length > 0 && others.every((each) => oneLine(textOf(each)).replace(/;$/, '') === text)) {
    return { before: [{ kind: 'text', text }], holes: [] };
  }
  const calls = places.flatMap((place) => callIn(place) ?? []);
  if (calls.length === places.length) return generaliseCalls(calls);
  const holes = new Holes();
  const before = unify(places, holes, 'open', new Set());
  return before && { before, holes: holes.kinds };
}

interface PlacedCall {
  readonly tree: SyntaxTree;
  readonly node: Extract<Node, { readonly type: 'CallExpression' }>;
}

function callIn({ tree, node }: PlacedNode): PlacedCall | null {
  if (node.type !== 'ExpressionStatement' || node.expression.type !== 'CallExpression') return null;
  return node.expression.optional ? null : { tree, node: node.expression };
}

function generaliseCalls(calls: readonly PlacedCall[]): Pick<Generalised, 'before' | 'holes'> | null {
  const callees = new Set(calls.map(({ tree, node }) => oneLine(textOf({ tree, node: node.callee }))));
  const [callee, ...others] = callees;
  const kinds = kindsOf(calls.flatMap(({ tree, node }) => node.arguments.map((each) => ({ tree, node: each }))));
  if (callee === undefined || others.length > 0 || kinds === null) return null;
  if (kinds.size === 0) return { before: [{ kind: 'text', text: `${callee}()` }], holes: [] };
  return {
    before: [
      { kind: 'text', text: `${callee}( ` },
      { kind: 'hole', hole: 0, isList: true },
      { kind: 'text', text: ' )' },
    ],
    holes: [kinds],
  };
}
