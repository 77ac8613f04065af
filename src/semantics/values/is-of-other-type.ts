import type { Node } from 'oxc-parser';
import type { TypeOracle } from '../../model/type-oracle.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { constantValue } from './constant-value.js';
import { declaredType } from './declared-type.js';
import { onePrimitive, typesOf } from './primitive-type.js';

/**
 * Whether a value is declared to be of a type that another file gives, or is made of such a class: a method of it that is
 * called like one of the language need not do the same. What the project's types say goes before.
 */
export function isOfOtherType(tree: SyntaxTree, node: Node, oracle: TypeOracle | undefined): boolean {
  if (node.type === 'TSNonNullExpression' || node.type === 'ParenthesizedExpression') {
    return isOfOtherType(tree, node.expression, oracle);
  }
  const type = declaredType(tree, node);
  const made = type ? null : constantValue(tree, node);
  const isOther = type ? namesImported(tree, type) : made?.type === 'NewExpression' && isImported(tree, made.callee);
  return isOther && onePrimitive(typesOf(tree, node, oracle)) === null;
}

function namesImported(tree: SyntaxTree, type: Node): boolean {
  switch (type.type) {
    case 'TSUnionType':
      return type.types.some((each) => namesImported(tree, each));
    case 'TSParenthesizedType':
      return namesImported(tree, type.typeAnnotation);
    case 'TSTypeReference':
      return isImported(tree, type.typeName) || isGlobalOfProject(tree, type);
    default:
      return false;
  }
}

/** One that nothing here declares, such as of a `.d.ts`. What the language gives is known, and so is `Lowercase<T>`. */
function isGlobalOfProject(tree: SyntaxTree, { typeName: name, typeArguments }: TypeReference): boolean {
  return name.type === 'Identifier' && !typeArguments && !(name.name in globalThis) && isUnbound(tree, name);
}

type TypeReference = Extract<Node, { type: 'TSTypeReference' }>;

/** `Rope` of `import { Rope }`, and `ropes.Rope` of a namespace. */
function isImported(tree: SyntaxTree, name: Node): boolean {
  if (name.type === 'TSQualifiedName') return isImported(tree, name.left);
  if (name.type === 'MemberExpression') return isImported(tree, name.object);
  return name.type === 'Identifier' && nameScopes(tree).resolve(name.name, name)?.kind === 'import';
}
