import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { valuesFrom } from '../../semantics/values/values-from.js';
import { isCallee } from '../../syntax/is-callee.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Trap } from '../trap.js';

/** `new PrismaClient()` → `prisma`: what was this code's own, and is closed at its end, is everybody's then. */
export const sharedInstance: Trap = ({ before: tree, places }) => {
  const isEnded = places.some(({ was, made }) => {
    if (was.type !== 'NewExpression' && was.type !== 'CallExpression') return false;
    if (made.type !== 'Identifier' && made.type !== 'MemberExpression') return false;
    return valuesFrom(tree, was).some((value) => isEndedBy(tree, value));
  });
  return isEnded
    ? refuse('same-result', 'It is closed here, and others may go on using what would take its place.')
    : null;
};

const ENDS = /^\$?(?:close|destroy|disconnect|dispose|end|quit|release|shutdown|stop|terminate)(?:All|Async|Sync)?$/;

function isEndedBy(tree: SyntaxTree, value: Node): boolean {
  const parent = tree.parent(value);
  if (parent?.type === 'VariableDeclarator' && parent.init === value) {
    const declaration = tree.parent(parent);
    return declaration?.type === 'VariableDeclaration' && /using$/.test(declaration.kind);
  }
  if (parent?.type !== 'MemberExpression' || parent.object !== value) return false;
  return ENDS.test(memberName(parent) ?? '') && isCallee(tree, parent);
}
