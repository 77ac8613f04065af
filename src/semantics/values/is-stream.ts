import type { Node } from 'oxc-parser';
import { calledName, memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { moduleOf } from '../modules/brings-in-global.js';
import { constantValue } from './constant-value.js';

/**
 * Whether a value is an iterator, a stream or an observable: what `map` makes of it does nothing until somebody asks, and
 * `forEach` asks at once.
 */
export function isStream(tree: SyntaxTree, node: Node): boolean {
  const made = constantValue(tree, node);
  if (made.type === 'Identifier') return isDeclaredSo(tree, made);
  if (made.type === 'NewExpression') return KINDS.test(calledName(made.callee) ?? '');
  if (made.type !== 'CallExpression') return false;
  const { callee, arguments: given } = made;
  const name = calledName(callee) ?? '';
  if (/^(?:pipe|asObservable|createReadStream)$/.test(name)) return true;
  if (callee.type === 'Identifier') return isOfObservables(tree, callee);
  if (callee.type !== 'MemberExpression') return false;
  // `Object.values(o)` is a list, and so is what a library makes of what it is given.
  if (/^(?:values|keys|entries|matchAll)$/.test(name)) return given.length === 0 || name === 'matchAll';
  const { object } = callee;
  if (name === 'from' && object.type === 'Identifier') return KINDS.test(object.name);
  return LAZY.test(memberName(callee) ?? '') && isStream(tree, object);
}

const KINDS = /^(?:Async)?(?:Iterator|IterableIterator|Generator|Observable|Readable|ReadableStream|\w*Subject)$/;

/** What of an iterator is one again. */
const LAZY = /^(?:map|filter|take|drop|flatMap)$/;

function isDeclaredSo(tree: SyntaxTree, node: Extract<Node, { type: 'Identifier' }>): boolean {
  const identifier = nameScopes(tree).resolve(node.name, node)?.identifier;
  const type = identifier?.type === 'Identifier' ? identifier.typeAnnotation?.typeAnnotation : null;
  if (type?.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return false;
  return KINDS.test(type.typeName.name);
}

/** `of(1, 2)`, `interval(1000)` */
function isOfObservables(tree: SyntaxTree, callee: Extract<Node, { type: 'Identifier' }>): boolean {
  const binding = nameScopes(tree).resolve(callee.name, callee);
  return binding !== null && moduleOf(tree, binding) === 'rxjs';
}
