import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { mayBeNullish, typesOf } from '../../semantics/values/primitive-type.js';
import { valueKinds } from '../../semantics/values/value-kinds.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `id as string` → `String(id)`: of nothing that makes the text "undefined", which is as true as any other. And
 * `list.map(String).join()` → `list.join()`, which makes an empty text of it.
 */
export const textOfNothing: Trap = ({ before: tree, site, after, places }) => {
  for (const { was, made } of places) {
    if (joinsTexts(tree, was) && joins(made) && !joinsTexts(after, made)) {
      return refuse(
        'same-operand-types',
        'What is null or undefined in the list is joined as an empty text, and has been a word.',
      );
    }
    if (was.type !== 'TSAsExpression' && was.type !== 'TSNonNullExpression') continue;
    const given = textMade(made);
    if (!given || textOf(after, given) !== textOf(tree, was.expression)) continue;
    const kinds = valueKinds(tree, was.expression);
    const mayBeNothing = kinds.has('nullish') || kinds.has('unknown');
    if (mayBeNothing && mayBeNullish(typesOf(tree, was.expression, site.types))) {
      return refuse('same-operand-types', 'It may be null or undefined here, of which a text would be made.');
    }
  }
  return null;
};

/** `list.map(String).join(', ')` */
function joinsTexts(tree: SyntaxTree, node: Node): boolean {
  if (!joins(node) || node.callee.type !== 'MemberExpression') return false;
  const { object: list } = node.callee;
  const [maker] = list.type === 'CallExpression' && memberName(list.callee) === 'map' ? list.arguments : [];
  return maker?.type === 'Identifier' && maker.name === 'String' && isUnbound(tree, maker);
}

function joins(node: Node): node is Extract<Node, { type: 'CallExpression' }> {
  return node.type === 'CallExpression' && memberName(node.callee) === 'join';
}

/** What a text is made of: `String(x)`, `${x}` alone. */
function textMade(node: Node): Node | null {
  if (node.type === 'CallExpression' && calledName(node.callee) === 'String') return node.arguments[0] ?? null;
  return node.type === 'TemplateLiteral' && node.quasis.length === 2 ? (node.expressions[0] ?? null) : null;
}
