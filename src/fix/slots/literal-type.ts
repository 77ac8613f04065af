import type { Node } from 'oxc-parser';
import { isFunction } from '../../syntax/is-function.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/** One step from a value into its parts: a key, or null for any element. */
type Step = string | null;

/** Type references that hand on the type they are given. */
const THROUGH: ReadonlySet<string> = new Set(['Readonly', 'Partial', 'Required', 'NonNullable', 'Omit', 'Pick']);
const LISTS: ReadonlySet<string> = new Set(['Array', 'ReadonlyArray', 'Set', 'Promise']);

/** How many names of types are followed. */
const DEPTH = 8;

/**
 * Whether the type declared for a value takes that literal only, or one of a few: `const c: { key: "abc" }`,
 * `satisfies Record<string, "abc">`. Types of other files are not read.
 */
export function hasLiteralType(tree: SyntaxTree, value: Node): boolean {
  const path: Step[] = [];
  let child = value;
  for (let parent = tree.parent(child); parent; child = parent, parent = tree.parent(parent)) {
    switch (parent.type) {
      case 'ParenthesizedExpression':
      case 'TSNonNullExpression':
      case 'ObjectExpression':
        break;
      case 'ArrayExpression':
        path.unshift(null);
        break;
      case 'Property': {
        const key = parent.value === child && !parent.computed ? nameOfKey(parent.key) : null;
        if (key === null) return false;
        path.unshift(key);
        break;
      }
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
        if (isLiteral(tree, parent.typeAnnotation, path, 0)) return true;
        break;
      case 'ReturnStatement':
      case 'ArrowFunctionExpression':
        return isReturnedSo(tree, parent, path);
      case 'VariableDeclarator':
        return parent.init === child && isAnnotatedSo(tree, parent.id, path);
      case 'PropertyDefinition':
      case 'AccessorProperty':
        return parent.typeAnnotation ? isLiteral(tree, parent.typeAnnotation, path, 0) : false;
      case 'AssignmentExpression':
        return parent.right === child && isAssignedSo(tree, parent.left, path);
      default:
        return false;
    }
  }
  return false;
}

/** Of an async function the type says the promise of what is returned. */
function isReturnedSo(tree: SyntaxTree, from: Node, path: readonly Step[]): boolean {
  const owner = tree.lineage(from).find(isFunction);
  if (!owner?.returnType) return false;
  return isLiteral(tree, owner.returnType, owner.async ? [null, ...path] : path, 0);
}

function isAssignedSo(tree: SyntaxTree, left: Node, path: readonly Step[]): boolean {
  if (left.type === 'MemberExpression') {
    const key = left.computed ? null : nameOfKey(left.property);
    return key !== null && isAssignedSo(tree, left.object, [key, ...path]);
  }
  if (left.type !== 'Identifier' || !mayBeAnnotated(tree, left.name)) return false;
  const binding = nameScopes(tree).resolve(left.name, left);
  return binding !== null && isAnnotatedSo(tree, binding.identifier, path);
}

/** Whether any binding of that name may have a type. Reading all scopes is dear, and most names have none. */
function mayBeAnnotated(tree: SyntaxTree, name: string): boolean {
  const { text } = tree;
  if (text.includes('\\u')) return true;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length;
    // The annotation is a part of the identifier, behind its name.
    BEFORE_TYPE.lastIndex = end;
    if (!BEFORE_TYPE.test(text)) continue;
    const node = tree.enclosing({ start: at, end });
    if (node.type === 'Identifier' && node.typeAnnotation) return true;
  }
  return false;
}

/** What a name is followed by where it has a type: a colon, perhaps behind `?`, `!` or a comment. */
const BEFORE_TYPE = /\s*[:?!/]/y;

function isAnnotatedSo(tree: SyntaxTree, name: Node, path: readonly Step[]): boolean {
  return name.type === 'Identifier' && name.typeAnnotation ? isLiteral(tree, name.typeAnnotation, path, 0) : false;
}

function nameOfKey(key: Node): string | null {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' && typeof key.value === 'string' ? key.value : null;
}

function isLiteral(tree: SyntaxTree, type: Node, path: readonly Step[], depth: number): boolean {
  const [step, ...rest] = path;
  switch (type.type) {
    case 'TSTypeAnnotation':
    case 'TSParenthesizedType':
      return isLiteral(tree, type.typeAnnotation, path, depth);
    case 'TSLiteralType':
    case 'TSTemplateLiteralType':
      return step === undefined;
    case 'TSUnionType': {
      const parts = type.types.filter((each) => !/^TS(?:Null|Undefined|Void)Keyword$/.test(each.type));
      // With a key to follow, the parts without it say nothing.
      return step === undefined
        ? parts.length > 0 && parts.every((each) => isLiteral(tree, each, path, depth))
        : parts.some((each) => isLiteral(tree, each, path, depth));
    }
    case 'TSIntersectionType':
      return type.types.some((each) => isLiteral(tree, each, path, depth));
    case 'TSTypeOperator':
      return type.operator === 'readonly' && isLiteral(tree, type.typeAnnotation, path, depth);
    case 'TSArrayType':
      return step === null && isLiteral(tree, type.elementType, rest, depth);
    case 'TSTypeLiteral':
      return step !== undefined && isMemberLiteral(tree, type.members, step, rest, depth);
    case 'TSInterfaceDeclaration':
      return step !== undefined && isMemberLiteral(tree, type.body.body, step, rest, depth);
    case 'TSTypeReference':
      return isReferenceLiteral(tree, type, path, depth);
    default:
      return false;
  }
}

function isMemberLiteral(
  tree: SyntaxTree,
  members: readonly Node[],
  step: Step,
  rest: readonly Step[],
  depth: number,
): boolean {
  const named = members.find((each) => each.type === 'TSPropertySignature' && nameOfKey(each.key) === step);
  const member = named ?? members.find(({ type }) => type === 'TSIndexSignature');
  if (member?.type !== 'TSPropertySignature' && member?.type !== 'TSIndexSignature') return false;
  return member.typeAnnotation ? isLiteral(tree, member.typeAnnotation, rest, depth) : false;
}

function isReferenceLiteral(
  tree: SyntaxTree,
  reference: Extract<Node, { type: 'TSTypeReference' }>,
  path: readonly Step[],
  depth: number,
): boolean {
  if (reference.typeName.type !== 'Identifier' || depth >= DEPTH) return false;
  const { name } = reference.typeName;
  const binding = nameScopes(tree).bindings.find((each) => each.name === name && each.kind === 'type');
  if (binding) {
    const { declaration } = binding;
    const type = declaration.type === 'TSTypeAliasDeclaration' ? declaration.typeAnnotation : declaration;
    return isLiteral(tree, type, path, depth + 1);
  }
  const [first, second] = reference.typeArguments?.params ?? [];
  if (THROUGH.has(name)) return first !== undefined && isLiteral(tree, first, path, depth + 1);
  if (path.length === 0) return false;
  const inner = name === 'Record' ? second : LISTS.has(name) && path[0] === null ? first : undefined;
  return inner !== undefined && isLiteral(tree, inner, path.slice(1), depth + 1);
}
