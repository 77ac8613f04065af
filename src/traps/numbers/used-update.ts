import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import type { TypeOracle } from '../../model/type-oracle.js';
import { isWritten } from '../../semantics/names/is-written.js';
import { isValueUsed } from '../../semantics/uses/is-value-used.js';
import { isKnownAs } from '../../semantics/values/is-known-as.js';
import { typesOf } from '../../semantics/values/primitive-type.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedPairs, type Trap } from '../trap.js';

/** `a = i++` gives what was there before, `a = i += 1` what is there then; and `++` alone counts whatever it is given. */
export const usedUpdate: Trap = (change) => {
  const { before: tree, site } = change;
  for (const { old, next } of changedPairs(change, 'UpdateExpression', 'AssignmentExpression')) {
    if (old.type === next.type) continue;
    const update = old.type === 'UpdateExpression' ? old : next;
    if (update.type === 'UpdateExpression' && !update.prefix && isValueUsed(tree, old)) {
      return refuse(
        'number-used',
        'The value is used: `n++` gives the one from before the count, and `n += 1` the one from behind it.',
      );
    }
    if (old.type === 'AssignmentExpression') {
      if (old.operator !== '+=' && old.operator !== '=') continue;
      if (onlyNumbers(tree, old, site.types)) continue;
      return refuse('same-operand-types', 'What is counted is not known to be a number, and a text would become none.');
    }
    if (next.type === 'UpdateExpression') continue;
    const types = addsNumber(next) ? typesOf(tree, old.argument, site.types) : NONE;
    if (types.has('bigint') || types.has('string')) {
      return refuse(
        'same-operand-types',
        'What is counted is no number, and a number cannot be added to it like that.',
      );
    }
  }
  return null;
};

/** Whether nothing but numbers is assigned to the target of an assignment, as far as its file tells. */
function onlyNumbers(tree: SyntaxTree, { left }: Assignment, oracle: TypeOracle | undefined): boolean {
  if (isKnownAs(tree, left, 'number', oracle)) return true;
  const binding = left.type === 'Identifier' ? nameScopes(tree).resolve(left.name, left) : null;
  const declarator = binding?.declaration.type === 'VariableDeclarator' ? binding.declaration : null;
  if (!binding || declarator?.id !== binding.identifier || !declarator.init) return false;
  const isNumber = (node: Node): boolean =>
    node.type === 'BinaryExpression' && /^[-+*/%]$/.test(node.operator) && textOf(tree, node.left) === binding.name
      ? isNumber(node.right)
      : isKnownAs(tree, node, 'number', oracle);
  const { references } = nameScopes(tree).named(binding.name);
  const writes = references.filter(
    ({ node, binding: bound }) => bound?.identifier === binding.identifier && isWritten(tree, node),
  );
  return (
    isNumber(declarator.init) &&
    writes.every(({ node }) => {
      const write = tree.parent(node);
      if (write?.type === 'UpdateExpression') return true;
      return write?.type === 'AssignmentExpression' && write.left === node && isNumber(write.right);
    })
  );
}

type Assignment = Extract<Node, { type: 'AssignmentExpression' }>;

const NONE: ReadonlySet<string> = new Set();

function addsNumber({ right }: Extract<Node, { type: 'AssignmentExpression' }>): boolean {
  return right.type === 'Literal' && typeof right.value === 'number';
}
