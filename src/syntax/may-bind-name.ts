import { isReference } from './is-reference.js';
import type { SyntaxTree } from './syntax-tree.js';

/**
 * Whether anything in a file may give a name a meaning of its own. It looks only where the name stands in the
 * text, which is far less work than reading all scopes; what it cannot tell (escaped letters, keys) is a yes.
 */
export function mayBindName(tree: SyntaxTree, name: string): boolean {
  const { text } = tree;
  if (text.includes('\\u')) return true;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (PART.test(text.charAt(at - 1)) || PART.test(text.charAt(at + name.length))) continue;
    const node = tree.enclosing({ start: at, end: at + name.length });
    if ((node.type !== 'Identifier' && node.type !== 'JSXIdentifier') || node.name !== name) continue;
    const parent = tree.parent(node);
    const isMember = parent?.type === 'MemberExpression' && parent.property === node;
    if (!isMember && !isReference(tree, node)) return true;
  }
  return false;
}

/** In front of a name or behind it, this makes another name of it. */
const PART = /[\w$]/;
