import type { Node } from 'oxc-parser';
import type { Edit } from '../model/edit.js';
import { contains, type TextRange } from '../model/position.js';
import { nameScopes } from '../syntax/name-scopes.js';
import type { SyntaxTree } from '../syntax/syntax-tree.js';
import { elementEdit, statementRange } from './removal-range.js';

/** The edits that take away imports which only the removed code used. Type imports and side effects stay. */
export function dropUnusedImports(tree: SyntaxTree, removed: readonly TextRange[]): readonly Edit[] {
  const { references } = nameScopes(tree);
  const isRemoved = (node: Node) => removed.some((range) => contains(range, node));
  const orphans = new Set<Node>();
  for (const { binding, node } of references) {
    if (binding?.kind !== 'import' || !isRemoved(node) || isRemoved(binding.declaration)) continue;
    const alive = references.some((each) => each.binding === binding && !isRemoved(each.node));
    if (!alive && !isNeededUnseen(tree, binding.name)) orphans.add(binding.declaration);
  }
  return tree.program.body.flatMap((node) => (node.type === 'ImportDeclaration' ? dropFrom(tree, node, orphans) : []));
}

/** The classic JSX transform uses React without naming it. */
function isNeededUnseen(tree: SyntaxTree, name: string): boolean {
  if (name !== 'React' && name !== 'h') return false;
  for (const node of tree.descendants(tree.program))
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') return true;
  return false;
}

function dropFrom(
  tree: SyntaxTree,
  node: Extract<Node, { type: 'ImportDeclaration' }>,
  orphans: ReadonlySet<Node>,
): readonly Edit[] {
  const dropped = node.specifiers.filter((each) => orphans.has(each));
  const [only, ...others] = dropped;
  if (!only || node.importKind === 'type') return [];
  if (dropped.length === node.specifiers.length) return [{ range: statementRange(tree, node), text: '' }];
  const named = node.specifiers.filter((each) => each.type === 'ImportSpecifier');
  // A default beside names, or several names at once, would need the list to be written anew: left to a formatter.
  if (others.length > 0 || only.type !== 'ImportSpecifier' || named.length === 1) return [];
  return [elementEdit(tree, only, named)];
}
