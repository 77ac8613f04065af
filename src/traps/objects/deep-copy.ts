import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { declarationOf } from '../../semantics/values/declaration-of.js';
import { declaredType } from '../../semantics/values/declared-type.js';
import { isPlainData } from '../../semantics/values/is-plain-data.js';
import { typesOf } from '../../semantics/values/primitive-type.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedPairs, type Trap } from '../trap.js';

/**
 * `cloneDeep(x)` → `structuredClone(x)`: functions, and what a framework has wrapped to watch it, make the new one throw; of
 * an object of a class it keeps the fields alone. The same of an `x` that was given as it is.
 */
export const deepCopy: Trap = (change) => {
  const { before: tree, after, site } = change;
  for (const { was, made } of change.places) {
    const given = spreadIn(was.type === 'ReturnStatement' ? was.argument : was);
    const copy = made.type === 'ReturnStatement' ? made.argument : made;
    if (!given || !copy || !isCopyOf(after, copy, textOf(tree, given))) continue;
    if (!isData(tree, given) && !isOfData(tree, given) && !isPrimitive(typesOf(tree, given, site.types)))
      return UNKNOWN;
  }
  for (const { old, next } of changedPairs(change, 'CallExpression')) {
    const [was, is] = [calledName(old.callee) ?? '', calledName(next.callee) ?? ''];
    if (was === is || is !== 'structuredClone' || !COPIES.test(was)) continue;
    const [copied] = old.arguments;
    if (!copied || !isData(tree, copied)) return UNKNOWN;
  }
  return null;
};

const UNKNOWN = refuse('same-arguments', 'Whether all that is copied is plain data cannot be told.');

/** `x` of `{ ...x }`, which is a copy already, and anything else as it is. */
function spreadIn(node: Node | null): Node | null {
  if (node?.type !== 'ObjectExpression') return node;
  const [only, ...others] = node.properties;
  return only?.type === 'SpreadElement' && others.length === 0 ? only.argument : node;
}

/** `structuredClone(x)` of an `x`. */
function isCopyOf(tree: SyntaxTree, node: Node, was: string): boolean {
  if (node.type !== 'CallExpression' || calledName(node.callee) !== 'structuredClone') return false;
  const [copied, ...more] = node.arguments;
  return copied !== undefined && more.length === 0 && textOf(tree, copied) === was;
}

/** Whether a value is declared to be texts, numbers and flags, or lists and objects of such. */
function isOfData(tree: SyntaxTree, node: Node): boolean {
  const type = declaredType(tree, node);
  return type !== null && isDataType(tree, type, 0);
}

/** How many types within types are looked at. */
const DEPTH = 12;

function isDataType(tree: SyntaxTree, type: Node, depth: number): boolean {
  const isData = (each: Node): boolean => depth < DEPTH && isDataType(tree, each, depth + 1);
  switch (type.type) {
    case 'TSArrayType':
      return isData(type.elementType);
    case 'TSTypeOperator':
    case 'TSParenthesizedType':
      return type.typeAnnotation !== null && isData(type.typeAnnotation);
    case 'TSUnionType':
      return type.types.every(isData);
    case 'TSTypeLiteral':
    case 'TSInterfaceBody':
      return (type.type === 'TSTypeLiteral' ? type.members : type.body).every(
        (each) =>
          each.type === 'TSPropertySignature' && !!each.typeAnnotation && isData(each.typeAnnotation.typeAnnotation),
      );
    case 'TSTypeReference': {
      const declared = declarationOf(tree, type);
      if (declared) return isOfOwnParts(declared) && isData(bodyOf(declared));
      const isKnown = type.typeName.type === 'Identifier' && DATA.test(type.typeName.name);
      return isKnown && (type.typeArguments?.params ?? []).every(isData);
    }
    default:
      return /^TS(?:String|Number|Boolean|BigInt|Null|Undefined)Keyword$|^TSLiteralType$/.test(type.type);
  }
}

/** A named type that stands for what it is written as, no more. */
function isOfOwnParts(declared: Node): declared is OwnType {
  if (declared.type === 'TSInterfaceDeclaration') return declared.extends.length === 0 && !declared.typeParameters;
  return declared.type === 'TSTypeAliasDeclaration' && !declared.typeParameters;
}

type OwnType = Extract<Node, { type: 'TSInterfaceDeclaration' | 'TSTypeAliasDeclaration' }>;

function bodyOf(declared: OwnType): Node {
  return declared.type === 'TSInterfaceDeclaration' ? declared.body : declared.typeAnnotation;
}

const DATA = /^(?:Array|ReadonlyArray|Readonly|Partial|Record|Map|Set|Date)$/;

function isPrimitive(types: ReadonlySet<string>): boolean {
  return !types.has('object') && !types.has('unknown') && !types.has('symbol');
}

const COPIES = /^(?:cloneDeep|deepClone|deepCopy|cloneDeepWith|clone|klona|rfdc|extend)$/;

/** What was read from JSON just now is data as well. */
function isData(tree: SyntaxTree, node: Node): boolean {
  if (node.type === 'CallExpression') return memberName(node.callee) === 'parse';
  return isPlainData(tree, node);
}
