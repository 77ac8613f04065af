import type { Node } from 'oxc-parser';
import { constantValue } from '../../semantics/values/constant-value.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

type ClassBody = Extract<Node, { type: 'ClassBody' }>;
type ClassNode = Extract<Node, { type: 'ClassDeclaration' | 'ClassExpression' }>;

/**
 * Whether a member of a class that is private to the compiler alone may be reached without its name: by a template that
 * a framework runs, by a name that only running the code tells, or by what lists all that an object has.
 */
export function isReachedUnnamed(tree: SyntaxTree, body: ClassBody): boolean {
  const owner = tree.parent(body);
  if (owner?.type !== 'ClassDeclaration' && owner?.type !== 'ClassExpression') return true;
  // The fields of such a class are the data of its template.
  if (owner.superClass?.type === 'Identifier' && owner.superClass.name === 'Vue') return true;
  if (owner.decorators.some(({ expression }) => !IS_OF_INJECTION.test(nameOf(expression)))) return true;
  const isObject = (node: Node | null | undefined): boolean => node != null && mayBeOfClass(tree, node, owner);
  return tree.descendants(tree.program).some((node) => asksUnnamed(node, isObject));
}

/** Decorators of classes that are only made and called. All others may read every member, or belong to a template. */
const IS_OF_INJECTION =
  /^(?:[Ii]njectable|[Ss]ingleton|[Ss]coped|Service|(?:Rest|Json)?Controller|Module|Resolver|Catch)$/;

function nameOf(decorator: Node): string {
  return calledName(decorator.type === 'CallExpression' ? decorator.callee : decorator) ?? '';
}

function asksUnnamed(node: Node, isObject: (node: Node | null | undefined) => boolean): boolean {
  switch (node.type) {
    case 'MemberExpression':
      return node.computed && staticName(node.property, true) === null && isObject(node.object);
    case 'SpreadElement':
      return isObject(node.argument);
    case 'BinaryExpression':
      return node.operator === 'in' && staticName(node.left, true) === null && isObject(node.right);
    case 'ForInStatement':
      return isObject(node.right);
    case 'VariableDeclarator':
      return node.id.type === 'ObjectPattern' && node.id.properties.some(isOpen) && isObject(node.init);
    case 'CallExpression': {
      if (!LISTS.test(textOfCallee(node.callee)) && !TAKES_WHOLE.test(calledName(node.callee) ?? '')) return false;
      const given = memberName(node.callee) === 'assign' ? node.arguments.slice(1) : node.arguments.slice(0, 1);
      return given.some(isObject);
    }
    default:
      return false;
  }
}

/** `...rest` and `[key]: value` in a pattern. */
function isOpen(part: Node): boolean {
  return part.type === 'RestElement' || (part.type === 'Property' && staticName(part.key, part.computed) === null);
}

function textOfCallee(callee: Node): string {
  const object = callee.type === 'MemberExpression' && callee.object.type === 'Identifier' ? callee.object.name : '';
  return `${object}.${calledName(callee) ?? ''}`;
}

const LISTS =
  /^(?:Object\.(?:keys|values|entries|assign|hasOwn|getOwnProperty\w+)|Reflect\.(?:get|has|ownKeys)|JSON\.stringify|\.structuredClone)$/;

/** What writes an object out, sends it or copies it, whole. */
const TAKES_WHOLE =
  /^(?:insert(?:One)?|save|store|send|post|put|publish|serialize|stringify|clone(?:Deep)?|pick(?:By)?|omit(?:By)?|toPairs|isEqual|inspect|toPlain|instanceToPlain)$/;

/** How many names and parts are followed. */
const DEPTH = 8;

/** Whether an expression may give an object of a class, or what its objects inherit from, as far as this file tells. */
function mayBeOfClass(tree: SyntaxTree, node: Node, owner: ClassNode, depth = 0): boolean {
  if (depth > DEPTH) return true;
  switch (node.type) {
    case 'ThisExpression':
      return true;
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSTypeAssertion':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
      return mayBeOfClass(tree, node.expression, owner, depth + 1);
    case 'NewExpression':
      return isClass(tree, node.callee, owner);
    case 'MemberExpression':
      return memberName(node) === 'prototype' && isClass(tree, node.object, owner);
    case 'Identifier': {
      if (isClass(tree, node, owner)) return true;
      const value = constantValue(tree, node);
      return value === node
        ? isAnnotated(tree, node, owner)
        : value.type !== 'Identifier' && mayBeOfClass(tree, value, owner, depth + 1);
    }
    default:
      return false;
  }
}

function isClass(tree: SyntaxTree, node: Node, owner: ClassNode): boolean {
  return node.type === 'Identifier' && node.name === nameOfClass(tree, owner);
}

function nameOfClass(tree: SyntaxTree, owner: ClassNode): string | null {
  const parent = tree.parent(owner);
  const named = owner.id ?? (parent?.type === 'VariableDeclarator' ? parent.id : null);
  return named?.type === 'Identifier' ? named.name : null;
}

/** Whether a variable is declared to hold an object of a class, or anything at all. */
function isAnnotated(tree: SyntaxTree, node: Extract<Node, { type: 'Identifier' }>, owner: ClassNode): boolean {
  const identifier = nameScopes(tree).resolve(node.name, node)?.identifier;
  const type = identifier?.type === 'Identifier' ? identifier.typeAnnotation?.typeAnnotation : null;
  if (type?.type !== 'TSTypeReference') return type?.type === 'TSAnyKeyword';
  return type.typeName.type === 'Identifier' && type.typeName.name === nameOfClass(tree, owner);
}
