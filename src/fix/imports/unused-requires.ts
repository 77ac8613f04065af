import { isBuiltin } from 'node:module';
import type { Node } from 'oxc-parser';
import type { Edit } from '../../model/edit.js';
import { contains, type TextRange } from '../../model/position.js';
import { isNeededUnseen } from '../../semantics/modules/is-needed-unseen.js';
import { requiredModule } from '../../semantics/modules/required-module.js';
import { nameScopes, type Reference } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { lineAfter } from '../../syntax/text-lines.js';
import { checkComments } from '../removal/check-comments.js';
import { elementEdits, statementRange } from '../removal/removal-range.js';

type Declaration = Extract<Node, { type: 'VariableDeclaration' }>;
type Declarator = Declaration['declarations'][number];

/**
 * The edits that take away what is required of Node's own modules and only the removed code used. Of any other module
 * the line stays, without the names that nothing uses any more where others are left: it may do something when it is
 * loaded, and no compiler has dropped it so far, as it drops an import.
 */
export function dropUnusedRequires(tree: SyntaxTree, removed: readonly TextRange[]): readonly Edit[] {
  return tree.program.body.flatMap((statement) => {
    if (statement.type !== 'VariableDeclaration') return [];
    if (removed.some((range) => contains(range, statement))) return [];
    const { declarations } = statement;
    const [first] = declarations;
    if (first && declarations.length === 1) return dropFrom(tree, statement, first, removed);
    const gone = declarations.filter((each) => isOfNode(each) && isOrphan(tree, each.id, removed));
    return gone.length === 0 || hasComments(tree, statement) ? [] : dropParts(tree, statement, gone, declarations);
  });
}

/** Among several in a row nothing tells which of them a comment speaks of. */
function hasComments({ text, comments }: SyntaxTree, { start, end }: TextRange): boolean {
  const behind = lineAfter(text, end);
  return comments.some((comment) => comment.start >= start && comment.start < behind);
}

function isOfNode({ init }: Declarator): boolean {
  const module = requiredModule(init);
  return module !== null && isBuiltin(module);
}

function dropFrom(
  tree: SyntaxTree,
  statement: Declaration,
  declarator: Declarator,
  removed: readonly TextRange[],
): readonly Edit[] {
  const { id: pattern, init } = declarator;
  const parts = pattern.type === 'ObjectPattern' ? pattern.properties : pattern.type === 'Identifier' ? [pattern] : [];
  const gone = parts.filter((part) => isOrphan(tree, part, removed));
  // What is left over would hold what is no longer taken out of it.
  const isHeld = gone.length < parts.length && parts.some(({ type }) => type === 'RestElement');
  const isFree = isOfNode(declarator) || (gone.length < parts.length && requiredModule(init) !== null);
  return gone.length === 0 || isHeld || !isFree ? [] : dropParts(tree, statement, gone, parts);
}

/** Those parts of a statement that nothing uses any more, or all of it; nothing where a comment speaks of them. */
function dropParts(
  tree: SyntaxTree,
  statement: Declaration,
  gone: readonly Node[],
  parts: readonly Node[],
): readonly Edit[] {
  const isWhole = gone.length === parts.length;
  const edits = isWhole ? [{ range: statementRange(tree, statement), text: '' }] : elementEdits(tree, gone, parts);
  const ranges = edits.map(({ range }) => range);
  const outlived = isWhole ? [statement] : gone;
  return outlived.some((node) => checkComments(tree, node, ranges) !== null) ? [] : edits;
}

/** Whether the name of a part of the pattern is used, and nowhere but in what is removed. */
function isOrphan(tree: SyntaxTree, part: Node, removed: readonly TextRange[]): boolean {
  const bound = part.type === 'Property' ? part.value : part;
  // A key may be reckoned by what does something as well.
  if (part.type === 'Property' && part.computed) return false;
  if (bound.type !== 'Identifier' || isNeededUnseen(tree, bound.name)) return false;
  const { bindings, references } = nameScopes(tree).named(bound.name);
  const isRemoved = ({ node }: Reference): boolean => removed.some((range) => contains(range, node));
  return bindings.length === 1 && references.length > 0 && references.every(isRemoved);
}
