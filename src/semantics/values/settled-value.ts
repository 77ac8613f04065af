import type { Node } from 'oxc-parser';
import { isExported } from '../../syntax/is-exported.js';
import { isFunction } from '../../syntax/is-function.js';
import { type Binding, nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { isPlainScript } from '../modules/module-kind.js';
import { isWritten } from '../names/is-written.js';
import { runsBefore } from '../uses/runs-before.js';

/**
 * What a `let` or `var` was set to where it is declared, as long as nothing else sets it and it is used only once that has
 * happened: it is as good as a constant there. Null where that cannot be told.
 */
export function settledValue(tree: SyntaxTree, binding: Binding, use: Node): Node | null {
  const { declaration, identifier, kind } = binding;
  if ((kind !== 'let' && kind !== 'var') || declaration.type !== 'VariableDeclarator') return null;
  if (declaration.id !== identifier || !declaration.init || !isSetOnce(tree, binding)) return null;
  return kind === 'let' || isUsedBehind(tree, binding, declaration, use) ? declaration.init : null;
}

/** Other scripts set the globals of a script, other modules what compiled code exports, and code in a text or a `with` whatever it names. */
function isSetOnce(tree: SyntaxTree, { name, scope, identifier, declaration }: Binding): boolean {
  if (isExported(tree, declaration)) return false;
  if (scope === tree.program && isPlainScript(tree)) return false;
  const { bindings, references } = nameScopes(tree).named(name);
  const isSetBy = (node: Node): boolean => isWritten(tree, node) || tree.parent(node)?.type === 'ExportSpecifier';
  return (
    !bindings.some((each) => each.scope === scope && each.identifier !== identifier) &&
    !/\b(?:eval|with)\s*\(/.test(tree.text) &&
    !references.some(({ node, binding }) => binding?.identifier === identifier && isSetBy(node))
  );
}

/** Until its line has run a `var` is undefined, where a constant would throw. */
function isUsedBehind(tree: SyntaxTree, { scope }: Binding, declarator: Node, use: Node): boolean {
  const [, declaration, block] = tree.lineage(declarator);
  const isInBranch = block !== scope && (block?.type !== 'BlockStatement' || tree.parent(block) !== scope);
  if (isInBranch || !declaration || use.start < declaration.end) return false;
  const around = tree.lineage(use);
  const outermost = around.slice(0, around.indexOf(scope)).findLast(isFunction);
  return outermost?.type !== 'FunctionDeclaration' || !runsBefore(tree, outermost, declaration.start);
}
