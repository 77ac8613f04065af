import type { Node } from 'oxc-parser';
import { contains } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { isModuleSyntax, moduleKind } from '../../semantics/modules/module-kind.js';
import { isFunction } from '../../syntax/is-function.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `__dirname` → `import.meta.dirname` and `const a = require('a')` → `import a from 'a'` keep a CommonJS file from
 * loading; the other way round the name is unknown.
 */
export const foreignModule: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    // As of nearly all: to go through the code for it takes much longer.
    if (wordsIn(textOf(after, made)) === wordsIn(textOf(tree, was))) continue;
    const refusal = needsModule(after, made) && !needsModule(tree, was) ? checkModule(tree) : null;
    if (refusal) return refusal;
    if (isTypeScript(tree) && !/\.mts$/.test(tree.path) && exportsOtherwise(textOf(tree, was), textOf(after, made))) {
      return refuse('commonjs-file', 'Who requires this file would be given an object around what it exports.');
    }
    if (isModule(tree) && namesOfCommonJs(after, made).some((name) => !isKnown(tree, name))) {
      return refuse('module-file', 'The file is an ES module, in which what is written here would not be known.');
    }
  }
  return null;
};

function checkModule(tree: SyntaxTree): Refusal | null {
  const kind = kindOf(tree);
  if (kind === 'esm') return null;
  return kind === 'commonjs'
    ? refuse('commonjs-file', 'The file is CommonJS; what is written here is for ES modules alone.')
    : refuse('module-kind-unknown', 'What is written here is for ES modules alone; the file may be a script.');
}

/** `module.exports = a` → `export default a`; in TypeScript `export = a` is the same. */
function exportsOtherwise(was: string, made: string): boolean {
  const assigns = /\bmodule\.exports\s*=/;
  return assigns.test(was) && !assigns.test(made) && /\bexport default\b/.test(made);
}

function kindOf(tree: SyntaxTree): ReturnType<typeof moduleKind> {
  // TypeScript makes CommonJS of whatever is in it.
  if (/\.c[jt]s$/.test(tree.path) || tree.program.body.some(isOfCommonJs)) return 'commonjs';
  return tree.program.sourceType === 'module' ? 'esm' : moduleKind(tree);
}

/** `import a = require('a')`, `export = a`: what only makes sense where CommonJS comes out. */
function isOfCommonJs(statement: Node): boolean {
  if (statement.type === 'TSExportAssignment') return true;
  return (
    statement.type === 'TSImportEqualsDeclaration' && statement.moduleReference.type === 'TSExternalModuleReference'
  );
}

/** Whether it holds `import.meta`, an `await` outside all functions or, but for TypeScript, an import or export. */
function needsModule(tree: SyntaxTree, node: Node): boolean {
  const isTyped = isTypeScript(tree);
  return tree.descendants(node).some((each) => {
    if (each.type === 'MetaProperty') return each.meta.name === 'import';
    if (!isTyped && isModuleSyntax(each) && each.type !== 'ImportExpression') return true;
    return each.type === 'AwaitExpression' && !tree.lineage(each).some(isFunction);
  });
}

/** As it is when it runs. In TypeScript `import` may be written for either kind. */
function isModule(tree: SyntaxTree): boolean {
  if (/\.m[jt]s$/.test(tree.path)) return true;
  return isTypeScript(tree) ? needsModule(tree, tree.program) : tree.program.sourceType === 'module';
}

function isTypeScript(tree: SyntaxTree): boolean {
  return /\.[cm]?tsx?$/.test(tree.path);
}

const OF_COMMON_JS = /^(?:__dirname|__filename|require|module|exports)$/;
const OF_EITHER = /(?<![^.]\.)\b(?:__dirname|__filename|require|module|exports|import|export|await)\b/g;

/** The words that only one kind of module knows, or knows in its own way. */
function wordsIn(text: string): string {
  return text.match(OF_EITHER)?.join(' ') ?? '';
}

/** The names that only CommonJS knows, as they are used in a part of a file. */
function namesOfCommonJs(tree: SyntaxTree, part: Node): readonly string[] {
  return nameScopes(tree).references.flatMap(({ name, node, binding }) =>
    binding === null && OF_COMMON_JS.test(name) && contains(part, node) ? [name] : [],
  );
}

function isKnown(tree: SyntaxTree, name: string): boolean {
  return nameScopes(tree).named(name).references.length > 0;
}
