import type { Node } from 'oxc-parser';
import { type Refusal, refuse } from '../../model/refusal.js';
import { followValue } from '../../semantics/values/follow-value.js';
import { isStringLike } from '../../syntax/is-string-like.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { hasLiteralType } from './literal-type.js';

/** Says no where a string, or what it is handed on to, is declared as that very literal. */
export function takesLiteralOnly(tree: SyntaxTree, node: Node): Refusal | null {
  return isStringLike(node) && isDeclaredSo(tree, node) ? LITERAL_TYPE : null;
}

const LITERAL_TYPE = refuse('literal-type', 'The declared type of the value takes that literal only.');

/** Followed only where the text of the literal, and so perhaps a type of it, stands in the file once more. */
function isDeclaredSo(tree: SyntaxTree, node: Node): boolean {
  if (hasLiteralType(tree, node)) return true;
  const text = tree.text.slice(node.start + 1, node.end - 1);
  if (text === '' || tree.text.indexOf(text) === tree.text.lastIndexOf(text)) return false;
  return followValue(tree, node).values.some((value) => hasLiteralType(tree, value));
}
