import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isPlainData } from '../../semantics/values/is-plain-data.js';
import { typesOf } from '../../semantics/values/primitive-type.js';
import { declaredType } from '../../semantics/values/value-kinds.js';
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
    const given = was.type === 'ReturnStatement' ? was.argument : was;
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

/** `structuredClone(x)` of an `x`. */
function isCopyOf(tree: SyntaxTree, node: Node, was: string): boolean {
  if (node.type !== 'CallExpression' || calledName(node.callee) !== 'structuredClone') return false;
  const [copied, ...more] = node.arguments;
  return copied !== undefined && more.length === 0 && textOf(tree, copied) === was;
}

/** Whether a value is declared to be texts, numbers and flags, or lists and objects of such. */
function isOfData(tree: SyntaxTree, node: Node): boolean {
  const type = declaredType(tree, node);
  return type !== null && isDataType(type);
}

function isDataType(type: Node): boolean {
  switch (type.type) {
    case 'TSArrayType':
      return isDataType(type.elementType);
    case 'TSTypeOperator':
    case 'TSParenthesizedType':
      return type.typeAnnotation !== null && isDataType(type.typeAnnotation);
    case 'TSUnionType':
      return type.types.every(isDataType);
    case 'TSTypeLiteral':
      return type.members.every(
        (each) =>
          each.type === 'TSPropertySignature' &&
          !!each.typeAnnotation &&
          isDataType(each.typeAnnotation.typeAnnotation),
      );
    case 'TSTypeReference': {
      const isKnown = type.typeName.type === 'Identifier' && DATA.test(type.typeName.name);
      return isKnown && (type.typeArguments?.params ?? []).every(isDataType);
    }
    default:
      return /^TS(?:String|Number|Boolean|BigInt|Null|Undefined)Keyword$|^TSLiteralType$/.test(type.type);
  }
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
