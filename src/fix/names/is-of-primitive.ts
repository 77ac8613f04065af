import type { Node } from 'oxc-parser';
import { contains } from '../../model/position.js';
import { isWritten } from '../../semantics/names/is-written.js';
import { leavesBlock } from '../../syntax/leaves-block.js';
import { type Binding, nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

type Member = Extract<Node, { type: 'MemberExpression' }>;
type Comparison = Extract<Node, { type: 'BinaryExpression' }>;

/**
 * Whether a member is set of what may be a text: `if (typeof flash === 'string') flash = { … }` before
 * `flash.type = 'error'`. Of a setting, what may be a text may be `true` as well; a parameter that is made an object of a
 * text, or left to it, is one from there on.
 */
export function isOfPrimitive(tree: SyntaxTree, { object, start }: Member): boolean {
  if (object.type !== 'Identifier' || !isWritten(tree, tree.parent(object) ?? object)) return false;
  const scopes = nameScopes(tree);
  const own = scopes.resolve(object.name, object);
  if (own === null) return false;
  return scopes.named(object.name).references.some(({ binding, node: use }) => {
    const comparison = binding === own ? askedForText(tree, use) : null;
    if (!comparison || comparison.start > start) return false;
    return own.kind !== 'parameter' || !isSettled(tree, comparison, own, start);
  });
}

/** `typeof use === 'string'` */
function askedForText(tree: SyntaxTree, use: Node): Comparison | null {
  const asked = tree.parent(use);
  const comparison = asked?.type === 'UnaryExpression' && asked.operator === 'typeof' ? tree.parent(asked) : null;
  if (comparison?.type !== 'BinaryExpression') return null;
  const isText = [comparison.left, comparison.right].some((side) => side.type === 'Literal' && side.value === 'string');
  return isText ? comparison : null;
}

/** Whether the case of a text has been dealt with before an offset: by leaving, or by another value. */
function isSettled(tree: SyntaxTree, comparison: Comparison, own: Binding, offset: number): boolean {
  const choice = tree.parent(comparison);
  if (!/^===?$/.test(comparison.operator)) return false;
  if (choice?.type !== 'IfStatement' && choice?.type !== 'ConditionalExpression') return false;
  if (choice.test !== comparison) return false;
  const { consequent } = choice;
  if (leavesBlock(tree, consequent) && consequent.end <= offset) return true;
  const setting = choice.type === 'IfStatement' ? consequent : tree.parent(choice);
  return nameScopes(tree)
    .named(own.name)
    .references.some(({ binding, node }) => {
      if (binding !== own || !setting || !contains(setting, node) || node.start >= offset) return false;
      return isWritten(tree, node);
    });
}
