import type { Node } from 'oxc-parser';
import { isExported } from './is-exported.js';
import type { FunctionNode } from './is-function.js';
import type { SyntaxTree } from './syntax-tree.js';
import { usesOf } from './uses-of.js';

/** Where a function is named that is declared with a name, or is what a variable is declared with. */
export function functionUses(tree: SyntaxTree, code: FunctionNode): readonly Node[] {
  const id = declarationOf(tree, code)?.id;
  return id?.type === 'Identifier' ? usesOf(tree, id) : [];
}

/** The same of a function that this file alone can name; none of one that it exports. */
export function ownFunctionUses(tree: SyntaxTree, code: FunctionNode): readonly Node[] {
  const declaration = declarationOf(tree, code);
  return declaration && !isExported(tree, declaration) ? functionUses(tree, code) : [];
}

function declarationOf(tree: SyntaxTree, code: FunctionNode) {
  if (code.type === 'FunctionDeclaration') return code;
  const holder = tree.parent(code);
  return holder?.type === 'VariableDeclarator' ? holder : null;
}
