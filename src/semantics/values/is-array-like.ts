import type { Node } from 'oxc-parser';
import { isUnbound } from '../../syntax/is-unbound.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { constantValue } from './constant-value.js';
import { declaredType } from './value-kinds.js';

/** Whether an expression is known to have a length and elements and to be no array: what a page is asked for, `arguments`. */
export function isArrayLike(tree: SyntaxTree, node: Node): boolean {
  const type = declaredType(tree, node);
  if (type) return isTypeOfSuch(tree, type);
  const made = constantValue(tree, node);
  if (made.type === 'TSNonNullExpression' || made.type === 'ParenthesizedExpression') {
    return isArrayLike(tree, made.expression);
  }
  if (made.type === 'TSAsExpression' || made.type === 'TSSatisfiesExpression') {
    return isTypeOfSuch(tree, made.typeAnnotation);
  }
  if (made.type === 'Identifier') return made.name === 'arguments';
  const name = memberName(made.type === 'CallExpression' ? made.callee : made) ?? '';
  return (made.type === 'CallExpression' ? ASKS_PAGE : OF_PAGE).test(name);
}

const ASKS_PAGE = /^(?:querySelectorAll|getElementsBy\w+)$/;
const OF_PAGE = /^(?:childNodes|classList)$/;

function isTypeOfSuch(tree: SyntaxTree, type: Node): boolean {
  switch (type.type) {
    case 'TSUnionType':
      return type.types.some((each) => isTypeOfSuch(tree, each));
    case 'TSParenthesizedType':
      return isTypeOfSuch(tree, type.typeAnnotation);
    case 'TSTypeReference':
      return type.typeName.type === 'Identifier' && TYPES.test(type.typeName.name) && isUnbound(tree, type.typeName);
    default:
      return false;
  }
}

const TYPES =
  /^(?:ArrayLike|IArguments|(?:RadioNode|Node|File|Touch|CSSRule|StyleSheet|DOMToken|DOMRect|SVG\w+)List(?:Of)?|HTML(?:Form|Options)?(?:Controls)?Collection(?:Of)?|NamedNodeMap)$/;
