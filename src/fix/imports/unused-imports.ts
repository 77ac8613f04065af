import type { Node } from 'oxc-parser';
import type { Edit } from '../../model/edit.js';
import { contains, type TextRange } from '../../model/position.js';
import { isNeededUnseen } from '../../semantics/modules/is-needed-unseen.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { checkComments } from '../removal/check-comments.js';
import { elementEdits, joinLines, statementRange } from '../removal/removal-range.js';
import { isModuleOnlyBy } from './loses-module.js';

type ImportDeclaration = Extract<Node, { type: 'ImportDeclaration' }>;

/**
 * The edits that take away imports which only the removed code used. Type imports and side effects stay.
 * @param said names that the code in its place uses as well
 */
export function dropUnusedImports(
  tree: SyntaxTree,
  removed: readonly TextRange[],
  said: ReadonlySet<string> = NOTHING,
): readonly Edit[] {
  return dropOrphans(tree, removed, orphansOf(tree, removed, said));
}

/** The same of those of them that are to go. */
export function dropOrphans(
  tree: SyntaxTree,
  removed: readonly TextRange[],
  orphans: ReadonlySet<Node>,
): readonly Edit[] {
  if (orphans.size === 0) return [];
  const whole = tree.program.body.filter(
    (node) =>
      node.type === 'ImportDeclaration' &&
      node.specifiers.length > 0 &&
      node.specifiers.every((each) => orphans.has(each)),
  );
  const kept = isModuleOnlyBy(tree, [...removed, ...whole]) ? whole : [];
  const edits = tree.program.body.flatMap((node) =>
    node.type === 'ImportDeclaration' && !kept.includes(node) ? dropFrom(tree, node, orphans) : [],
  );
  return joinLines(
    tree,
    edits.map(({ range }) => range),
  ).map(({ start, end }) => cut(start, end));
}

const NOTHING: ReadonlySet<string> = new Set();

/** The imported names that only the removed code used. */
export function orphansOf(
  tree: SyntaxTree,
  removed: readonly TextRange[],
  said: ReadonlySet<string> = NOTHING,
): ReadonlySet<Node> {
  const orphans = new Set<Node>();
  if (!mayUseImports(tree, removed)) return orphans;
  const { references } = nameScopes(tree);
  const isRemoved = (node: Node) => removed.some((range) => contains(range, node));
  for (const { binding, node } of references) {
    if (binding?.kind !== 'import' || !isRemoved(node) || isRemoved(binding.declaration)) continue;
    const alive =
      said.has(binding.name) || references.some((each) => each.binding === binding && !isRemoved(each.node));
    if (!alive && !isNeededUnseen(tree, binding.name)) orphans.add(binding.declaration);
  }
  return orphans;
}

/** Whether an imported name stands in what is removed at all. */
function mayUseImports(tree: SyntaxTree, removed: readonly TextRange[]): boolean {
  const imported = new Set(
    tree.program.body.flatMap((node) =>
      node.type === 'ImportDeclaration' ? node.specifiers.map(({ local }) => local.name) : [],
    ),
  );
  if (imported.size === 0) return false;
  return removed.some((range) => {
    for (const node of tree.overlapping(range)) {
      if ((node.type === 'Identifier' || node.type === 'JSXIdentifier') && imported.has(node.name)) return true;
    }
    return false;
  });
}

/** An import that a comment above would outlive stays, though unused: no fix has to be left for it. */
function dropFrom(tree: SyntaxTree, node: ImportDeclaration, orphans: ReadonlySet<Node>): readonly Edit[] {
  const dropped = node.specifiers.filter((each) => orphans.has(each));
  const edits = dropped.length === 0 ? [] : dropEdits(tree, node, dropped);
  const removed = edits.map(({ range }) => range);
  const gone = dropped.length === node.specifiers.length ? [node] : dropped;
  return gone.some((each) => checkComments(tree, each, removed) !== null) ? [] : edits;
}

export function dropEdits(
  tree: SyntaxTree,
  node: ImportDeclaration,
  dropped: ImportDeclaration['specifiers'],
): readonly Edit[] {
  const orphans = new Set<Node>(dropped);
  if (dropped.length === node.specifiers.length) return [{ range: statementRange(tree, node), text: '' }];
  const main = node.specifiers.find((each) => each.type === 'ImportDefaultSpecifier');
  const rest = node.specifiers.filter((each) => each !== main);
  const droppedRest = rest.filter((each) => orphans.has(each));
  if (main && droppedRest.length === rest.length) {
    const from = tree.text.lastIndexOf('from', node.source.start);
    return [cut(main.end, tree.text.slice(0, from).trimEnd().length)];
  }
  const edits = droppedRest.length > 0 ? elementEdits(tree, droppedRest, rest) : [];
  const [next] = rest;
  if (!main || !next || !orphans.has(main)) return edits;
  const behind = next.type === 'ImportSpecifier' ? tree.text.lastIndexOf('{', next.start) : next.start;
  return [cut(main.start, behind), ...edits];
}

function cut(start: number, end: number): Edit {
  return { range: { start, end }, text: '' };
}
