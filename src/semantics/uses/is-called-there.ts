import type { Node } from 'oxc-parser';
import { isCallee } from '../../syntax/is-callee.js';
import { calledName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/** Whether a function is called where it stands, by itself or by what calls what it is given before it returns. */
export function isCalledThere(tree: SyntaxTree, called: Node): boolean {
  const parent = tree.parent(called);
  if (parent?.type === 'ParenthesizedExpression') return isCallee(tree, parent);
  return parent?.type === 'CallExpression' && (parent.callee === called || CALLS.test(calledName(parent.callee) ?? ''));
}

const CALLS =
  /^(?:forEach|each|(?:flatM|m)ap|mapValues|filter|find\w*|some|every|reduce(?:Right)?|sort|replace(?:All)?|batch|runInAction|transaction|action|flushSync)$/;
