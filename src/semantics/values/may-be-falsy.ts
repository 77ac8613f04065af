import type { Node } from 'oxc-parser';
import type { TypeOracle } from '../../model/type-oracle.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { declaredType } from './declared-type.js';
import { entryType } from './entry-type.js';
import { hasForcedType } from './forced-type.js';
import { isObjectType } from './is-object-type.js';
import { typesOf } from './primitive-type.js';
import { valueKinds } from './value-kinds.js';

/** The types with a value that is false and yet not nothing. */
export const MAY_BE_FALSY = ['string', 'number', 'boolean', 'bigint', 'unknown'] as const;

/** Whether a value may be '', 0 or false, as far as anything tells. */
export function mayBeFalsy(tree: SyntaxTree, node: Node, oracle: TypeOracle | undefined): boolean {
  // Where the chain breaks off there is nothing at all.
  if (node.type === 'ChainExpression') return mayBeFalsy(tree, node.expression, oracle);
  if (hasForcedType(tree, node)) return true;
  const cast = deniedCast(node);
  if (cast) return mayBeFalsy(tree, cast, oracle);
  const types = typesOf(tree, node, oracle);
  if (!MAY_BE_FALSY.some((type) => types.has(type))) return false;
  const declared = declaredType(tree, node) ?? entryType(tree, node);
  if (declared && isObjectType(tree, declared)) return false;
  const kinds = valueKinds(tree, node);
  return (['string', 'number', 'boolean', 'unknown'] as const).some((kind) => kinds.has(kind));
}

/** What is cast to a type without null and undefined, where the default itself says that there may be nothing. */
function deniedCast(node: Node): Node | null {
  if (node.type === 'ParenthesizedExpression') return deniedCast(node.expression);
  if (node.type !== 'TSAsExpression' && node.type !== 'TSTypeAssertion') return null;
  const { typeAnnotation: type } = node;
  const types = type.type === 'TSUnionType' ? type.types : [type];
  const isDenied = !types.some((each) => /^TS(?:Null|Undefined|Any|Unknown)Keyword$/.test(each.type));
  return isDenied && !makesList(node.expression) ? node.expression : null;
}

/** `values?.map(f)`: whatever has such a method, it gives a list or is not called. */
function makesList(node: Node): boolean {
  const call = node.type === 'ChainExpression' ? node.expression : node;
  return call.type === 'CallExpression' && /^(?:map|filter|flatMap|split)$/.test(memberName(call.callee) ?? '');
}
