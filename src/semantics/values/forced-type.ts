import type { Node } from 'oxc-parser';
import { type FunctionNode, isFunction } from '../../syntax/is-function.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { type Binding, nameScopes } from '../../syntax/name-scopes.js';
import { namedFunction } from '../../syntax/named-function.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOf } from '../../syntax/uses-of.js';

/** How many names are followed. */
const DEPTH = 8;

/**
 * Whether what the file says of a value's type was forced on it, so that nobody checked it: by way of `any`, `unknown`
 * or `never`, under a comment that tells the compiler to look away, or for data of a request that is no text.
 */
export function hasForcedType(tree: SyntaxTree, node: Node, depth = 0): boolean {
  if (depth > DEPTH) return true;
  switch (node.type) {
    case 'ParenthesizedExpression':
    case 'ChainExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
      return hasForcedType(tree, node.expression, depth);
    case 'TSAsExpression':
    case 'TSTypeAssertion':
      return isForced(node, node.typeAnnotation);
    case 'MemberExpression':
      return node.object.type === 'ThisExpression' ? isUnchecked(tree) : hasForcedType(tree, node.object, depth);
    case 'CallExpression': {
      const called = namedFunction(tree, node.callee);
      return called !== null && isAnswerForced(tree, called);
    }
    case 'Identifier': {
      const binding = nameScopes(tree).resolve(node.name, node);
      return binding !== null && isVariableForced(tree, binding, depth);
    }
    default:
      return false;
  }
}

function isVariableForced(tree: SyntaxTree, { declaration, identifier }: Binding, depth: number): boolean {
  if (identifier.type !== 'Identifier') return false;
  // What a pattern takes out of a value is as sure as the value.
  const { id, init = null } = declaration.type === 'VariableDeclarator' ? declaration : { id: identifier };
  const type = (identifier.typeAnnotation ?? id.typeAnnotation)?.typeAnnotation;
  if (!type) return init !== null && hasForcedType(tree, init, depth + 1);
  if (isUnchecked(tree) || (init && (isForced(init, type) || isIgnored(tree, declaration)))) return true;
  return usesOf(tree, identifier).some((use) => {
    const parent = tree.parent(use);
    return parent?.type === 'AssignmentExpression' && parent.left === use && isForced(parent.right, type);
  });
}

function isAnswerForced(tree: SyntaxTree, called: FunctionNode): boolean {
  const type = called.returnType?.typeAnnotation;
  if (!type) return false;
  return isUnchecked(tree) || isIgnored(tree, called) || returned(tree, called).some((value) => isForced(value, type));
}

function returned(tree: SyntaxTree, called: FunctionNode): readonly Node[] {
  if (called.body?.type !== 'BlockStatement') return called.body ? [called.body] : [];
  return tree.descendants(called.body).flatMap((node) => {
    const isOwn = node.type === 'ReturnStatement' && tree.lineage(node).find(isFunction) === called;
    return isOwn && node.argument ? [node.argument] : [];
  });
}

/** Whether a value of some other type would be taken for one of a type without a word. */
function isForced(value: Node, type: Node): boolean {
  switch (value.type) {
    case 'TSAsExpression':
    case 'TSTypeAssertion':
      return (
        /^TS(?:Any|Never|Unknown)Keyword$/.test(value.typeAnnotation.type) ||
        isForced(value.expression, value.typeAnnotation)
      );
    case 'ParenthesizedExpression':
    case 'ChainExpression':
    case 'TSNonNullExpression':
      return isForced(value.expression, type);
    case 'AwaitExpression':
      return isForced(value.argument, type);
    case 'ConditionalExpression':
      return isForced(value.consequent, type) || isForced(value.alternate, type);
    case 'LogicalExpression':
      return isForced(value.left, type) || isForced(value.right, type);
    case 'CallExpression':
      return !isStructure(type) && isForced(value.callee, type);
    case 'MemberExpression':
      return (isRequestData(value) && !isTextType(type)) || (!isStructure(type) && isForced(value.object, type));
    default:
      return false;
  }
}

/** A list, map or function: who says that `(this as any).read()` gives one has it in mind, and it is never mere text. */
function isStructure(type: Node): boolean {
  return (
    /^TS(?:Array|Tuple|Function)Type$/.test(type.type) ||
    (type.type === 'TSTypeReference' && type.typeArguments != null)
  );
}

/** `req.query` and its like: what a client sends, which is mostly text and may be anything. */
function isRequestData(node: Node): boolean {
  if (node.type !== 'MemberExpression' || !/^(?:query|params|body|cookies)$/.test(memberName(node) ?? '')) return false;
  const { object } = node;
  return /^(?:_?req(?:uest)?|ctx|context|event)$/.test(calledName(object) ?? '');
}

function isTextType(type: Node): boolean {
  if (type.type === 'TSUnionType') return type.types.every(isTextType);
  return /^TS(?:String|Undefined|Null)Keyword$/.test(type.type);
}

function isUnchecked(tree: SyntaxTree): boolean {
  return tree.text.includes('@ts-nocheck') && tree.comments.some(({ value }) => /^\s*@ts-nocheck\b/.test(value));
}

/** Whether a comment within some code, or on the line above it, has the compiler look away. */
function isIgnored(tree: SyntaxTree, { start, end }: Node): boolean {
  if (!/@ts-(?:ignore|expect-error)/.test(tree.text)) return false;
  return tree.comments.some((comment) => {
    if (comment.start > end || !/^\s*@ts-(?:ignore|expect-error)\b/.test(comment.value)) return false;
    return comment.start > start || /^[^\S\r\n]*(?:\r\n?|\n)[^\r\n]*$/.test(tree.text.slice(comment.end, start));
  });
}
