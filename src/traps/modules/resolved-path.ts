import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isCallee } from '../../syntax/is-callee.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedCalls, type Trap } from '../trap.js';

/** `require.resolve('m')` → `import.meta.resolve('m')`: the path of a file, and then its address, `file:///…`. */
export const resolvedPath: Trap = (change) => {
  const { before, after } = change;
  const isOther = changedCalls(change).some(({ old, next }) => {
    const [was, is] = [textOf(before, old.callee), textOf(after, next.callee)];
    return RESOLVES_PATH.test(was) && is === 'import.meta.resolve' && !isMadePath(after, next);
  });
  return isOther ? refuse('same-result', 'What was the path of a file would be its address.') : null;
};

const RESOLVES_PATH = /^\w*[rR]equire\w*\.resolve$/;

/** `fileURLToPath(import.meta.resolve('m'))` is a path again; `import()` takes either. */
function isMadePath(tree: SyntaxTree, call: Node): boolean {
  const around = tree.parent(call);
  if (around?.type === 'ImportExpression') return true;
  return (
    around?.type === 'CallExpression' && !isCallee(tree, call) && /fileURLToPath$/.test(textOf(tree, around.callee))
  );
}
