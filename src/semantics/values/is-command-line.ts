import type { Node } from 'oxc-parser';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { bringsInNodesOwn } from '../modules/brings-in-global.js';
import { isSetHere } from '../uses/is-set-here.js';

/** `process.argv` */
export function isCommandLine(tree: SyntaxTree, node: Node): boolean {
  if (node.type !== 'MemberExpression' || node.computed || memberName(node) !== 'argv') return false;
  const { object } = node;
  if (object.type !== 'Identifier' || object.name !== 'process' || isSetHere(tree, 'argv')) return false;
  const binding = nameScopes(tree).resolve(object.name, object);
  return binding === null || bringsInNodesOwn(tree, binding);
}
