import type { Node } from 'oxc-parser';
import { applyEdits, applyEditsWithin, type Edit } from '../../model/edit.js';
import { contains, rangesOverlap, type TextRange } from '../../model/position.js';
import { parseSyntax } from '../../syntax/parse-syntax.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';

/**
 * Whether free edits keep to the innermost statement that holds the violation, leave it one statement (or none) and
 * everything within it that is a statement of its own alone; besides, they may import names, and nothing else.
 */
export function staysInReach(tree: SyntaxTree, place: TextRange, edits: readonly Edit[]): boolean {
  const own = tree.lineage(tree.enclosing(place)).find(isStatement);
  if (own === undefined) return false;
  const inside = edits.filter((edit) => contains(own, spanOf(tree.text, edit)));
  const nested = statementsWithin(tree, own).filter((node) => !rangesOverlap(node, place));
  if (inside.some(({ range }) => nested.some((node) => node.start < range.end && range.start < node.end))) return false;
  const rest = edits.filter((edit) => !inside.includes(edit));
  return isOneStatement(tree, own, inside) && (rest.length === 0 || onlyImports(tree, rest));
}

/** What is taken away whole takes the white space around it along. */
function spanOf(text: string, { range, text: next }: Edit): TextRange {
  if (next.trim() !== '') return range;
  const taken = text.slice(range.start, range.end);
  const start = range.start + (taken.length - taken.trimStart().length);
  return { start, end: Math.max(start, range.end - (taken.length - taken.trimEnd().length)) };
}

function isStatement({ type }: Node): boolean {
  return (/(?:Statement|Declaration)$/.test(type) && type !== 'BlockStatement') || isMember(type);
}

function isMember(type: string): boolean {
  return type === 'PropertyDefinition' || type === 'MethodDefinition' || type === 'AccessorProperty';
}

/** With blocks, whose braces are no more the agent's than what is in them. */
function statementsWithin(tree: SyntaxTree, node: Node): readonly Node[] {
  return tree
    .children(node)
    .flatMap((child) =>
      isStatement(child) || child.type === 'BlockStatement' ? [child] : statementsWithin(tree, child),
    );
}

/** The edited statement, read by itself where such a statement may stand. */
function isOneStatement(tree: SyntaxTree, own: Node, edits: readonly Edit[]): boolean {
  const clipped = edits.map(({ range, text }) => ({
    range: { start: Math.max(range.start, own.start), end: Math.min(range.end, own.end) },
    text,
  }));
  const text = applyEditsWithin(tree.text, own, clipped);
  if (text === null) return false;
  if (own.type.startsWith('Export') || own.type === 'ImportDeclaration') return hasOne(tree.path, text, []);
  if (isMember(own.type)) return hasOne(tree.path, `class C {\n${text}\n}`, ['ClassDeclaration', 'ClassBody']);
  const holders = ['FunctionDeclaration', 'BlockStatement', 'ForStatement', 'BlockStatement'];
  return hasOne(tree.path, `async function* f() { for (;;) {\n${text}\n} }`, holders);
}

/** Whether a text holds, one within the other, nothing but these nodes, and in the innermost at most one. */
function hasOne(path: string, text: string, holders: readonly string[]): boolean {
  const tree = parseSyntax(path, text);
  if (!tree?.parsed) return false;
  let level: readonly Node[] = tree.program.body;
  for (const holder of holders) {
    const [only, ...others] = level.filter(({ type }) => type !== 'Identifier');
    if (only?.type !== holder || others.length > 0) return false;
    level = tree.children(only);
  }
  return level.length <= 1;
}

function onlyImports(tree: SyntaxTree, edits: readonly Edit[]): boolean {
  const text = applyEdits(tree.text, edits);
  const after = text === null ? null : parseSyntax(tree.path, text);
  if (!after?.parsed) return false;
  const [old, next] = [partsOf(tree), partsOf(after)];
  if (old.others.join('\0') !== next.others.join('\0')) return false;
  // One that imports no name is there for what it does: none may come, and none may go.
  return old.bare.join('\0') === next.bare.join('\0');
}

function partsOf(tree: SyntaxTree): {
  readonly others: readonly string[];
  readonly bare: readonly string[];
} {
  const { program } = tree;
  const written = (node: Node): string => textOf(tree, node);
  const others = program.body.filter(({ type }) => type !== 'ImportDeclaration');
  const bare = program.body.filter((node) => node.type === 'ImportDeclaration' && node.specifiers.length === 0);
  return { others: others.map(written), bare: bare.map(written) };
}
