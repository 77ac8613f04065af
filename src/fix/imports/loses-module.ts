import type { Node } from 'oxc-parser';
import { contains, type TextRange } from '../../model/position.js';
import { refuse } from '../../model/refusal.js';
import { isModuleSyntax } from '../../semantics/modules/module-kind.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

const WHY = 'Without its last import or export the file would be no module any more, and its code relies on that.';

/** For a statement that is to be removed, and for any other edit. */
export const LAST_OF_MODULE = refuse('statement-removable', WHY);
export const NO_MODULE_LEFT = refuse('edit-bounded', WHY);

/**
 * Whether a file is a module only by what stands in these ranges, while the rest of it is right only in one: without
 * them it would be a script, whose names are everybody's and whose code is read otherwise.
 */
export function isModuleOnlyBy(tree: SyntaxTree, ranges: readonly TextRange[]): boolean {
  if (!mayBeScript(tree)) return false;
  const rest = tree.program.body.filter((node) => !ranges.some((range) => contains(range, node)));
  return !rest.some(isModuleSyntax) && rest.some((node) => leansOnModule(tree, node));
}

/** Whether edits took from a file all that made it a module. */
export function losesModule(before: SyntaxTree, after: SyntaxTree, edited: readonly TextRange[]): boolean {
  if (!mayBeScript(before) || !before.program.body.some(isModuleSyntax) || after.program.body.some(isModuleSyntax)) {
    return false;
  }
  // A script is read without the `await` of modules, so the old code tells better what is left of it.
  return isModuleOnlyBy(before, edited) || isModuleOnlyBy(after, []);
}

/** The other extensions say by themselves what a file is. */
function mayBeScript({ path }: SyntaxTree): boolean {
  return /\.(?:[jt]sx?|cts)$/.test(path);
}

function leansOnModule(tree: SyntaxTree, statement: Node): boolean {
  return (
    /Declaration$/.test(statement.type) || tree.descendants(statement).some((node) => isOtherwiseInScript(tree, node))
  );
}

function isOtherwiseInScript(tree: SyntaxTree, node: Node): boolean {
  switch (node.type) {
    case 'MetaProperty':
      return node.meta.name === 'import';
    case 'ThisExpression':
      // Not undefined in a script, not even in its functions; a class has a `this` of its own.
      return !tree.lineage(node).some(({ type }) => type === 'ClassBody');
    case 'AwaitExpression':
      return !isInFunction(tree, node);
    case 'ForOfStatement':
      return node.await && !isInFunction(tree, node);
    case 'VariableDeclaration':
      return node.kind === 'await using' || node.kind === 'var' ? !isInFunction(tree, node) : false;
    default:
      return false;
  }
}

function isInFunction(tree: SyntaxTree, node: Node): boolean {
  return tree.lineage(node).some(({ type }) => /Function|^StaticBlock$/.test(type));
}
