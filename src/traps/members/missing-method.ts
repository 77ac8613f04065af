import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { type ValueKind, valueKinds } from '../../semantics/values/value-kinds.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Trap } from '../trap.js';

/**
 * `names.size === 0` → `names.isEmpty()`: of a library's collections, and not of those of the language.
 * `arguments[arguments.length - 1]` → `arguments.at(-1)`: the arguments of a function are no array.
 */
export const missingMethod: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    if (made.type !== 'CallExpression' || made.callee.type !== 'MemberExpression') continue;
    const name = memberName(made.callee);
    const prototype = prototypeOf(after, made.callee.object);
    if (!name || !prototype || name in prototype || NEWER.test(name)) continue;
    const isOld = tree.descendants(was).some((node) => memberName(node) === name);
    if (!isOld) return refuse('same-arguments', `What it is called for has no method "${name}".`);
  }
  return null;
};

/** What all methods of a value come from, where its kind is known. */
function prototypeOf(tree: SyntaxTree, node: Node): object | undefined {
  if (node.type === 'Identifier' && node.name === 'arguments') return Object.prototype;
  const [kind, ...others] = valueKinds(tree, node);
  return kind && others.length === 0 ? PROTOTYPES[kind] : undefined;
}

const PROTOTYPES: Readonly<Partial<Record<ValueKind, object>>> = {
  array: Array.prototype,
  string: String.prototype,
  number: Number.prototype,
  map: Map.prototype,
  set: Set.prototype,
};

/** Of the language, and not yet of every engine that this runs on. */
const NEWER =
  /^(?:union|intersection|difference|symmetricDifference|is(?:Subset|Superset|DisjointFrom)(?:Of)?|isDisjointFrom|getOrInsert(?:Computed)?)$/;
