import type { Node } from 'oxc-parser';
import { isStatic } from '../../syntax/is-static.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { parameterMembers } from '../../syntax/parameter-members.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { declarationOf } from './declaration-of.js';

/** How many names are followed, by all together that ask one another. */
export const DEPTH = 8;

/** What says the type of a member or variable. */
export interface Declared {
  /** What a field of a class is set to at first. */
  readonly value?: Node | null;
  readonly typeAnnotation?: Extract<Node, { type: 'TSTypeAnnotation' }> | null | undefined;
  readonly optional?: boolean | undefined;
  readonly decorators?: readonly Node[] | undefined;
}

export function memberNamed(members: readonly Node[], name: string | null): Declared | null {
  for (const member of members) {
    if (member.type === 'Identifier' && member.name === name) return member;
    if (!('key' in member) || !('computed' in member) || staticName(member.key, member.computed) !== name) continue;
    if (member.type === 'TSPropertySignature' || member.type === 'PropertyDefinition') return member;
    if (member.type === 'MethodDefinition' && member.kind === 'get') return { typeAnnotation: member.value.returnType };
  }
  return null;
}

/** The members of what `this` is at a place: the class, or an object of it; a function in between has a `this` of its own. */
export function classMembers(tree: SyntaxTree, inside: Node): readonly Node[] {
  const owner = tree.lineage(inside).find(hasOwnThis);
  const holder = owner && (/^(?:Property|Accessor|Static)/.test(owner.type) ? owner : tree.parent(owner));
  const body = holder && tree.parent(holder);
  if (!holder || body?.type !== 'ClassBody') return [];
  return isStatic(holder) ? body.body.filter(isStatic) : instanceMembers(body);
}

function hasOwnThis({ type }: Node): boolean {
  return /^(?:Function(?:Declaration|Expression)|PropertyDefinition|AccessorProperty|StaticBlock)$/.test(type);
}

export function membersOfType(tree: SyntaxTree, type: Node, depth: number): readonly Node[] {
  if (depth > DEPTH) return [];
  if (type.type === 'TSTypeLiteral') return type.members;
  if (type.type === 'TSParenthesizedType') return membersOfType(tree, type.typeAnnotation, depth + 1);
  if (type.type === 'TSIntersectionType') return type.types.flatMap((each) => membersOfType(tree, each, depth + 1));
  const declaration = declarationOf(tree, type);
  switch (declaration?.type) {
    case 'TSInterfaceDeclaration':
      return [...declaration.body.body, ...declaration.extends.flatMap((each) => inherited(tree, each, depth + 1))];
    case 'ClassDeclaration':
      return instanceMembers(declaration.body);
    case 'TSTypeAliasDeclaration':
      return membersOfType(tree, declaration.typeAnnotation, depth + 1);
    default:
      return [];
  }
}

/** Those of an interface of this file that another one extends. */
function inherited(
  tree: SyntaxTree,
  { expression }: Extract<Node, { type: 'TSInterfaceHeritage' }>,
  depth: number,
): readonly Node[] {
  if (depth > DEPTH || expression.type !== 'Identifier') return [];
  const declaration = nameScopes(tree).resolve(expression.name, expression)?.declaration;
  if (declaration?.type !== 'TSInterfaceDeclaration') return [];
  return [...declaration.body.body, ...declaration.extends.flatMap((each) => inherited(tree, each, depth + 1))];
}

/** The fields, accessors and methods of an object of a class, and the parameters that become fields. */
function instanceMembers({ body }: Extract<Node, { type: 'ClassBody' }>): readonly Node[] {
  return [...body.filter((member) => !isStatic(member)), ...body.flatMap(parameterMembers).map(({ id }) => id)];
}
