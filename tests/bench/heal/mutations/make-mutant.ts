import type { Node } from 'oxc-parser';
import { parseSyntax } from '../../../../src/syntax/parse-syntax.js';
import type { SyntaxTree } from '../../../../src/syntax/syntax-tree.js';
import type { Imported, Kind } from './kind.js';
import type { Pen } from './pen.js';
import type { Source } from './sources.js';

/** A source spoilt in one place, with the answer known and a look-alike beside it. */
export interface Mutant {
  readonly path: string;
  /** With the decoy, before the place was spoilt: what heal must arrive at. */
  readonly clean: string;
  readonly spoilt: string;
  readonly decoy: string;
}

/** Null where the source has no place for this kind, or is no longer JavaScript with it. */
export function makeMutant(kind: Kind, source: Source, pen: Pen): Mutant | null {
  if (!fits(kind, source)) return null;
  const path = pathFor(kind, source);
  const tree = parseSyntax(path, source.text);
  if (!tree || tree.errors.length > 0) return null;
  const places = statementStarts(tree);
  if (places.length < 2) return null;

  const decoy = pen.pick(kind.decoys)(pen);
  const decoyAt = pen.pick(places);
  const inserts = [{ at: decoyAt, clean: decoy, spoilt: decoy }];
  let edit: { start: number; end: number; text: string } | null = null;
  if (kind.site.kind === 'planted') {
    const { clean, spoilt } = kind.site.write(pen);
    const at = pen.pick(places.filter((place) => lineAt(source.text, place) !== lineAt(source.text, decoyAt)));
    inserts.push({ at, clean, spoilt });
  } else if (kind.site.kind === 'imported') {
    const added = importInserts(kind.site, tree, pen);
    if (!added) return null;
    inserts.push(added, { at: pen.pick(places), clean: kind.site.use, spoilt: kind.site.use });
  } else {
    const { spoil } = kind.site;
    const edits = [...tree.descendants(tree.program)].flatMap((node) => spoil(node, tree) ?? []);
    const far = edits.filter(({ start, end }) => !crosses(decoyAt, tree, start, end));
    if (far.length === 0) return null;
    edit = pen.pick(far);
  }
  const crlf = pen.below(8) === 0;
  const finish = (version: 'clean' | 'spoilt'): string => {
    const text = build(
      source.text,
      inserts.map((each) => ({ at: each.at, text: each[version] })),
      version === 'spoilt' ? edit : null,
    );
    const whole = kind.imports === undefined ? text : addImports(text, kind.imports);
    return crlf ? whole.replaceAll('\n', '\r\n') : whole;
  };
  const [clean, spoilt] = [finish('clean'), finish('spoilt')];
  if (clean === spoilt) return null;
  for (const text of [clean, spoilt]) if (parseSyntax(path, text)?.errors.length !== 0) return null;
  return { path, clean, spoilt, decoy: crlf ? decoy.replaceAll('\n', '\r\n') : decoy };
}

/** A source spoilt in `count` places on lines of their own; null where it has too few. */
export function plantMany(kinds: readonly Kind[], source: Source, pen: Pen, count: number): string | null {
  const tree = parseSyntax(source.path, source.text);
  if (!tree || tree.errors.length > 0) return null;
  const places = new Set(statementStarts(tree));
  if (places.size < count) return null;
  const inserts: Insert[] = [];
  while (inserts.length < count) {
    const { site } = pen.pick(kinds);
    if (site.kind !== 'planted') return null;
    const at = pen.pick([...places]);
    places.delete(at);
    inserts.push({ at, text: site.write(pen).spoilt });
  }
  const text = build(source.text, inserts, null);
  return parseSyntax(source.path, text)?.errors.length === 0 ? text : null;
}

/** Null where the imports do not stand together before everything else: where one more would go is then a matter of taste. */
function importInserts(
  site: Imported,
  tree: SyntaxTree,
  pen: Pen,
): { at: number; clean: string; spoilt: string } | null {
  const { body } = tree.program;
  const imports = body.filter((node) => node.type === 'ImportDeclaration');
  const [first, last] = [imports[0], imports.at(-1)];
  if (!first || !last || body[imports.length - 1] !== last) return null;
  const quote = tree.text.charAt(last.source.start);
  const { where, clean, spoilt } = site.write(pen, { quote, end: tree.text[last.end - 1] === ';' ? ';' : '' });
  const lineEnd = tree.text.indexOf('\n', last.end);
  if (lineEnd < 0 || tree.text.slice(last.end, lineEnd).trim() !== '') return null;
  return { at: where === 'first' ? first.start : lineEnd + 1, clean, spoilt };
}

function fits(kind: Kind, source: Source): boolean {
  if (kind.language === 'any') return true;
  return source.isModule && (kind.language !== 'ts' || source.isTypeScript);
}

function pathFor({ language }: Kind, source: Source): string {
  return language === 'tsx' ? source.path.replace(/\.([jt])s$/, '.$1sx') : source.path;
}

/** Starts of statements of functions and modules that begin their line: where a person would put another one. */
function statementStarts(tree: SyntaxTree): readonly number[] {
  const starts: number[] = [];
  for (const node of tree.descendants(tree.program)) {
    for (const statement of statementsOf(node, tree)) {
      const before = tree.text.slice(tree.text.lastIndexOf('\n', statement.start - 1) + 1, statement.start);
      if (/^[ \t]*$/.test(before)) starts.push(statement.start);
    }
  }
  return starts;
}

function statementsOf(node: Node, tree: SyntaxTree): readonly Node[] {
  if (node.type !== 'Program' && node.type !== 'BlockStatement') return [];
  // The last statement may be all that keeps a block from being empty once something else is removed: any but directives will do.
  return node.body.filter(
    (each) =>
      !/^(?:Import|Export|TSDeclare)/.test(each.type) &&
      !(each.type === 'ExpressionStatement' && each.directive !== null) &&
      tree.text.slice(each.start, each.end).length > 0,
  );
}

/** A decoy must not come to stand inside, or on the line of, what is spoilt. */
function crosses(at: number, tree: SyntaxTree, start: number, end: number): boolean {
  const [first, last] = [lineAt(tree.text, start), lineAt(tree.text, end)];
  const line = lineAt(tree.text, at);
  return line >= first - 1 && line <= last + 1;
}

function lineAt(text: string, offset: number): number {
  let line = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

interface Insert {
  readonly at: number;
  readonly text: string;
}

function build(
  text: string,
  inserts: readonly Insert[],
  edit: { start: number; end: number; text: string } | null,
): string {
  const edits = inserts.map(({ at, text: added }) => {
    const lineStart = text.lastIndexOf('\n', at - 1) + 1;
    const indent = text.slice(lineStart, at);
    const lines = added === '' ? [] : added.split('\n').map((line) => `${indent}${line}\n`);
    return { start: lineStart, end: lineStart, text: lines.join('') };
  });
  return [...edits, ...(edit ? [edit] : [])]
    .sort((a, b) => b.start - a.start)
    .reduce((now, { start, end, text: added }) => now.slice(0, start) + added + now.slice(end), text);
}

function addImports(text: string, imports: string): string {
  const first = /^import\b/m.exec(text);
  return first ? `${text.slice(0, first.index)}${imports}\n${text.slice(first.index)}` : `${imports}\n${text}`;
}
