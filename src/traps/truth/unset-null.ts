import type { Node } from 'oxc-parser';
import { contains } from '../../model/position.js';
import { refuse } from '../../model/refusal.js';
import { isWritten } from '../../semantics/names/is-written.js';
import { isTested } from '../../semantics/uses/is-tested.js';
import { isCallee } from '../../syntax/is-callee.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOf } from '../../syntax/uses-of.js';
import { changedPairs, type Trap } from '../trap.js';

/** `let found = null;` → `let found;`: whoever returns it, hands it on or compares it strictly tells undefined from null. */
export const unsetNull: Trap = (change) => {
  const { before: tree } = change;
  for (const { old, next } of changedPairs(change, 'VariableDeclarator')) {
    if (!isNull(old.init) || next.init || old.id.type !== 'Identifier') continue;
    const reads = usesOf(tree, old.id).filter((use) => !isWritten(tree, use));
    if (reads.some((read) => !isSameForBoth(tree, read) && !isSetFirst(tree, read)))
      return refuse(
        'null-comparison',
        'Where it is used, it may still have no value, and undefined be told from null.',
      );
  }
  return null;
};

function isNull(node: Node | null): boolean {
  return node?.type === 'Literal' && node.raw === 'null';
}

/** `if (found)`, `found != null`, `found.name`, `found()`: of null and undefined the same comes. */
function isSameForBoth(tree: SyntaxTree, read: Node): boolean {
  const parent = tree.parent(read);
  if (parent?.type === 'MemberExpression' && parent.object === read) return true;
  if (parent?.type === 'BinaryExpression') return /^(?:[!=]=|instanceof)$/.test(parent.operator);
  return isTested(tree, read) || isCallee(tree, read);
}

/** Whether a statement in front of it, in a block around it, sets the variable whatever happens. */
function isSetFirst(tree: SyntaxTree, read: Node): boolean {
  const { name } = read as Extract<Node, { type: 'Identifier' }>;
  return tree.lineage(read).some((block) => {
    if (block.type !== 'BlockStatement' && block.type !== 'Program') return false;
    return block.body.some((each) => each.end <= read.start && !contains(each, read) && sets(each, name));
  });
}

function sets(statement: Node, name: string): boolean {
  const set = statement.type === 'ExpressionStatement' ? statement.expression : null;
  return set?.type === 'AssignmentExpression' && set.left.type === 'Identifier' && set.left.name === name;
}
