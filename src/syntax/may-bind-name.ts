import { isReference } from './is-reference.js';
import type { SyntaxTree } from './syntax-tree.js';
import { wordsOf } from './words-of.js';

/**
 * Whether anything in a file may give a name a meaning of its own. It looks only where the name stands in the
 * text, which is far less work than reading all scopes; what it cannot tell (escaped letters) is a yes.
 */
export function mayBindName(tree: SyntaxTree, name: string): boolean {
  const words = wordsOf(tree, name);
  if (words === null) return true;
  return words.some((node) => {
    const parent = tree.parent(node);
    const isMember = parent?.type === 'MemberExpression' && parent.property === node;
    const isKey = parent?.type === 'Property' && parent.key === node;
    return !isMember && !isKey && !isReference(tree, node);
  });
}
