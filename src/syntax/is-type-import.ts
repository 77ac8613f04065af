import type { Node } from 'oxc-parser';
import { isTypeOnly } from './is-type-only.js';
import type { SyntaxTree } from './syntax-tree.js';

/** Whether an imported name is one of types alone: `import { type A }`, `import type { A }`. */
export function isTypeImport(tree: SyntaxTree, declaration: Node): boolean {
  return [declaration, tree.parent(declaration)].some(
    (node) => node != null && /^Import|^TSImportEquals/.test(node.type) && isTypeOnly(node),
  );
}
