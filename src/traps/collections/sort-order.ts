import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { changedCalls, type Trap } from '../trap.js';

/** `sort()` → `sort((a, b) => a - b)` sorts numbers; of texts it leaves the order to chance. */
export const sortOrder: Trap = (change) => {
  const { before: tree } = change;
  for (const { old, next } of changedCalls(change)) {
    if (!/^(?:sort|toSorted)$/.test(memberName(old.callee) ?? '')) continue;
    if (old.arguments.length > 0 || next.arguments.length === 0 || old.callee.type !== 'MemberExpression') continue;
    if (!isNumbers(tree, old.callee.object)) {
      return refuse('same-operand-types', 'Whether all that is sorted are numbers cannot be told.');
    }
  }
  return null;
};

function isNumbers(tree: SyntaxTree, node: Node): boolean {
  if (node.type === 'ArrayExpression') {
    return (
      node.elements.length > 0 &&
      node.elements.every((each) => each?.type === 'Literal' && typeof each.value === 'number')
    );
  }
  const binding = node.type === 'Identifier' ? nameScopes(tree).resolve(node.name, node) : null;
  if (binding?.identifier.type !== 'Identifier') return false;
  const type = binding.identifier.typeAnnotation?.typeAnnotation;
  if (type) return type.type === 'TSArrayType' && type.elementType.type === 'TSNumberKeyword';
  const init = binding.declaration.type === 'VariableDeclarator' ? binding.declaration.init : null;
  return binding.kind === 'const' && init?.type === 'ArrayExpression' && isNumbers(tree, init);
}
