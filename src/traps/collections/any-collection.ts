import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { libraryFunction } from '../../semantics/modules/library-function.js';
import { isAskedAsList } from '../../semantics/uses/is-asked-as-list.js';
import { isMadeInOrder } from '../../semantics/values/is-made-in-order.js';
import { onePrimitive, typesOf } from '../../semantics/values/primitive-type.js';
import { type ValueKind, valueKinds } from '../../semantics/values/value-kinds.js';
import { isTypeScript } from '../../syntax/language-of.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `_.isEmpty(x)` → `x.length === 0`, `_.clone(x)` → `{ ...x }`: the library takes lists, texts and objects alike, and the
 * new code one kind of them.
 */
export const anyCollection: Trap = ({ before: tree, after, places, site }) => {
  for (const { was, made } of places) {
    if (was.type !== 'CallExpression' || !takesAll(tree, was.callee)) continue;
    const [value] = was.arguments;
    const wanted = value && kindsFor(after, made, textOf(tree, value));
    if (!value || !wanted) continue;
    const isText = wanted.includes('string') && onePrimitive(typesOf(tree, value, site.types)) === 'string';
    if (
      isText ||
      (wanted.includes('string') && isMadeInOrder(tree, value)) ||
      (wanted.includes('array') && isAskedAsList(tree, value)) ||
      [...valueKinds(tree, value)].every((kind) => wanted.includes(kind))
    )
      continue;
    return refuse(
      'same-operand-types',
      'Whether this is a list, a text or an object cannot be told, and the new code takes one kind.',
    );
  }
  return null;
};

/** Of one's own functions, what is called `isEmpty` asks of everything, too; in TypeScript the types of the project tell. */
function takesAll(tree: SyntaxTree, callee: Node): boolean {
  return (
    /^(?:isEmpty|size|clone)$/.test(libraryFunction(tree, callee) ?? '') ||
    (isOwnEmpty(callee) && !isTypeScript(tree.path))
  );
}

function isOwnEmpty(callee: Node): boolean {
  return callee.type === 'Identifier' && callee.name === 'isEmpty';
}

/** What the new code is right for; null where it takes all or does something else. */
function kindsFor(after: SyntaxTree, made: Node, value: string): readonly ValueKind[] | null {
  const nodes = after.descendants(made);
  const isOfValue = (node: Node): boolean => textOf(after, node) === value;
  const read = nodes.find((node) => node.type === 'MemberExpression' && isOfValue(node.object));
  if (read) return memberName(read) === 'size' ? ['map', 'set'] : ['array', 'string'];
  if (!nodes.some((node) => node.type === 'SpreadElement' && isOfValue(node.argument))) return null;
  return nodes.some(({ type }) => type === 'ArrayExpression') ? ['array'] : ['record', 'nullish'];
}
