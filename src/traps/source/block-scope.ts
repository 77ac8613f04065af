import type { Node } from 'oxc-parser';
import { contains, rangesOverlap } from '../../model/position.js';
import { refuse } from '../../model/refusal.js';
import { isPlainScript } from '../../semantics/modules/module-kind.js';
import { isWritten } from '../../semantics/names/is-written.js';
import { isCalledThere } from '../../semantics/uses/is-called-there.js';
import { runsBefore, runsWithin } from '../../semantics/uses/runs-before.js';
import { boundNames } from '../../syntax/bound-names.js';
import { isCallee } from '../../syntax/is-callee.js';
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
  if (isReadByText(tree, declaration)) return 'Code in a text that the function evaluates may use the names.';
  const identifiers = declaration.declarations.flatMap((each) => boundNames(each.id));
  for (const identifier of identifiers) {
    const reason = whyNotName(tree, { block, declaration, constant }, identifier);
    if (reason) return reason;
  }
  return isInLoop(tree, declaration) &&
    !declaration.declarations.every((each) => each.init) &&
    parent?.type === 'BlockStatement'
    ? 'In a loop, a var keeps its value from round to round and a block-scoped variable does not.'
    : null;
}

/** `eval(text)`, in the function of the variable or in one of that. */
function isReadByText(tree: SyntaxTree, declaration: VariableDeclaration): boolean {
  const holder = tree.lineage(declaration).find(isFunction) ?? tree.program;
  return nameScopes(tree)
    .named('eval')
    .references.some(({ node, binding }) => binding === null && isCallee(tree, node) && contains(holder, node));
}

function whyNotName(tree: SyntaxTree, moved: Omit<Moved, 'own'>, identifier: Named): string | null {
  const { name } = identifier;
  const { bindings, references } = nameScopes(tree).named(name);
  const own = bindings.find((each) => each.identifier === identifier);
  const same = bindings.filter((each) => each.scope === own?.scope);
  const uses = references.filter(({ binding }) => binding !== null && same.includes(binding));
  const twins = same.filter((each) => each !== own && !isNameOfExpression(each));
  if (!own || !twins.every((twin) => livesApart(tree, own, twin, uses))) return `"${name}" is declared more than once.`;
  const blocks = twins.flatMap((twin) => blockOf(tree, twin) ?? []);
  return (
    uses
      .filter(({ node }) => !blocks.some((each) => contains(each, node)))
      .map((each) => whyNotReference(tree, { ...moved, own }, each))
      .find((each) => each !== null) ?? null
  );
}

type Named = ReturnType<typeof boundNames>[number];

/** `function f() {}` as a value: a variable of that name within it is another one all the same. */
function isNameOfExpression({ kind, declaration, scope }: Binding): boolean {
  return kind === 'function' && declaration === scope;
}

/**
 * `for (var i = 0; …) {} for (var i = 0; …) {}`: one variable, and in each block a value of its own. In no function of
 * theirs, which would see what the other one sets it to.
 */
function livesApart(tree: SyntaxTree, own: Binding, twin: Binding, uses: readonly Reference[]): boolean {
  const [block, apart] = [blockOf(tree, own), blockOf(tree, twin)];
  if (!block || !apart || rangesOverlap(block, apart)) return false;
  if (!isSetWhereDeclared(tree, own) || !isSetWhereDeclared(tree, twin)) return false;
  const home = tree.lineage(block).find(isFunction);
  return uses
    .filter(({ node }) => contains(block, node) || contains(apart, node))
    .every(({ node }) => {
      const isSet = contains(block, node) || node.start >= twin.identifier.start;
      return isSet && tree.lineage(node).find(isFunction) === home;
    });
}

/** The node that a variable would be visible in, were it not declared by `var`. */
function blockOf(tree: SyntaxTree, { kind, declaration: declarator }: Binding): Node | null {
  const declaration = kind === 'var' ? tree.parent(declarator) : null;
  const parent = declaration && tree.parent(declaration);
  return parent && visibleIn(tree, parent);
}

function isSetWhereDeclared(tree: SyntaxTree, { declaration: declarator }: Binding): boolean {
  if (declarator.type !== 'VariableDeclarator') return false;
  const declaration = tree.parent(declarator);
  const loop = declaration && tree.parent(declaration);
  return declarator.init !== null || loop?.type === 'ForInStatement' || loop?.type === 'ForOfStatement';
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
  const soFar = declaration.declarations.filter((each) => each.start <= own.identifier.start);
  if (outermost?.type === 'FunctionDeclaration' && runsWithin(tree, outermost, soFar))
    return `"${name}" is used by a function that runs before it is set.`;
  const isRunWithin = (each: Node): boolean => !isFunction(each) || isCalledThere(tree, each);
  const within = declarator ? tree.lineage(node).filter((each) => contains(declarator, each)) : [];
  if (within.length > 0 && within.every(isRunWithin)) return `"${name}" is used in its own declaration.`;
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
