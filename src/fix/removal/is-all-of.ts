import type { Node } from 'oxc-parser';
import { requiredModule } from '../../semantics/modules/required-module.js';
import { boundNames } from '../../syntax/bound-names.js';
import { isDirective } from '../../syntax/is-directive.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOf } from '../../syntax/uses-of.js';

/** Whether a body would do nothing without a statement. */
export function isAllOf(body: readonly Node[], node: Node): boolean {
  return body.every((each) => each === node || isDirective(each));
}

/** Whether a file is there for a statement: besides it there are only imports, and it uses one of them. */
export function isAllOfFile(tree: SyntaxTree, node: Node): boolean {
  const others = tree.program.body.filter((each) => each !== node && !isDirective(each));
  if (others.some((each) => importedNames(each) === null)) return false;
  const names = others.flatMap((each) => importedNames(each) ?? []);
  return names.some((name) => usesOf(tree, name).some((use) => tree.lineage(use).includes(node)));
}

/** The names that a statement takes from other modules, if that is all it does. */
function importedNames(node: Node): readonly Identifier[] | null {
  if (node.type === 'ImportDeclaration') return node.specifiers.map(({ local }) => local);
  if (node.type !== 'VariableDeclaration') return null;
  const isRequired = node.declarations.every(({ init }) => requiredModule(init) !== null);
  return isRequired ? node.declarations.flatMap(({ id }) => boundNames(id)) : null;
}

type Identifier = Extract<Node, { type: 'Identifier' }>;
