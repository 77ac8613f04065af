import type { Node } from 'oxc-parser';
import type { Edit } from '../../model/edit.js';
import { startOfLine, type TextRange } from '../../model/position.js';
import { isSameModule } from '../../semantics/modules/is-same-module.js';
import { leadingComments } from '../../syntax/leading-comments.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { lineEndOf } from '../layout/file-style.js';
import type { WantedImport, WantedName } from './wanted-import.js';

type ImportDeclaration = Extract<Node, { type: 'ImportDeclaration' }>;
type Wanted = Extract<WantedImport, { kind: 'import' }>;

/** The edit that adds the names to a declaration of the same module and kind; null where none can take them. */
export function mergeImport(tree: SyntaxTree, wanted: Wanted): Edit | null {
  if (wanted.namespace !== null || wanted.attributes !== '') return null;
  if (wanted.typeOnly && wanted.defaultName !== null) return null;
  for (const node of tree.program.body) {
    if (node.type !== 'ImportDeclaration' || !takes(node, wanted)) continue;
    const edit = addTo(tree, node, wanted);
    if (edit) return edit;
  }
  return null;
}

function takes(node: ImportDeclaration, wanted: Wanted): boolean {
  const typeOnly = node.importKind === 'type';
  if (!isSameModule(node.source.value, wanted.module) || typeOnly !== wanted.typeOnly) return false;
  if (node.specifiers.length === 0 || node.attributes.length > 0 || node.phase !== null) return false;
  if (node.specifiers.some((each) => each.type === 'ImportNamespaceSpecifier')) return false;
  const hasDefault = node.specifiers.some((each) => each.type === 'ImportDefaultSpecifier');
  // A type-only declaration may not hold a default and named types at once.
  return !(hasDefault && (wanted.defaultName !== null || typeOnly));
}

function addTo(tree: SyntaxTree, node: ImportDeclaration, wanted: Wanted): Edit | null {
  const named = wanted.named.map((each) => written(each, wanted.typeOnly));
  const last = node.specifiers.at(-1);
  if (!last) return null;
  if (wanted.defaultName !== null) {
    // Two insertions would be needed to add a default in front and names behind.
    if (named.length > 0) return null;
    const brace = tree.text.indexOf('{', node.start);
    return insertion(brace, `${wanted.defaultName}, `);
  }
  if (last.type === 'ImportDefaultSpecifier') return insertion(last.end, `, { ${named.join(', ')} }`);
  return addNamed(tree, { start: node.start, end: node.source.start }, last, named);
}

/**
 * @param list where the names stand, from a place before the bracket that opens to one behind that which closes
 * @param last the name behind which the new ones go
 */
export function addNamed(tree: SyntaxTree, list: TextRange, last: Node, names: readonly string[]): Edit {
  const { text } = tree;
  const start = startOfName(tree, last);
  const lineStart = startOfLine(text, start);
  const indent = text.slice(lineStart, start);
  const ownLine = indent.trim() === '' && lineStart > list.start;
  const separator = ownLine ? `,${lineEndOf(text)}${indent}` : ', ';
  const below = ownLine ? belowComment(text, last.end) : null;
  if (below !== null) return insertion(below, names.map((name) => `${indent}${name},${lineEndOf(text)}`).join(''));
  // A comment behind the last name belongs to that name: the new ones then go before it.
  const commented = tree.comments.some((each) => each.start >= last.end && each.end <= list.end);
  return commented
    ? insertion(start, names.map((name) => `${name}${separator}`).join(''))
    : insertion(last.end, names.map((name) => `${separator}${name}`).join(''));
}

/** The line below a last name with a comma and a comment behind it, where the bracket closes. */
function belowComment(text: string, end: number): number | null {
  const behind = /^,[^\S\r\n]*\/\/[^\r\n]*(?:\r\n?|\n)(?=\s*\})/.exec(text.slice(end))?.[0];
  return behind === undefined ? null : end + behind.length;
}

/** Of a name with the comments in front of it, those behind the name before it left out. */
function startOfName(tree: SyntaxTree, name: Node): number {
  const { text } = tree;
  const own = leadingComments(tree, name.start).filter((comment) => {
    const before = text.slice(startOfLine(text, comment.start), comment.start);
    return before.trim() === '' || !/[\r\n]/.test(text.slice(comment.end, name.start));
  });
  return own.at(-1)?.start ?? name.start;
}

function written({ imported, local, typeOnly }: WantedName, inTypeDeclaration: boolean): string {
  const name =
    imported === local
      ? local
      : `${/^[\p{L}_$][\p{L}\d_$]*$/u.test(imported) ? imported : JSON.stringify(imported)} as ${local}`;
  return typeOnly && !inTypeDeclaration ? `type ${name}` : name;
}

function insertion(offset: number, text: string): Edit {
  return { range: { start: offset, end: offset }, text };
}
