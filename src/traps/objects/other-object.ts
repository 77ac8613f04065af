import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { typeBySyntax } from '../../semantics/values/primitive-type.js';
import { calledName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `url.parse(x)` → `new URL(x)`, `querystring.parse(x)` → `new URLSearchParams(x)`: objects with other members, the first
 * of which throws for what is no whole address.
 */
export const otherObject: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    if (was.type !== 'CallExpression') continue;
    if (writesQuery(tree, was) && QUERY.test(textOf(after, made)) && !isFlat(was)) {
      return refuse('same-result', 'Lists, what is undefined, and objects in it would be written in another way.');
    }
    if (made.type !== 'NewExpression') continue;
    if (!/(?:^|\.)(?:parse|parseUrl)$/i.test(textOf(tree, was.callee))) continue;
    if (!/^URL(?:SearchParams)?$/.test(calledName(made.callee) ?? '') || isAddress(tree, was)) continue;
    return refuse('same-result', 'What it gives has other members, and is read in the way of the old one.');
  }
  return null;
};

const QUERY = /^new URLSearchParams\b/;

function writesQuery(tree: SyntaxTree, { callee }: Call): boolean {
  return /^(?:qs|querystring|queryString)\.(?:stringify|encode)$/.test(textOf(tree, callee));
}

/** Whose values are written there, and none of them is a list or an object. */
function isFlat({ arguments: [given, ...others] }: Call): boolean {
  return (
    given?.type === 'ObjectExpression' &&
    others.length === 0 &&
    given.properties.every(
      (each) => each.type === 'Property' && /^(?:string|number|boolean)$/.test(typeBySyntax(each.value)),
    )
  );
}

type Call = Extract<Node, { type: 'CallExpression' }>;

/** A whole address that is only asked for what both have and spell alike. */
function isAddress(tree: SyntaxTree, call: Extract<Node, { type: 'CallExpression' }>): boolean {
  const [address] = call.arguments;
  const isWhole = address?.type === 'Literal' && typeof address.value === 'string' && WHOLE.test(address.value);
  const parent = tree.parent(call);
  return (
    isWhole && parent?.type === 'MemberExpression' && /^(?:hostname|host|protocol)$/.test(calledName(parent) ?? '')
  );
}

const WHOLE = /^https?:\/\/[a-z\d.-]+/;
