import type { Node } from 'oxc-parser';
import { isCallee } from '../../syntax/is-callee.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/** How a file brings in other modules. `unknown`: plain JavaScript that could as well be a browser script. */
export function moduleKind(tree: SyntaxTree): 'esm' | 'commonjs' | 'unknown' {
  if (tree.program.body.some(isModuleSyntax)) return 'esm';
  if (/\.m[jt]s$/.test(tree.path)) return 'esm';
  if (/\.cjs$/.test(tree.path) || usesCommonJs(tree)) return 'commonjs';
  if (tree.program.body.some(isGlobalNamespace)) return 'unknown';
  return /\.(?:[ct]?ts|tsx|jsx)$/.test(tree.path) || holdsJsx(tree) ? 'esm' : 'unknown';
}

/** `namespace App { … }` of a file that is no module: all files say `App`, and an import would take it from them. */
function isGlobalNamespace(node: Node): boolean {
  return node.type === 'TSModuleDeclaration' && node.id.type !== 'Literal';
}

/** Whether nothing in a file, nor its name, makes a module of it: its top level is that of all scripts then. */
export function isPlainScript(tree: SyntaxTree): boolean {
  if (tree.program.body.some(isModuleSyntax) || /\.[cm][jt]s$/.test(tree.path) || usesCommonJs(tree)) return false;
  // What the system starts, no page loads.
  return tree.program.sourceType !== 'module' && !tree.text.startsWith('#!');
}

export function isModuleSyntax({ type }: Node): boolean {
  return /^(?:Import|Export)|^TSExportAssignment|^TSImportEquals/.test(type);
}

function usesCommonJs(tree: SyntaxTree): boolean {
  if (!/\b(?:require|module|exports)\b/.test(tree.text)) return false;
  return nameScopes(tree).references.some(({ name, node, binding }) => {
    if (binding) return false;
    if (name === 'require') return isCallee(tree, node);
    const parent = tree.parent(node);
    return (name === 'module' || name === 'exports') && parent?.type === 'MemberExpression' && parent.object === node;
  });
}

function holdsJsx(tree: SyntaxTree): boolean {
  for (const node of tree.descendants(tree.program))
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') return true;
  return false;
}
