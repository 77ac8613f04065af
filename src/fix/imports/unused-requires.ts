import { builtinModules } from 'node:module';
import type { Node } from 'oxc-parser';
import type { Edit } from '../../model/edit.js';
import { contains, type TextRange } from '../../model/position.js';
import { isNeededUnseen } from '../../semantics/modules/is-needed-unseen.js';
import { requiredModule } from '../../semantics/modules/required-module.js';
import { nameScopes, type Reference } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { checkComments } from '../removal/check-comments.js';
import { elementEdits, statementRange } from '../removal/removal-range.js';

type Declaration = Extract<Node, { type: 'VariableDeclaration' }>;

/**
 * The edits that take away what is required of Node's own modules and only the removed code used. Any other module may
 * do something when it is loaded, as `require` says and an import that compilers drop does not: its line stays.
 */
export function dropUnusedRequires(tree: SyntaxTree, removed: readonly TextRange[]): readonly Edit[] {
  return tree.program.body.flatMap((statement) => {
    if (statement.type !== 'VariableDeclaration' || !isOfNode(statement)) return [];
    return removed.some((range) => contains(range, statement)) ? [] : dropFrom(tree, statement, removed);
  });
}

function isOfNode({ declarations }: Declaration): boolean {
  const [only, ...others] = declarations;
  const module = only && others.length === 0 ? requiredModule(only.init) : null;
  return module !== null && builtinModules.includes(module.replace(/^node:/, ''));
}

function dropFrom(tree: SyntaxTree, statement: Declaration, removed: readonly TextRange[]): readonly Edit[] {
  const pattern = statement.declarations[0]?.id;
  const parts =
    pattern?.type === 'ObjectPattern' ? pattern.properties : pattern?.type === 'Identifier' ? [pattern] : [];
  const gone = parts.filter((part) => isOrphan(tree, part, removed));
  if (gone.length === 0) return [];
  const edits =
    gone.length === parts.length
      ? [{ range: statementRange(tree, statement), text: '' }]
      : // What is left over would hold what is no longer taken out of it.
        parts.some(({ type }) => type === 'RestElement')
        ? []
        : elementEdits(tree, gone, parts);
  const ranges = edits.map(({ range }) => range);
  const outlived = gone.length === parts.length ? [statement] : gone;
  return outlived.some((node) => checkComments(tree, node, ranges) !== null) ? [] : edits;
}

/** Whether the name of a part of the pattern is used, and nowhere but in what is removed. */
function isOrphan(tree: SyntaxTree, part: Node, removed: readonly TextRange[]): boolean {
  const bound = part.type === 'Property' ? part.value : part;
  if (bound.type !== 'Identifier' || isNeededUnseen(tree, bound.name)) return false;
  const { bindings, references } = nameScopes(tree).named(bound.name);
  const isRemoved = ({ node }: Reference): boolean => removed.some((range) => contains(range, node));
  return bindings.length === 1 && references.length > 0 && references.every(isRemoved);
}
