import type { Node } from 'oxc-parser';
import { isCall } from '../../syntax/is-call.js';
import { isFunction } from '../../syntax/is-function.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { constantValue } from './constant-value.js';
import { declaredType } from './declared-type.js';
import { callsOf } from './follow-value.js';

/** Whether an expression is known to have a length and elements and to be no array: what a page is asked for, `arguments`. */
export function isArrayLike(tree: SyntaxTree, node: Node, depth = 0): boolean {
  const type = declaredType(tree, node);
  if (type) return isTypeOfSuch(tree, type);
  const made = constantValue(tree, node);
  if (made.type === 'TSNonNullExpression' || made.type === 'ParenthesizedExpression') {
    return isArrayLike(tree, made.expression, depth);
  }
  if (made.type === 'TSAsExpression' || made.type === 'TSSatisfiesExpression') {
    return isTypeOfSuch(tree, made.typeAnnotation);
  }
  if (made.type === 'Identifier') return made.name === 'arguments' || isGivenSuch(tree, made, depth);
  const name = memberName(made.type === 'CallExpression' ? made.callee : made) ?? '';
  return (made.type === 'CallExpression' ? ASKS_PAGE : OF_PAGE).test(name);
}

/** `last(arguments)` of a function of this file that calls its parameter a list. */
function isGivenSuch(tree: SyntaxTree, node: Extract<Node, { type: 'Identifier' }>, depth: number): boolean {
  const binding = depth < DEPTH ? nameScopes(tree).resolve(node.name, node) : null;
  if (binding?.kind !== 'parameter' || !isFunction(binding.declaration)) return false;
  const index = binding.declaration.params.findIndex((each) => each === binding.identifier);
  return callsOf(tree, binding.declaration).some((call) => {
    const given = isCall(call) ? call.arguments[index] : undefined;
    return given !== undefined && isArrayLike(tree, given, depth + 1);
  });
}

const DEPTH = 3;

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
