import type { Node } from 'oxc-parser';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

type EnumKind = 'string' | 'number' | 'unknown';
type Enum = Extract<Node, { type: 'TSEnumDeclaration' }>;
type Member = Enum['body']['members'][number];

/** What the members of an enum of this file are, which also is what a value of its type is. */
export function kindsOfEnum(tree: SyntaxTree, { id, body }: Enum): ReadonlySet<EnumKind> {
  const isWhole = nameScopes(tree).named(id.name).bindings.length === 1;
  return new Set(isWhole && body.members.length > 0 ? body.members.map(kindOfMember) : ['unknown']);
}

/** The kind of `State.Busy`; null where that is no member of an enum of this file. */
export function kindOfEnumMember(tree: SyntaxTree, node: Extract<Node, { type: 'MemberExpression' }>): EnumKind | null {
  const { object } = node;
  if (object.type !== 'Identifier' || node.optional) return null;
  const declaration = nameScopes(tree).resolve(object.name, object)?.declaration;
  if (declaration?.type !== 'TSEnumDeclaration') return null;
  const name = memberName(node);
  const member = declaration.body.members.find(({ id }) => staticName(id, false) === name);
  return member ? kindOfMember(member) : null;
}

/** One without a value counts on from the one before it; what is reckoned from others may be a text of theirs. */
function kindOfMember({ initializer }: Member): EnumKind {
  if (initializer === null || initializer.type === 'UnaryExpression') return 'number';
  if (initializer.type === 'TemplateLiteral') return 'string';
  if (initializer.type === 'BinaryExpression') return initializer.operator === '+' ? 'unknown' : 'number';
  if (initializer.type !== 'Literal') return 'unknown';
  const type = typeof initializer.value;
  return type === 'string' || type === 'number' ? type : 'unknown';
}
