import type { Comment, Node } from 'oxc-parser';
import { applyEditsWithin, type Edit } from '../../model/edit.js';
import type { Match } from '../../model/fix-site.js';
import { contains, rangesOverlap } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { leadingComments, speaksOf } from '../../syntax/leading-comments.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { lineEndOf } from '../layout/file-style.js';
import { dropEdits } from './unused-imports.js';

type ImportDeclaration = Extract<Node, { type: 'ImportDeclaration' }>;
type Specifiers = ImportDeclaration['specifiers'];

/** Those of several imported names that a match of the whole declaration is about: some, and not all of them. */
interface MeantNames {
  readonly declaration: ImportDeclaration;
  readonly names: Specifiers;
}

/** The one of several imported names that a match of the whole declaration is about. */
export function meantName(tree: SyntaxTree, match: Match): Specifiers[number] | null {
  const [name, ...others] = meantNames(tree, match)?.names ?? [];
  return name && others.length === 0 ? name : null;
}

/** What a pattern finds where one name stands alone is about that name; else about those without which it finds nothing. */
function meantNames(tree: SyntaxTree, { range, regex }: Match): MeantNames | null {
  const declaration = tree.enclosing(range);
  if (declaration.type !== 'ImportDeclaration' || declaration.specifiers.length < 2) return null;
  const search = new RegExp(regex.source, regex.flags.replace(/[gy]/g, ''));
  // What comments say is no name.
  const isFoundWithout = (dropped: Specifiers): boolean => {
    const comments = commentsIn(tree, declaration).map(({ start, end }) => ({ range: { start, end }, text: '' }));
    const drops = dropped.length > 0 ? dropEdits(tree, declaration, dropped) : [];
    const kept = comments.filter((each) => !drops.some((drop) => rangesOverlap(drop.range, each.range)));
    const text = applyEditsWithin(tree.text, declaration, [...drops, ...kept]);
    return text !== null && search.test(text);
  };
  const { specifiers } = declaration;
  if (!isFoundWithout([])) return null;
  const alone = specifiers.filter((name) => isFoundWithout(specifiers.filter((each) => each !== name)));
  const names = alone.length > 0 ? alone : specifiers.filter((name) => !isFoundWithout([name]));
  const areSome = names.length > 0 && names.length < specifiers.length;
  return areSome && names.every(({ type }) => type === 'ImportSpecifier') ? { declaration, names } : null;
}

/**
 * Edits of a declaration that give another module, where only some of its names were meant: those get a declaration of
 * their own. Null where they do something else.
 */
export function moveMeantName(tree: SyntaxTree, match: Match, edits: readonly Edit[]): Edit | Refusal | null {
  const meant = meantNames(tree, match);
  if (!meant) return null;
  const { declaration, names } = meant;
  const isOfModule = edits.some(({ range }) => rangesOverlap(range, declaration.source));
  const isOfOthers = declaration.specifiers.some(
    (each) => !names.includes(each) && edits.some(({ range }) => rangesOverlap(range, each)),
  );
  if (!isOfModule || isOfOthers || edits.some(({ range }) => !contains(declaration, range))) return null;
  const alone = aloneAfter(tree, meant, edits);
  const kept = withoutNames(tree, declaration, names);
  if (alone === null || kept === null) return OTHERS_MOVE;
  const { start, end } = declaration;
  const isOfNone = commentsIn(tree, declaration).some((comment) => {
    const written = textOf(tree, comment);
    return kept.includes(written) === alone.includes(written);
  });
  if (isOfNone) return COMMENT_OF_NONE;
  if (leadingComments(tree, start).some((comment) => speaksOf(tree, comment, declaration))) return COMMENT_OF_BOTH;
  return { range: { start, end }, text: kept + lineEndOf(tree.text) + alone };
}

const OTHERS_MOVE = refuse('edit-bounded', 'Other names of the import would come from the new module as well.');
const COMMENT_OF_NONE = refuse('edit-bounded', 'Nobody can tell which of the names a comment in the import is about.');
const COMMENT_OF_BOTH = refuse(
  'comment-keeps-line',
  'A comment above tells a tool to overlook the import, and would speak of one of two.',
);

function commentsIn({ comments }: SyntaxTree, declaration: ImportDeclaration): readonly Comment[] {
  return comments.filter((comment) => contains(declaration, comment));
}

/** The edited declaration with nothing but the names that were meant; null where its module is imported from already. */
function aloneAfter(tree: SyntaxTree, { declaration, names }: MeantNames, edits: readonly Edit[]): string | null {
  const text = applyEditsWithin(tree.text, declaration, edits);
  const after = text === null ? null : parseSyntax(tree.path, text);
  const [made, ...more] = after?.program.body ?? [];
  if (!after || made?.type !== 'ImportDeclaration' || more.length > 0) return null;
  const isKnown = tree.program.body.some(
    (node) => node.type === 'ImportDeclaration' && node.source.value === made.source.value,
  );
  const others = declaration.specifiers.filter((each) => !names.includes(each)).map(({ local }) => local.name);
  const dropped = made.specifiers.filter(({ local }) => others.includes(local.name));
  const isAlone = made.specifiers.length === dropped.length + names.length;
  return isKnown || !isAlone ? null : withoutNames(after, made, dropped);
}

function withoutNames(tree: SyntaxTree, declaration: ImportDeclaration, dropped: Specifiers): string | null {
  return applyEditsWithin(tree.text, declaration, dropEdits(tree, declaration, dropped));
}
