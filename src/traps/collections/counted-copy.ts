import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { valueKinds } from '../../semantics/values/value-kinds.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `[...names].length`, `Array.from(names).length` → `names.size`: only a Set and a Map have a size. */
export const countedCopy: Trap = ({ before: tree, places }) => {
  for (const { was, made } of places) {
    if (made.type !== 'MemberExpression' || memberName(made) !== 'size') continue;
    const copied = was.type === 'MemberExpression' && memberName(was) === 'length' ? copiedBy(tree, was.object) : null;
    if (copied && ![...valueKinds(tree, copied)].every((kind) => kind === 'set' || kind === 'map')) return NO_SIZE;
  }
  return null;
};

const NO_SIZE = refuse('same-result', 'What is copied is not known to be a Set or a Map, and nothing else has a size.');

function copiedBy(tree: SyntaxTree, copy: Node): Node | null {
  if (copy.type === 'ArrayExpression') {
    const [only, ...others] = copy.elements;
    return only?.type === 'SpreadElement' && others.length === 0 ? only.argument : null;
  }
  if (copy.type !== 'CallExpression' || textOf(tree, copy.callee) !== 'Array.from') return null;
  return copy.arguments[0] ?? null;
}
