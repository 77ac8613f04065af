import type { MethodDefinition, Node, PropertyDefinition } from 'oxc-parser';
import type { TextRange } from '../../model/position.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { coversHead } from '../covers-head.js';
import { type Refusal, refuse } from '../refusal.js';
import { hasEffects, holdsCode } from '../values/has-effects.js';
import { isExplained } from './is-explained.js';
import { EXPLAINED, IMPURE, STAYS } from './removal-refusal.js';

type Member = PropertyDefinition | MethodDefinition;
type ClassBody = Extract<Node, { type: 'ClassBody' }>;

/** The body of the class that a field or method belongs to whose name matched; null for any other node. */
export function bodyOfMember(match: TextRange, node: Node, parent: Node): ClassBody | null {
  return isMember(node) && parent.type === 'ClassBody' && coversHead(match, node.key) ? parent : null;
}

export function isMember(node: Node): node is Member {
  return node.type === 'PropertyDefinition' || node.type === 'MethodDefinition';
}

/** Why a member of a class may not go, or null: what is private, and named nowhere else in its file, is used by nobody. */
export function checkMember(tree: SyntaxTree, node: Member, { body }: ClassBody): Refusal | null {
  const name = staticName(node.key, node.computed);
  if (name === null || !isPrivate(node) || node.decorators.length > 0 || node.override) return STAYS;
  if (node.type === 'MethodDefinition' && node.kind !== 'method') return STAYS;
  if (isNamedElsewhere(tree, node, name)) return refuse('still-referenced', `"${name}" is still named in this file.`);
  const value = node.type === 'PropertyDefinition' ? node.value : null;
  if (value && (hasEffects(tree, value) || holdsCode(tree, value))) return IMPURE;
  if (body.length === 1) return refuse('sole-body', 'It is all that the class has.');
  return isExplained(tree, node) ? EXPLAINED : null;
}

function isPrivate({ accessibility, key }: Member): boolean {
  return accessibility === 'private' || key.type === 'PrivateIdentifier';
}

/** Whether the name stands anywhere else, as text too, or a member is asked for by a name that only running the code tells. */
function isNamedElsewhere(tree: SyntaxTree, member: Member, name: string): boolean {
  return tree.descendants(tree.program).some((node) => {
    if (node === member.key) return false;
    switch (node.type) {
      case 'Identifier':
      case 'PrivateIdentifier':
        return staticName(node, false) === name;
      case 'Literal':
        return node.value === name;
      case 'TemplateElement':
        return node.value.raw.includes(name);
      case 'MemberExpression':
        return node.computed && staticName(node.property, true) === null && node.object.type === 'ThisExpression';
      default:
        return false;
    }
  });
}
