import { contains, type TextRange } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { isPlainScript, moduleKind } from '../../semantics/modules/module-kind.js';
import { isCallee } from '../../syntax/is-callee.js';
import { type Binding, nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/** Why a declared name may be used although nothing in its file is seen to use it; null where it cannot be. */
export function checkUnseenUse(tree: SyntaxTree, binding: Binding): Refusal | null {
  const { name } = binding;
  if (isEverybodys(tree, binding)) {
    return refuse(
      'still-referenced',
      `"${name}" is declared at the top of a plain script, so that every other script can use it.`,
    );
  }
  return isReadByEval(tree, binding.scope)
    ? refuse('still-referenced', `"${name}" can be read by the code that eval is given in its scope.`)
    : null;
}

/** Nearly all TypeScript is bundled as modules, but what is declared with `var` there asks to be seen from elsewhere. */
function isEverybodys(tree: SyntaxTree, { kind, scope }: Binding): boolean {
  if (scope !== tree.program || !isPlainScript(tree)) return false;
  return moduleKind(tree) === 'unknown' || kind === 'var' || kind === 'function';
}

/** Only a call of `eval` by its own name sees the names around it. */
function isReadByEval(tree: SyntaxTree, scope: TextRange): boolean {
  return nameScopes(tree)
    .named('eval')
    .references.some(({ node, binding }) => !binding && isCallee(tree, node) && contains(scope, node));
}
