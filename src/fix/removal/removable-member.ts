import type { MethodDefinition, Node, PropertyDefinition } from 'oxc-parser';
import type { TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { hasEffects, holdsCode } from '../../semantics/effects/has-effects.js';
import { isAmbient } from '../../syntax/is-ambient.js';
import { isCallee } from '../../syntax/is-callee.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { coversHead } from '../matching/covers-head.js';
import { isExplained, isExplainedBehind } from './is-explained.js';
import { isReachedUnnamed } from './reached-unnamed.js';
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
export function checkMember(tree: SyntaxTree, node: Member, classBody: ClassBody): Refusal | null {
  const name = staticName(node.key, node.computed);
  if (name === null || !isPrivate(node) || node.decorators.length > 0 || node.override) return STAYS;
  if (node.type === 'MethodDefinition' && node.kind !== 'method') return STAYS;
  if (isOfTypesAlone(tree, node)) return STAYS;
  if (isNamedElsewhere(tree, node, name, classBody))
    return refuse('still-referenced', `"${name}" is still named in this file.`);
  if (node.key.type !== 'PrivateIdentifier' && isReachedUnnamed(tree, classBody))
    return refuse('still-referenced', `"${name}" may be asked for by a name that only running the code tells.`);
  const value = node.type === 'PropertyDefinition' ? node.value : null;
  if (value && (hasEffects(tree, value) || holdsCode(tree, value))) return IMPURE;
  if (classBody.body.length === 1) return refuse('sole-body', 'It is all that the class has.');
  return isExplained(tree, node) || isExplainedBehind(tree, node) ? EXPLAINED : null;
}

function isPrivate({ accessibility, key }: Member): boolean {
  return accessibility === 'private' || key.type === 'PrivateIdentifier';
}

/** Whether a field is there for the compiler alone: `private declare readonly brand: unique symbol`. */
function isOfTypesAlone(tree: SyntaxTree, node: Member): boolean {
  if (isAmbient(tree, node)) return true;
  const type = node.type === 'PropertyDefinition' && !node.value ? node.typeAnnotation?.typeAnnotation : null;
  if (type?.type === 'TSTypeOperator') return type.operator === 'unique';
  return /^TS(?:Never|Void|LiteralType)/.test(type?.type ?? '');
}

/** Whether the name stands anywhere else, in a text too, or in code that only running the program makes. `#name` is one of its class. */
function isNamedElsewhere(tree: SyntaxTree, member: Member, name: string, classBody: ClassBody): boolean {
  const evals = nameScopes(tree).named('eval').references;
  if (evals.some((use) => !use.binding && isCallee(tree, use.node))) return true;
  const isIn = (text: string): boolean => text.split(/[^\p{ID_Continue}$#]+/u).includes(name);
  const reach = member.key.type === 'PrivateIdentifier' ? classBody : tree.program;
  return tree.descendants(reach).some((node) => {
    if (node === member.key) return false;
    switch (node.type) {
      case 'Identifier':
      case 'PrivateIdentifier':
        return staticName(node, false) === name;
      case 'JSXIdentifier':
        return node.name === name;
      case 'Literal':
        return typeof node.value === 'string' && isIn(node.value);
      case 'TemplateElement':
        return node.value.raw.includes(name);
      default:
        return false;
    }
  });
}
