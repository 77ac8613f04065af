import type { Node } from 'oxc-parser';
import { isUnbound } from '../../syntax/is-unbound.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { constantValue } from './constant-value.js';
import { declaredMember, declaredType } from './declared-type.js';

/** The type of what `map.get(key)` finds, where this file says what the map holds; null of any other expression. */
export function entryType(tree: SyntaxTree, node: Node): Node | null {
  if (node.type !== 'CallExpression' || node.optional || node.callee.type !== 'MemberExpression') return null;
  if (memberName(node.callee) !== 'get') return null;
  const { object } = node.callee;
  // A field without a type of its own is of that of its first value.
  const field = object.type === 'MemberExpression' ? declaredMember(tree, object) : null;
  return heldByMap(tree, declaredType(tree, object)) ?? heldByMap(tree, field?.value ?? constantValue(tree, object));
}

/** `V` of `Map<K, V>`, of the language. */
function heldByMap(tree: SyntaxTree, node: Node | null): Node | null {
  const name = node?.type === 'TSTypeReference' ? node.typeName : node?.type === 'NewExpression' ? node.callee : null;
  if (name?.type !== 'Identifier' || !/^(?:Readonly|Weak)?Map$/.test(name.name) || !isUnbound(tree, name)) return null;
  const given = node && 'typeArguments' in node ? node.typeArguments : null;
  return given?.params[1] ?? null;
}
