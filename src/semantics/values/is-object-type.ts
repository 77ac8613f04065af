import type { Node } from 'oxc-parser';
import { isUnbound } from '../../syntax/is-unbound.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { declarationOf } from './declaration-of.js';

/** How many names of types are followed. */
const DEPTH = 8;

/** Whether what a type of this file takes is an object, list or function, or nothing at all: no text, number or boolean. */
export function isObjectType(tree: SyntaxTree, type: Node, depth = 0): boolean {
  switch (type.type) {
    case 'TSArrayType':
    case 'TSTupleType':
    case 'TSFunctionType':
    case 'TSConstructorType':
    case 'TSNullKeyword':
    case 'TSUndefinedKeyword':
      return true;
    case 'TSParenthesizedType':
      return isObjectType(tree, type.typeAnnotation, depth);
    case 'TSTypeOperator':
      return type.operator === 'readonly' && isObjectType(tree, type.typeAnnotation, depth);
    case 'TSUnionType':
      return type.types.every((each) => isObjectType(tree, each, depth));
    case 'TSTypeLiteral':
      return type.members.some(isOfObjectsOnly);
    case 'TSTypeReference':
      return isOfLanguage(tree, type.typeName) || (depth < DEPTH && isDeclaredSo(tree, type, depth + 1));
    default:
      return false;
  }
}

/** A class of the language, which no text, number or boolean fits. */
function isOfLanguage(tree: SyntaxTree, name: Node): boolean {
  return name.type === 'Identifier' && CLASSES.test(name.name) && isUnbound(tree, name);
}

const CLASSES = new RegExp(
  `^(?:${[
    '(?:Readonly)?(?:Array|Map|Set)|WeakMap|WeakSet|WeakRef|Promise|Date|RegExp',
    '(?:Aggregate|Eval|Range|Reference|Syntax|Type|URI)?Error|DOMException',
    'Buffer|ArrayBuffer|DataView|(?:Big)?(?:Int|Uint|Float)\\d+(?:Clamped)?Array',
    'URL|URLSearchParams|Headers|Request|Response|FormData|Blob|File|AbortController|AbortSignal|EventTarget',
    '(?:Readable|Writable|Transform)Stream|(?:HTML|SVG)[A-Za-z]*Element|Element|Document',
  ].join('|')})$`,
);

function isDeclaredSo(tree: SyntaxTree, type: Node, depth: number): boolean {
  const declaration = declarationOf(tree, type);
  switch (declaration?.type) {
    case 'TSTypeAliasDeclaration':
      return isObjectType(tree, declaration.typeAnnotation, depth);
    case 'TSInterfaceDeclaration':
    case 'ClassDeclaration':
      return declaration.body.body.some(isOfObjectsOnly);
    default:
      return false;
  }
}

/** A text fits `{ length: number }` as well; one that may lack the member would fit `{ a?: number }` were it not for a check. */
function isOfObjectsOnly(member: Node): boolean {
  if (!/^(?:TSPropertySignature|TSMethodSignature|PropertyDefinition|MethodDefinition)$/.test(member.type))
    return false;
  if (!('key' in member) || !('computed' in member) || member.computed || member.key.type !== 'Identifier')
    return false;
  if (('static' in member && member.static) || ('optional' in member && member.optional)) return false;
  const { name } = member.key;
  return [String.prototype, Number.prototype, Boolean.prototype].every((prototype) => !(name in prototype));
}
