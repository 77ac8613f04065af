import type { Node } from 'oxc-parser';
import type { SyntaxTree } from './syntax-tree.js';

/** Whether a declaration says itself that it is exported; where `export { name }` says so, the name is used. */
export function isExported(tree: SyntaxTree, declaration: Node): boolean {
  const statement = declaration.type === 'VariableDeclarator' ? tree.parent(declaration) : declaration;
  return /^Export/.test((statement && tree.parent(statement)?.type) ?? '');
}
