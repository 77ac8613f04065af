import type { BlockStatement, Node } from 'oxc-parser';
import { contains } from '../../model/position.js';
import { isWritten } from '../../semantics/names/is-written.js';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';

/**
 * Whether a statement prints what is said once: `if (!isTold) { console.warn(text); isTold = true; }`. Whoever keeps a
 * note of it means it to be read, and a note that nothing else asks for would be left.
 */
export function saysOnce(tree: SyntaxTree, block: BlockStatement, node: Node): boolean {
  const branch = tree.parent(block);
  if (branch?.type !== 'IfStatement' || branch.consequent !== block || branch.alternate) return false;
  const printing = node.type === 'ExpressionStatement' ? node.expression : null;
  if (printing?.type !== 'CallExpression' || !/^console\.\w+$/.test(textOf(tree, printing.callee))) return false;
  const { test } = branch;
  return block.body.every((each) => each === node || isNote(tree, each, test, branch));
}

function isNote(tree: SyntaxTree, statement: Node, test: Node, branch: Node): boolean {
  const set = statement.type === 'ExpressionStatement' ? statement.expression : null;
  if (set?.type === 'CallExpression') {
    const { callee } = set;
    return (
      callee.type === 'MemberExpression' && memberName(callee) === 'add' && isKept(tree, callee.object, test, branch)
    );
  }
  if (set?.type !== 'AssignmentExpression' || set.operator !== '=' || !isConstant(set.right)) return false;
  return isKept(tree, set.left, test, branch);
}

/** Whether the test asks for what is set, and nothing but this branch does: of a member only its name tells that. */
function isKept(tree: SyntaxTree, kept: Node, test: Node, branch: Node): boolean {
  const text = textOf(tree, kept);
  if (!tree.descendants(test).some((each) => textOf(tree, each) === text)) return false;
  if (kept.type !== 'Identifier') return /warn|deprecat|notif|notice|shown|told|once/i.test(text);
  const own = nameScopes(tree).resolve(kept.name, kept);
  const { references } = nameScopes(tree).named(kept.name);
  return references.every(({ binding, node }) => binding !== own || contains(branch, node) || isWritten(tree, node));
}

/** `true`, `1`, `!0` */
function isConstant(node: Node): boolean {
  return node.type === 'Literal' || (node.type === 'UnaryExpression' && node.argument.type === 'Literal');
}
