import type { Node } from 'oxc-parser';
import { applyEdits, applyEditsWithin, type Edit } from '../../model/edit.js';
import { isRefusal } from '../../model/refusal.js';
import { referencesIn } from '../../semantics/names/references-in.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { FixTask } from '../draft.js';
import { dropEdits, dropOrphans, orphansOf } from './unused-imports.js';
import { readImportLine } from './wanted-import.js';

type ImportDeclaration = Extract<Node, { type: 'ImportDeclaration' }>;

/**
 * The edits of imports that go with replaced code: those that bring in what the new code needs, and those that take away
 * what only the old code used: all of it in a project that takes an unused import for an error, in any other one the name
 * that gives way to the one brought in. Where both meet, the new name takes the place of the old one.
 * @param added as they were planned, all of them insertions
 */
export function clearImports(task: FixTask, replaced: readonly Edit[], added: readonly Edit[]): readonly Edit[] {
  const { tree, site, instruction } = task;
  if (instruction.strategy !== 'replace') return added;
  const said = new Set(replaced.flatMap(({ text }) => text.match(/[\p{ID_Continue}$]+/gu) ?? []));
  const ranges = replaced.map(({ range }) => range);
  const unused = orphansOf(tree, ranges, said);
  const orphans = unused.size === 0 || site.types?.forbidsUnused(site.path) ? unused : givingWay(task, unused);
  if (orphans.size === 0) return added;
  const [insertion, ...others] = added;
  if (insertion === undefined) return dropOrphans(tree, ranges, orphans);
  if (others.length > 0) return added;
  const { start } = insertion.range;
  const host = tree.program.body.find((node) => node.type === 'ImportDeclaration' && isInside(node, start));
  const swapped = host?.type === 'ImportDeclaration' ? swapNames(tree, host, orphans, insertion) : null;
  if (swapped) return [swapped];
  const whole = host ? null : swapWhole(tree, orphans, insertion);
  if (whole) return [whole];
  const dropped = dropOrphans(tree, ranges, orphans);
  const isClear = dropped.every(({ range }) => range.end < start || start < range.start);
  return isClear ? [...added, ...dropped] : added;
}

/** `OLD_LIMIT`, which the rule speaks of, where it brings in another name for it. `React` of `React.FC` holds more than one. */
function givingWay({ tree, match, instruction }: FixTask, orphans: ReadonlySet<Node>): ReadonlySet<Node> {
  const { importLine } = instruction;
  if (!match || importLine === null || OF_MARKUP.test(tree.path)) return NONE;
  const first = referencesIn(tree, [match.range])[0];
  const declared = first && nameScopes(tree).resolve(first.name, first)?.declaration;
  const host = declared && orphans.has(declared) ? tree.parent(declared) : null;
  if (!declared || host?.type !== 'ImportDeclaration') return NONE;
  const wanted = readImportLine(importLine);
  const isOfSame = !isRefusal(wanted) && wanted.some(({ module }) => module === host.source.value);
  return isOfSame && declared.type !== 'ImportSpecifier' ? NONE : new Set([declared]);
}

const NONE: ReadonlySet<Node> = new Set();

/** A script whose names the markup around it may use. */
const OF_MARKUP = /\.(?:vue|svelte|html?)\.\w+$/i;

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
