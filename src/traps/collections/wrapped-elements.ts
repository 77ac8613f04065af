import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Trap } from '../trap.js';

/** `$('li').filter(f).length > 0` → `$('li').some(f)`: what jQuery gives is no list, though some methods are called alike. */
export const wrappedElements: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    if (made.type !== 'CallExpression' || made.callee.type !== 'MemberExpression') continue;
    const name = memberName(made.callee);
    if (name === null || !OF_LISTS.has(name) || keepsMethod(was, name)) continue;
    if (isWrapped(after, made.callee.object) || isWrapped(tree, was)) {
      return refuse('same-result', `What "$" gives is no list; it has no "${name}", or one that does something else.`);
    }
  }
  return null;
};

const OF_LISTS: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Array.prototype));

function keepsMethod(node: Node, name: string): boolean {
  return node.type === 'CallExpression' && memberName(node.callee) === name;
}

/** Followed from a name to what it was set to, so many times. */
const DEPTH = 3;

function isWrapped(tree: SyntaxTree, node: Node, depth = 0): boolean {
  switch (node.type) {
    case 'MemberExpression':
      return isWrapped(tree, node.object, depth);
    case 'BinaryExpression':
      return node.left.type !== 'PrivateIdentifier' && isWrapped(tree, node.left, depth);
    case 'CallExpression':
      if (node.callee.type === 'Identifier') return /^(?:\$|jQuery|cheerio)$/.test(node.callee.name);
      return isWrapped(tree, node.callee, depth);
    case 'Identifier': {
      const declaration = nameScopes(tree).resolve(node.name, node)?.declaration;
      const init = declaration?.type === 'VariableDeclarator' ? declaration.init : null;
      return /^\$[a-z]/i.test(node.name) || (init !== null && depth < DEPTH && isWrapped(tree, init, depth + 1));
    }
    default:
      return false;
  }
}
