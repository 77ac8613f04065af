import type { Node } from 'oxc-parser';
import type { ValueType } from '../../model/type-oracle.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { requiredModule } from '../modules/required-module.js';
import { holdsOnly } from './variable-values.js';

type Types = ReadonlySet<ValueType>;

/**
 * `found[1]` of what a regular expression found, `bytes[0]` of a buffer: where there is no such element it is undefined.
 * Null for every other expression.
 * @param isOf whether an expression is known to be of that type
 */
export function elementTypes(
  tree: SyntaxTree,
  node: Node,
  isOf: (node: Node, type: ValueType) => boolean,
): Types | null {
  if (node.type !== 'MemberExpression' || !node.computed || node.optional) return null;
  if (!isOf(node.property, 'number')) return null;
  if (isOf(node.object, 'string') || holdsOnly(tree, node.object, isFound)) return TEXT;
  return holdsOnly(tree, node.object, (value) => isBuffer(tree, value)) ? BYTE : null;
}

const TEXT: Types = new Set(['string', 'undefined']);

const BYTE: Types = new Set(['number', 'undefined']);

/** `/(a)/.exec(text)` */
function isFound(node: Node): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  const { object } = node.callee;
  return memberName(node.callee) === 'exec' && object.type === 'Literal' && 'regex' in object;
}

/** `Buffer.alloc(4)` */
function isBuffer(tree: SyntaxTree, node: Node): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  const { object } = node.callee;
  if (object.type !== 'Identifier' || object.name !== 'Buffer') return false;
  if (!/^(?:alloc(?:Unsafe)?|from|concat)$/.test(memberName(node.callee) ?? '')) return false;
  const binding = nameScopes(tree).resolve(object.name, object);
  const made = binding?.declaration.type === 'VariableDeclarator' ? binding.declaration.init : null;
  return isUnbound(tree, object) || /^(?:node:)?buffer$/.test(requiredModule(made) ?? '');
}
