// The places of a file where lines may stand: below its head, above and below its imports, at its end.
import type { Node } from 'oxc-parser';
import { startOfLine } from '../../model/position.js';
import { madeByModule } from '../../semantics/modules/made-by-module.js';
import { requiredModule } from '../../semantics/modules/required-module.js';
import { isDirective } from '../../syntax/is-directive.js';
import { speaksOf, startWithComments } from '../../syntax/leading-comments.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { blankLinesAfter, lineAfter } from '../../syntax/text-lines.js';
import { endWithoutGuard } from '../checks/end-without-guard.js';
import { headerEnd } from './file-header.js';
import { lineBehind } from './line-behind.js';

/** Below shebang, licence header and directives; `directives: false` stops above the directives. */
export function headEnd(tree: SyntaxTree, options: { readonly directives: boolean }): number {
  const { text } = tree;
  const headed = headerEnd(tree, shebangEnd(text));
  if (!options.directives) return headed;
  const last = tree.program.body.findLast(isDirective);
  return last ? lineBehind(tree, endWithoutGuard(tree, last)) : headed;
}

/** Where the line behind `#!` begins; 0 where there is none. */
export function shebangEnd(text: string): number {
  return text.startsWith('#!') ? lineAfter(text, 0) : 0;
}

/** Below the head, where the first import stands or would stand. */
export function importsStart(tree: SyntaxTree): number {
  return blankLinesAfter(tree.text, headEnd(tree, { directives: true }));
}

/** Above the first statement that loads a module, and the comments that tell a tool to overlook it; where there is none, where it would stand. */
export function aboveImports(tree: SyntaxTree): number {
  const first = tree.program.body.find(
    (node) => /^(?:Import|TSImportEquals|ExportAll)Declaration$/.test(node.type) || ('source' in node && node.source),
  );
  if (!first) return importsStart(tree);
  return startWithComments(tree, startOfLine(tree.text, first.start), (comment) => speaksOf(tree, comment, first));
}

/** Below the line of a statement. */
export function belowStatement(tree: SyntaxTree, statement: Node): number {
  return lineBehind(tree, endWithoutGuard(tree, statement));
}

/** Below the last import at the top level, else below the head. */
export function importsEnd(tree: SyntaxTree): number {
  const last = tree.program.body.findLast(
    (node) =>
      node.type === 'ImportDeclaration' || (node.type === 'TSImportEqualsDeclaration' && node.importKind !== 'type'),
  );
  return last ? belowStatement(tree, last) : importsStart(tree);
}

/**
 * Below the unbroken run of require lines the file opens with, else below its head. What is required for what it does, as
 * `require('dotenv').config()` and `require('./tracing')`, is one of them where others follow, since it has to come first;
 * behind them all it may be what starts the program.
 */
export function requiresEnd(tree: SyntaxTree): number {
  let end = importsStart(tree);
  for (const node of tree.program.body) {
    if (isDirective(node)) continue;
    if (isRequiredAlone(node)) continue;
    if (node.type !== 'VariableDeclaration' || !node.declarations.every(({ init }) => isRequired(init))) break;
    end = lineBehind(tree, endWithoutGuard(tree, node));
  }
  return end;
}

/** Code among the arguments of a call may be what needs the line that is inserted. */
function isRequired(node: Node | null): boolean {
  return requiredModule(node) !== null || madeByModule(node) !== null;
}

function isRequiredAlone(node: Node): boolean {
  if (node.type !== 'ExpressionStatement') return false;
  const { expression } = node;
  if (requiredModule(expression) !== null) return true;
  const isMethod = expression.type === 'CallExpression' && expression.callee.type === 'MemberExpression';
  return isMethod && madeByModule(expression) !== null;
}

/** The end of the text, above what tools look for in its last lines. */
export function codeEnd({ text, comments }: SyntaxTree): number {
  const last = comments.at(-1);
  const isLast = last && text.slice(last.end).trim() === '' && /^[#@] source(?:Mapping)?URL=/.test(last.value);
  const lineStart = isLast ? startOfLine(text, last.start) : text.length;
  return text.slice(lineStart, last?.start).trim() === '' ? lineStart : text.length;
}
