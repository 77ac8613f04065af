import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import type { ValueType } from '../../model/type-oracle.js';
import { isNothing } from '../../semantics/values/is-nothing.js';
import { nothingOf } from '../../semantics/values/nothing-of.js';
import { onePrimitive, typeBySyntax, typesOf } from '../../semantics/values/primitive-type.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { type Change, changedPairs, type Trap } from '../trap.js';

/** `==` ↔ `===` is the same only where both sides are known to be of one primitive type, as far as they are there. */
export const strictEquality: Trap = (change) => {
  const { before: tree, site } = change;
  for (const { old, next } of changedPairs(change, 'BinaryExpression')) {
    if (!isEquation(old) || !isEquation(next) || old.operator.length === next.operator.length) continue;
    if (old.left.type === 'PrivateIdentifier') continue;
    if ([old.left, old.right, next.left, next.right].some(isNothing)) {
      if (asksForNothing(change, old, next)) continue;
      return refuse(
        'null-comparison',
        'Compared loosely, null and undefined are equal; compared strictly they are not.',
      );
    }
    const left = typesOf(tree, old.left, site.types);
    const right = typesOf(tree, old.right, site.types);
    const isMissed =
      (left.has('null') && mayBeUnset(tree, old.right)) || (right.has('null') && mayBeUnset(tree, old.left));
    const isClaim =
      (isNumberText(old.right) && isClaimed(tree, old.left)) || (isNumberText(old.left) && isClaimed(tree, old.right));
    if (isMissed || isClaim || !areAlike(left, right)) {
      return refuse('same-operand-types', 'The operands are not known to be of one primitive type.');
    }
  }
  return null;
};

/** `/x/.exec(text) == null`: what is compared may be the one of null and undefined that the strict side names, and never the other. */
function asksForNothing({ before: tree, after }: Change, old: Equation, next: Equation): boolean {
  const [value, kept] = [comparedWithNothing(old), comparedWithNothing(next)];
  if (!value || !kept || textOf(tree, value) !== textOf(after, kept)) return false;
  const strict = old.operator.length > next.operator.length ? old : next;
  const named = [strict.left, strict.right].find(isNothing);
  return named !== undefined && typeBySyntax(named) === nothingOf(tree, value);
}

/** The one side of a comparison that is neither null nor undefined. */
function comparedWithNothing({ left, right }: Equation): Node | null {
  if (isNothing(left) === isNothing(right)) return null;
  return isNothing(left) ? right : left;
}

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

/** `"1"`, with which a number may be meant as well. */
function isNumberText(node: Node): boolean {
  return node.type === 'Literal' && typeof node.value === 'string' && /^\d+$/.test(node.value);
}

/** `rows<{ id: string }[]>(found)[0].id`: what comes from elsewhere is of the type that the file says it is of, and perhaps of another. */
function isClaimed(tree: SyntaxTree, node: Node): boolean {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSTypeAssertion':
      return true;
    case 'CallExpression':
    case 'TaggedTemplateExpression':
      return (node.typeArguments ?? null) !== null;
    case 'ChainExpression':
    case 'ParenthesizedExpression':
    case 'TSNonNullExpression':
      return isClaimed(tree, node.expression);
    case 'AwaitExpression':
      return isClaimed(tree, node.argument);
    case 'ConditionalExpression':
      return isClaimed(tree, node.consequent) || isClaimed(tree, node.alternate);
    case 'MemberExpression':
      return isClaimed(tree, node.object);
    case 'Identifier': {
      const declaration = nameScopes(tree).resolve(node.name, node)?.declaration;
      const init = declaration?.type === 'VariableDeclarator' ? declaration.init : null;
      return init !== null && init !== undefined && isClaimed(tree, init);
    }
    default:
      return false;
  }
}

type Equation = Extract<Node, { type: 'BinaryExpression' }>;

function isEquation({ operator }: Equation): boolean {
  return /^[!=]==?$/.test(operator);
}
