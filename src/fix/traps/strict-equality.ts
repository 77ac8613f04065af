import type { Node } from 'oxc-parser';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { refuse } from '../refusal.js';
import type { ValueType } from '../types/type-oracle.js';
import { onePrimitive, typeBySyntax, typesOf } from '../values/primitive-type.js';
import { changedPairs, type Trap } from './trap.js';

/** `==` ↔ `===` is the same only where both sides are known to be of one primitive type, as far as they are there. */
export const strictEquality: Trap = (change) => {
  const { tree, site } = change.task;
  for (const { old, next } of changedPairs(change, 'BinaryExpression')) {
    if (!isEquation(old) || !isEquation(next) || old.operator.length === next.operator.length) continue;
    if (old.left.type === 'PrivateIdentifier') continue;
    if ([old.left, old.right, next.left, next.right].some(isNothing)) {
      return refuse(
        'null-comparison',
        'Compared loosely, null and undefined are equal; compared strictly they are not.',
      );
    }
    const left = typesOf(tree, old.left, site.types);
    const right = typesOf(tree, old.right, site.types);
    const isMissed =
      (left.has('null') && mayBeUnset(tree, old.right)) || (right.has('null') && mayBeUnset(tree, old.left));
    if (isMissed || !areAlike(left, right)) {
      return refuse('same-operand-types', 'The operands are not known to be of one primitive type.');
    }
  }
  return null;
};

/** Of one primitive type both, as far as they are there. Of what is missing, null and undefined are equal loosely alone. */
function areAlike(left: ReadonlySet<ValueType>, right: ReadonlySet<ValueType>): boolean {
  const type = onePrimitive(present(left));
  if (type === null || type !== onePrimitive(present(right))) return false;
  return !(left.has('null') && right.has('undefined')) && !(left.has('undefined') && right.has('null'));
}

/** `list[0]`, whatever it was declared to be: behind the end of a list there is undefined. */
function mayBeUnset(tree: SyntaxTree, node: Node): boolean {
  if (node.type === 'MemberExpression') return node.computed;
  const binding = node.type === 'Identifier' ? nameScopes(tree).resolve(node.name, node) : null;
  if (binding?.declaration.type !== 'VariableDeclarator') return false;
  const { id, init } = binding.declaration;
  return id.type === 'ArrayPattern' || (init?.type === 'MemberExpression' && init.computed);
}

function present(types: ReadonlySet<ValueType>): ReadonlySet<ValueType> {
  return new Set([...types].filter((each) => each !== 'null' && each !== 'undefined'));
}

function isEquation({ operator }: Extract<Node, { type: 'BinaryExpression' }>): boolean {
  return /^[!=]==?$/.test(operator);
}

function isNothing(node: Node): boolean {
  return /^(?:null|undefined)$/.test(typeBySyntax(node));
}
