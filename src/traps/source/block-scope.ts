import type { Node } from 'oxc-parser';
import { contains } from '../../model/position.js';
import { refuse } from '../../model/refusal.js';
import { isPlainScript } from '../../semantics/modules/module-kind.js';
import { isWritten } from '../../semantics/names/is-written.js';
import { runsBefore } from '../../semantics/uses/runs-before.js';
import { boundNames } from '../../syntax/bound-names.js';
import { isFunction } from '../../syntax/is-function.js';
import { type Binding, nameScopes, type Reference } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { changedPairs, type Trap } from '../trap.js';

/**
 * `var` → `let` or `const` moves a name from its function to its block, and forbids what comes before it; the way
 * back opens it to code that never saw it. `const` forbids any other value.
 */
export const blockScope: Trap = (change) => {
  const { before: tree } = change;
  for (const { old, next } of changedPairs(change, 'VariableDeclaration')) {
    if (old.kind === next.kind) continue;
    const reason = old.kind === 'var' ? whyNot(tree, old, next.kind === 'const') : whyNotInBlock(tree, old, next.kind);
    if (reason) return refuse('variable-scope', reason);
  }
  return null;
};

type VariableDeclaration = Extract<Node, { type: 'VariableDeclaration' }>;

function whyNot(tree: SyntaxTree, declaration: VariableDeclaration, constant: boolean): string | null {
  const parent = tree.parent(declaration);
  if (tree.lineage(declaration).some((each) => each.type === 'TSModuleDeclaration' && each.kind === 'global'))
    return 'Only a var is a property of the global object.';
  const block = parent && visibleIn(tree, parent);
  if (!block) return 'The declaration stands where a block-scoped one may not, or means something else.';
  if (block.type === 'Program' && isPlainScript(tree))
    return 'At the top level of a script a var is a property of the global object.';
  const identifiers = declaration.declarations.flatMap((each) => boundNames(each.id));
  const names = new Set(identifiers.map((each) => each.name));
  const scopes = nameScopes(tree);
  const bindings = scopes.bindings.filter((each) => names.has(each.name));
  for (const { name } of identifiers) {
    const same = bindings.filter((each) => each.name === name);
    const own = same.find((each) => identifiers.some((identifier) => identifier === each.identifier));
    if (!own || same.some((each) => each !== own && each.scope === own.scope))
      return `"${name}" is declared more than once.`;
    const reason = scopes.references
      .filter((each) => each.name === name && each.binding === own)
      .map((each) => whyNotReference(tree, { block, declaration, own, constant }, each))
      .find((each) => each !== null);
    if (reason) return reason;
  }
  return isInLoop(tree, declaration) &&
    !declaration.declarations.every((each) => each.init) &&
    parent?.type === 'BlockStatement'
    ? 'In a loop, a var keeps its value from round to round and a block-scoped variable does not.'
    : null;
}

function whyNotInBlock(
  tree: SyntaxTree,
  declaration: VariableDeclaration,
  kind: VariableDeclaration['kind'],
): string | null {
  if (kind === 'let') return null;
  if (kind !== 'const') return 'The names would be visible, or live, beyond their block.';
  const identifiers: readonly Node[] = declaration.declarations.flatMap((each) => boundNames(each.id));
  const written = nameScopes(tree).references.find(
    ({ binding, node }) => binding && identifiers.includes(binding.identifier) && isWritten(tree, node),
  );
  return written ? `"${written.name}" is assigned again.` : null;
}

/** The node a block-scoped declaration would be visible in; null where it may not stand. */
function visibleIn(tree: SyntaxTree, parent: Node): Node | null {
  switch (parent.type) {
    case 'Program':
    case 'BlockStatement':
    case 'StaticBlock':
    case 'TSModuleBlock':
      return parent;
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
      return parent;
    case 'ExportNamedDeclaration':
      return tree.parent(parent);
    default:
      return null;
  }
}

interface Moved {
  readonly block: Node;
  readonly declaration: VariableDeclaration;
  readonly own: Binding;
  readonly constant: boolean;
}

function whyNotReference(
  tree: SyntaxTree,
  { block, declaration, own, constant }: Moved,
  { name, node }: Reference,
): string | null {
  if (!contains(block, node)) return `"${name}" is used outside the block that declares it.`;
  const around = tree.lineage(node).find(isFunction);
  const inClosure = around !== undefined && around !== tree.lineage(declaration).find(isFunction);
  if (node.start < own.identifier.start) return `"${name}" is used before it is declared.`;
  if (inClosure && isInLoop(tree, declaration))
    return `"${name}" is captured in a closure, one for all rounds of a loop.`;
  const outermost = inClosure
    ? tree.lineage(node).findLast((each) => isFunction(each) && contains(block, each) && each !== block)
    : undefined;
  if (outermost?.type === 'FunctionDeclaration' && runsBefore(tree, outermost, declaration.start))
    return `"${name}" is used by a function that may run before it is declared.`;
  const declarator = declaration.declarations.find((each) => contains(each, own.identifier));
  if (declarator && contains(declarator, node) && !inClosure) return `"${name}" is used in its own declaration.`;
  if (constant && isWritten(tree, node)) return `"${name}" is assigned again.`;
  return null;
}

function isInLoop(tree: SyntaxTree, node: Node): boolean {
  for (const each of tree.lineage(node)) {
    if (isFunction(each)) return false;
    if (/^(?:For|While|DoWhile)/.test(each.type)) return true;
  }
  return false;
}
