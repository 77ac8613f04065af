import type { Node } from 'oxc-parser';
import { applyEdits, applyEditsWithin, type Edit } from '../../model/edit.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { FixTask } from '../draft.js';
import { dropEdits, dropUnusedImports, orphansOf } from './unused-imports.js';

type ImportDeclaration = Extract<Node, { type: 'ImportDeclaration' }>;

/**
 * The edits of imports that go with replaced code: those that bring in what the new code needs and, in a project that
 * takes an unused import for an error, those that take away what only the old code used. In any other project it is not
 * for a replacement to touch them. Where both meet, the new name takes the place of the old one.
 * @param added as they were planned, all of them insertions
 */
export function clearImports(
  { tree, site, instruction }: FixTask,
  replaced: readonly Edit[],
  added: readonly Edit[],
): readonly Edit[] {
  if (instruction.strategy !== 'replace') return added;
  const said = new Set(replaced.flatMap(({ text }) => text.match(/[\p{ID_Continue}$]+/gu) ?? []));
  const ranges = replaced.map(({ range }) => range);
  const orphans = orphansOf(tree, ranges, said);
  if (orphans.size === 0 || !site.types?.forbidsUnused(site.path)) return added;
  const [insertion, ...others] = added;
  if (insertion === undefined) return dropUnusedImports(tree, ranges, said);
  if (others.length > 0) return added;
  const { start } = insertion.range;
  const host = tree.program.body.find((node) => node.type === 'ImportDeclaration' && isInside(node, start));
  const swapped = host?.type === 'ImportDeclaration' ? swapNames(tree, host, orphans, insertion) : null;
  if (swapped) return [swapped];
  const whole = host ? null : swapWhole(tree, orphans, insertion);
  if (whole) return [whole];
  const dropped = dropUnusedImports(tree, ranges, said);
  const isClear = dropped.every(({ range }) => range.end < start || start < range.start);
  return isClear ? [...added, ...dropped] : added;
}

function isInside(node: Node, offset: number): boolean {
  return node.start < offset && offset < node.end;
}

/** `import { old } from 'm'` → `import { fresh } from 'm'`. */
function swapNames(
  tree: SyntaxTree,
  host: ImportDeclaration,
  orphans: ReadonlySet<Node>,
  { range, text }: Edit,
): Edit | null {
  const names = new Set(host.specifiers.filter((each) => orphans.has(each)).map(({ local }) => local.name));
  if (names.size === 0 || orphans.size > names.size) return null;
  const merged = applyEditsWithin(tree.text, host, [{ range: { start: range.start, end: range.start }, text }]);
  const alone = merged === null ? null : parseSyntax(tree.path, merged);
  const node = alone?.program.body[0];
  if (!alone || node?.type !== 'ImportDeclaration') return null;
  const dropped = node.specifiers.filter(({ local }) => names.has(local.name));
  const written = applyEdits(alone.text, dropEdits(alone, node, dropped));
  return written === null ? null : { range: { start: host.start, end: host.end }, text: written };
}

/** `import old from 'a'` → `import fresh from 'b'`, where the new line would stand right behind the old one. */
function swapWhole(tree: SyntaxTree, orphans: ReadonlySet<Node>, { range, text }: Edit): Edit | null {
  const node = tree.program.body.findLast((each) => each.type === 'ImportDeclaration');
  if (node?.type !== 'ImportDeclaration' || node.specifiers.length !== orphans.size) return null;
  const isGone = node.specifiers.every((each) => orphans.has(each));
  const isBehind = /^[^\S\r\n]*(?:\r\n?|\n)?$/.test(tree.text.slice(node.end, range.start));
  return isGone && isBehind && node.end <= range.start
    ? { range: { start: node.start, end: node.end }, text: text.trim() }
    : null;
}
