import type { Node } from 'oxc-parser';
import { nameScopes } from '../../syntax/name-scopes.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { constantValue } from './constant-value.js';
import { elementOfType } from './element-of-type.js';
import { iteratedList, listBehind } from './iterated-list.js';
import { classMembers, DEPTH, type Declared, memberNamed, membersOfType } from './members-of-type.js';
import { reactState } from './react-state.js';

/** The type that a variable or member is declared to be of in its own file; null where nothing says one. */
export function declaredType(tree: SyntaxTree, node: Node, depth = 0): Node | null {
  const binding = node.type === 'Identifier' ? nameScopes(tree).resolve(node.name, node)?.identifier : null;
  const variable = binding?.type === 'Identifier' ? binding : null;
  const holder: Declared | null = node.type === 'MemberExpression' ? declaredMember(tree, node, depth) : variable;
  const type = holder?.typeAnnotation ?? (variable && takenMember(tree, variable, depth)?.member.typeAnnotation);
  return type?.typeAnnotation ?? (variable && handedType(tree, variable, depth));
}

/** Also of one that is made of another, as in `const paid = orders.filter(f)`. */
function typeOfList(tree: SyntaxTree, list: Node, depth: number): Node | null {
  const declared = declaredType(tree, list, depth);
  const source = declared ? list : listBehind(constantValue(tree, list));
  return source === list ? declared : declaredType(tree, source, depth);
}

/** The type of what a list or a state hook hands to a name or pattern that says none itself. */
export function handedType(tree: SyntaxTree, target: Node, depth: number): Node | null {
  const list = depth > DEPTH ? null : iteratedList(tree, target);
  if (list) return elementOfType(tree, typeOfList(tree, list, depth + 1));
  const state = reactState(tree, target);
  return state && state.arguments.length > 0 ? (state.typeArguments?.params[0] ?? null) : null;
}

/** Where a member of an object is declared, in its type or, of `this`, in its class; null where this file does not tell. */
export function declaredMember(
  tree: SyntaxTree,
  { object, property, computed }: Extract<Node, { type: 'MemberExpression' }>,
  depth = 0,
): Declared | null {
  if (computed) return null;
  return memberNamed(membersOf(tree, object, depth), staticName(property, computed));
}

/** What the type of an object declares, where it is written in this file. */
function membersOf(tree: SyntaxTree, object: Node, depth: number): readonly Node[] {
  if (object.type === 'ThisExpression') return classMembers(tree, object);
  if (object.type === 'MemberExpression' && (object.optional || depth > DEPTH)) return [];
  const type = declaredType(tree, object, depth + 1);
  return type ? membersOfType(tree, type, depth + 1) : [];
}

interface Taken {
  readonly member: Declared;
  /** The default. */
  readonly value: Node | null;
}

/** The member of a declared type that a name in a pattern is taken from; null of any other name. */
export function takenMember(tree: SyntaxTree, name: Node, depth: number): Taken | null {
  const parent = tree.parent(name);
  const withDefault = parent?.type === 'AssignmentPattern' && parent.left === name ? parent : null;
  const property = withDefault ? tree.parent(withDefault) : parent;
  const pattern = property?.type === 'Property' ? tree.parent(property) : null;
  if (property?.type !== 'Property' || pattern?.type !== 'ObjectPattern') return null;
  const type = pattern.typeAnnotation?.typeAnnotation ?? handedType(tree, pattern, depth);
  if (property.value !== (withDefault ?? name) || !type) return null;
  const key = staticName(property.key, property.computed);
  const member = memberNamed(membersOfType(tree, type, depth + 1), key);
  return member && { member, value: withDefault?.right ?? null };
}
