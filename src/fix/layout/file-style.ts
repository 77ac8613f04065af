import type { Node } from 'oxc-parser';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';

/** How a file is written, so that what is added reads like the rest. */
export interface FileStyle {
  readonly lineEnd: '\n' | '\r\n' | '\r';
  readonly quote: '"' | "'";
  readonly semicolons: boolean;
}

/** The more frequent line end; `\n` for a text of one line. */
export function lineEndOf(text: string): FileStyle['lineEnd'] {
  const crlf = text.match(/\r\n/g)?.length ?? 0;
  const lf = (text.match(/\n/g)?.length ?? 0) - crlf;
  const cr = (text.match(/\r/g)?.length ?? 0) - crlf;
  if (crlf > 0 && crlf >= lf) return '\r\n';
  return cr > lf ? '\r' : '\n';
}

/** Quotes and semicolons of the imports, else of the whole file, else of the line to be added. */
export function styleOf(tree: SyntaxTree, fallback: string): FileStyle {
  const { quote, semicolons } = styleSeen(tree);
  return {
    lineEnd: lineEndOf(tree.text),
    quote: quote ?? (fallback.includes('"') ? '"' : "'"),
    semicolons: semicolons ?? fallback.trimEnd().endsWith(';'),
  };
}

/** Quotes and semicolons of the imports, else of the whole file; null where nothing tells. */
export function styleSeen(tree: SyntaxTree): { [K in 'quote' | 'semicolons']: FileStyle[K] | null } {
  // A lone semicolon, as behind a function that needs none, tells nothing.
  const statements = tree.program.body
    .filter(({ type }) => type !== 'EmptyStatement')
    .map((node) => textOf(tree, node));
  const imports = tree.program.body
    .filter((node) => node.type === 'ImportDeclaration')
    .map((node) => textOf(tree, node));
  const ended = (imports.length > 0 ? imports : statements).filter(
    (text) => !text.endsWith('}') || /^import\b/.test(text),
  );
  const sample =
    imports.length > 0 ? imports : tree.descendants(tree.program).flatMap((node) => quotedText(tree, node));
  const double = majority(sample, (text) => text.includes('"'));
  const quote = double ? '"' : "'";
  return {
    quote: double === null ? null : quote,
    semicolons: majority(ended.length > 0 ? ended : innerStatements(tree), (text) => /\S;$/.test(text)),
  };
}

/** Statements in blocks that end their line, as written: all there is to see where a file only declares functions and classes. */
function innerStatements(tree: SyntaxTree): readonly string[] {
  return tree
    .descendants(tree.program)
    .filter(
      (node) => ENDS_ITS_LINE.test(node.type) && /^[^\S\r\n]*(?:\/\/.*)?(?:[\r\n]|$)/.test(tree.text.slice(node.end)),
    )
    .map((node) => textOf(tree, node))
    .filter((text) => !text.endsWith('}'));
}

const ENDS_ITS_LINE = /^(?:Expression|Return|Throw)Statement$|^(?:VariableDeclaration|PropertyDefinition)$/;

/** Attributes are markup, whose quotes are double whatever those of the code are. */
function quotedText(tree: SyntaxTree, node: Node): readonly string[] {
  if (node.type !== 'Literal' || typeof node.value !== 'string' || tree.parent(node)?.type === 'JSXAttribute')
    return [];
  return [tree.text.charAt(node.start)];
}

/** Null where there is nothing to count. */
function majority<T>(items: readonly T[], test: (item: T) => boolean): boolean | null {
  if (items.length === 0) return null;
  return items.filter(test).length * 2 >= items.length;
}
