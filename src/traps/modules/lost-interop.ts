import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isOwnPath } from '../../semantics/modules/is-own-path.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Trap } from '../trap.js';

/**
 * `const slug = require('slug')` → `import slug from 'slug'`: compiled to CommonJS without `esModuleInterop` that asks the
 * package for a member "default", which most have not. Of a package without types the compiler says nothing.
 */
export const lostInterop: Trap = ({ before: tree, after, site }) => {
  const known = defaultImports(tree);
  const added = [...defaultImports(after)].find((module) => !known.has(module) && !isOwnPath(module));
  if (added === undefined || !site.types?.lacksInterop(site.path)) return null;
  return refuse(
    'module-file',
    `Without esModuleInterop in its tsconfig this would ask "${added}" for a member "default", which a CommonJS module has not.`,
  );
};

/** The modules whose default a file takes as a value. */
function defaultImports(tree: SyntaxTree): ReadonlySet<string> {
  return new Set(tree.program.body.flatMap((node) => (takesDefault(node) ? [node.source.value] : [])));
}

function takesDefault(node: Node): node is Extract<Node, { type: 'ImportDeclaration' }> {
  return (
    node.type === 'ImportDeclaration' &&
    node.importKind !== 'type' &&
    node.specifiers.some(({ type }) => type === 'ImportDefaultSpecifier')
  );
}
