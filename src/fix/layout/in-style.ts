import type { Node } from 'oxc-parser';
import { applyEdits, type Edit } from '../../model/edit.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { styleSeen } from './file-style.js';

/**
 * Lines of code to be added, with the quotes, semicolons and indentation of the file they go to: statements, elements of
 * an object or list, or members of a class. Any others, and whatever the file says nothing about, stay as they are written.
 * @param next the text of the file behind the lines
 */
export function inStyleOf(file: SyntaxTree, lines: string, next: string): string {
  const read = readLines(file.path, lines);
  if (!read) return lines;
  const { tree, lead } = read;
  const { quote, semicolons } = styleSeen(file);
  const edits = tree
    .descendants(tree.program)
    .flatMap((node) => [
      ...(quote === null ? [] : requoted(tree, node, quote)),
      ...(semicolons === null || lead > 0 ? [] : ended(tree, node, semicolons, next)),
      ...(semicolons !== null && lead > 0 ? endedField(tree, node, semicolons, next) : []),
    ])
    .map(({ range, text }) => ({ range: { start: range.start - lead, end: range.end - lead }, text }));
  return reindented(applyEdits(lines, edits) ?? lines, file.text);
}

/** What lines are, with what has to stand around them to be code; its length in front of them is the lead. */
function readLines(path: string, lines: string): { readonly tree: SyntaxTree; readonly lead: number } | null {
  for (const [before, after] of AROUND) {
    const tree = parseSyntax(path, before + lines + after);
    if (tree && tree.errors.length === 0) return { tree, lead: before.length };
  }
  return null;
}

const AROUND = [
  ['', ''],
  ['({', '\n})'],
  ['[', '\n]'],
  ['class A {', '\n}'],
] as const;

/** Lines with the indentation of another text, where both have one and none of the lines is text itself. */
function reindented(lines: string, text: string): string {
  const [own, wanted] = [unitOf(lines), unitOf(text)];
  if (own === null || wanted === null || own === wanted || lines.includes('`')) return lines;
  return lines.replace(/^[ \t]+/gm, (indent) => {
    const depth = indent.length / own.length;
    return indent === own.repeat(depth) ? wanted.repeat(depth) : indent;
  });
}

/** By how much lines are most often indented from the one before; null where none is. */
export function unitOf(text: string): string | null {
  const indents = text.split(/\r\n?|\n/).flatMap((line) => /^([ \t]*)[^\s*]/.exec(line)?.[1] ?? []);
  const counts = new Map<string, number>();
  for (const [index, indent] of indents.entries()) {
    const before = indents[index - 1] ?? '';
    const step = indent.startsWith(before) ? indent.slice(before.length) : '';
    if (step !== '') counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/** Attributes are markup, whose quotes are double whatever those of the code are. */
function requoted(tree: SyntaxTree, node: Node, quote: string): readonly Edit[] {
  if (node.type !== 'Literal' || typeof node.value !== 'string') return [];
  const written = tree.text.slice(node.start, node.end);
  const isPlain = !written.includes('\\') && !written.includes(quote);
  if (!isPlain || tree.parent(node)?.type === 'JSXAttribute') return [];
  return [{ range: { start: node.start, end: node.end }, text: quote + written.slice(1, -1) + quote }];
}

const ENDED_BY_SEMICOLON =
  /^(?:Expression|Return|Throw|Break|Continue|Debugger|DoWhile)Statement$|^(?:Variable|Import|ExportAll|TSTypeAlias)Declaration$|^Export(?:Named|Default)Declaration$/;

/** A statement that ends its line, with or without its semicolon; it keeps one that the next line might run into. */
function ended(tree: SyntaxTree, node: Node, semicolons: boolean, next: string): readonly Edit[] {
  const { text } = tree;
  const behind = /^[^\S\r\n]*(?:\r\n?|\n|$)\s*/.exec(text.slice(node.end))?.[0];
  if (behind === undefined || !ENDED_BY_SEMICOLON.test(node.type) || declaresBlock(node)) return [];
  const has = text.charAt(node.end - 1) === ';';
  if (has === semicolons) return [];
  if (!has) return [{ range: { start: node.end, end: node.end }, text: ';' }];
  const following = (text.slice(node.end + behind.length) + next).replace(GAP, '');
  return /^[([`<+\-*/.,?:]/.test(following) ? [] : [{ range: { start: node.end - 1, end: node.end }, text: '' }];
}

/** A field among the members of a class; it keeps a semicolon that the next member might run into. */
function endedField({ text }: SyntaxTree, node: Node, semicolons: boolean, next: string): readonly Edit[] {
  if (node.type !== 'PropertyDefinition') return [];
  const { end, value } = node;
  const has = text.charAt(end - 1) === ';';
  if (has === semicolons) return [];
  if (!has) return [{ range: { start: end, end }, text: ';' }];
  const following = (text.slice(end).replace(/\n\}$/, '') + next).replace(GAP, '');
  const runsInto = /^(?:[([`<+\-*/.,?:]|in(?:stanceof)?\b)/.test(following);
  return value === null || runsInto ? [] : [{ range: { start: end - 1, end }, text: '' }];
}

/** Comments part no statements. */
const GAP = /^(?:\s|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/)+/;

/** `export function`, `export class`: what is declared needs no semicolon. */
function declaresBlock(node: Node): boolean {
  if (node.type !== 'ExportNamedDeclaration' && node.type !== 'ExportDefaultDeclaration') return false;
  const { declaration } = node;
  if (!declaration) return false;
  return node.type === 'ExportNamedDeclaration' || /^(?:Function|Class|TSInterface)Declaration$/.test(declaration.type);
}
