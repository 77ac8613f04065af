import type { Node } from 'oxc-parser';
import { applyEdits, type Edit } from '../../model/edit.js';
import { contains, rangesOverlap } from '../../model/position.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Match } from '../fix-site.js';
import { lineEndOf } from '../layout/file-style.js';
import { type Refusal, refuse } from '../refusal.js';
import { dropEdits } from './unused-imports.js';

type ImportDeclaration = Extract<Node, { type: 'ImportDeclaration' }>;
type Specifiers = ImportDeclaration['specifiers'];

/** The one of several imported names without which a match of the whole declaration would be none. */
export interface MeantName {
  readonly declaration: ImportDeclaration;
  readonly name: Specifiers[number];
}

export function meantName(tree: SyntaxTree, { range, regex }: Match): MeantName | null {
  const declaration = tree.enclosing(range);
  if (declaration.type !== 'ImportDeclaration' || declaration.specifiers.length < 2) return null;
  const search = new RegExp(regex.source, regex.flags.replace(/[gy]/g, ''));
  if (!search.test(tree.text.slice(declaration.start, declaration.end))) return null;
  const [name, ...others] = declaration.specifiers.filter((each) => {
    const without = withoutNames(tree, declaration, [each]);
    return each.type === 'ImportSpecifier' && without !== null && !search.test(without);
  });
  return name && others.length === 0 ? { declaration, name } : null;
}

/**
 * Edits of a declaration that give another module, where only one of its names was meant: that one gets a declaration of
 * its own. Null where they do something else.
 */
export function moveMeantName(tree: SyntaxTree, match: Match, edits: readonly Edit[]): Edit | Refusal | null {
  const meant = meantName(tree, match);
  if (!meant) return null;
  const { declaration, name } = meant;
  const isOfModule = edits.some(({ range }) => rangesOverlap(range, declaration.source));
  const isOfOthers = declaration.specifiers.some(
    (each) => each !== name && edits.some(({ range }) => rangesOverlap(range, each)),
  );
  if (!isOfModule || isOfOthers || edits.some(({ range }) => !contains(declaration, range))) return null;
  const alone = aloneAfter(tree, meant, edits);
  const kept = withoutNames(tree, declaration, [name]);
  if (alone === null || kept === null) return OTHERS_MOVE;
  const { start, end } = declaration;
  return { range: { start, end }, text: kept + lineEndOf(tree.text) + alone };
}

const OTHERS_MOVE = refuse('edit-bounded', 'Other names of the import would come from the new module as well.');

/** The edited declaration with nothing but the name that was meant; null where its module is imported from already. */
function aloneAfter(tree: SyntaxTree, { declaration, name }: MeantName, edits: readonly Edit[]): string | null {
  const text = applyWithin(tree, declaration, edits);
  const after = text === null ? null : parseSyntax(tree.path, text);
  const [made, ...more] = after?.program.body ?? [];
  if (!after || made?.type !== 'ImportDeclaration' || more.length > 0) return null;
  const isKnown = tree.program.body.some(
    (node) => node.type === 'ImportDeclaration' && node.source.value === made.source.value,
  );
  const others = declaration.specifiers.filter((each) => each !== name).map(({ local }) => local.name);
  const dropped = made.specifiers.filter(({ local }) => others.includes(local.name));
  const isAlone = made.specifiers.length === dropped.length + 1;
  return isKnown || !isAlone ? null : withoutNames(after, made, dropped);
}

function withoutNames(tree: SyntaxTree, declaration: ImportDeclaration, dropped: Specifiers): string | null {
  return applyWithin(tree, declaration, dropEdits(tree, declaration, dropped));
}

function applyWithin({ text }: SyntaxTree, { start, end }: Node, edits: readonly Edit[]): string | null {
  const moved = edits.map((edit) => ({
    range: { start: edit.range.start - start, end: edit.range.end - start },
    text: edit.text,
  }));
  return applyEdits(text.slice(start, end), moved);
}
