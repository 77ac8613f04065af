import type { Edit } from '../../model/edit.js';
import { isRefusal, type Refusal, refuse } from '../../model/refusal.js';
import { bringsJsx } from '../../semantics/modules/brings-jsx.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Draft, FixTask } from '../draft.js';
import { meantName } from '../imports/meant-name.js';
import { dropEdits, dropUnusedImports } from '../imports/unused-imports.js';
import { dropUnusedRequires } from '../imports/unused-requires.js';
import { checkComments } from '../removal/check-comments.js';
import { findRemovable, type Removable } from '../removal/removable.js';
import { attributeEdit, elementEdits, joinLines, statementRange } from '../removal/removal-range.js';

/**
 * The whole statement or list element that the match names, and the imports that only it used; of an import of several
 * names, the one that the rule is about.
 */
export function remove({ tree, match, site }: FixTask): Draft | Refusal {
  if (!match) return refuse('match-is-whole', 'What is required here is absent, so there is nothing to remove.');
  const removable = findRemovable(tree, meantName(tree, match) ?? match.range, {
    regex: match.regex,
    violating: site.rule.exampleViolations.map(({ text }) => text),
    compliant: site.rule.exampleCompliant.map(({ text }) => text),
    bringsJsx: () => bringsJsx(site),
  });
  if (isRefusal(removable)) return removable;
  const edits = removalEdits(tree, removable);
  const removed = edits.map(({ range }) => range);
  return checkComments(tree, removable.node, removed) ?? { edits };
}

/** What goes with a statement or element: its line, its comma, and the imports that only it used. */
export function removalEdits(tree: SyntaxTree, removable: Removable): readonly Edit[] {
  const edits = editsFor(tree, removable);
  const removed = edits.map(({ range }) => range);
  const dropped = [...dropUnusedImports(tree, removed), ...dropUnusedRequires(tree, removed)];
  const all = [...removed, ...dropped.map(({ range }) => range)];
  const isCut = dropped.length > 0 && edits.every(({ text }) => text === '');
  return isCut ? joinLines(tree, all).map((range) => ({ range, text: '' })) : [...edits, ...dropped];
}

function editsFor(tree: SyntaxTree, removable: Removable): readonly Edit[] {
  switch (removable.kind) {
    case 'statement':
    case 'child':
      return [{ range: statementRange(tree, removable.node), text: '' }];
    case 'member': {
      // A method needs no semicolon, and one that stands behind it all the same is nobody else's.
      const { start, end } = removable.node;
      const spare = removable.node.type === 'MethodDefinition' ? /^[^\S\r\n]*;/.exec(tree.text.slice(end)) : null;
      return [{ range: statementRange(tree, { start, end: end + (spare?.[0].length ?? 0) }), text: '' }];
    }
    case 'element': {
      const { node } = removable;
      const list = tree.parent(node);
      return node.type === 'ImportSpecifier' && list?.type === 'ImportDeclaration'
        ? dropEdits(tree, list, [node])
        : elementEdits(tree, [node], removable.siblings);
    }
    case 'attribute':
      return [attributeEdit(tree, removable.node)];
  }
}
