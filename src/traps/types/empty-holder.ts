import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { attributeName } from '../../syntax/jsx.js';
import { calledName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOf } from '../../syntax/uses-of.js';
import { changedCalls, type Trap } from '../trap.js';

/** `useRef<T>()` → `useRef<T>(null)`: what held undefined holds null, and with that type nothing may be put into it. */
export const emptyHolder: Trap = (change) => {
  for (const { old, next } of changedCalls(change)) {
    const name = calledName(old.callee) ?? '';
    const [made] = next.arguments;
    const isGivenNull = old.arguments.length === 0 && made?.type === 'Literal' && made.raw === 'null';
    if (!isGivenNull || !/^use(?:Ref|State)$/.test(name) || name !== calledName(next.callee)) continue;
    if (name === 'useState' || !isForElement(change.before, old)) {
      return refuse('null-comparison', 'Whoever gets this value may tell undefined from null.');
    }
  }
  return null;
};

/** React itself puts null into what is the `ref` of an element, and here nobody else puts anything into it. */
function isForElement(tree: SyntaxTree, call: Node): boolean {
  const holder = tree.parent(call);
  if (holder?.type !== 'VariableDeclarator' || holder.id.type !== 'Identifier') return false;
  const uses = usesOf(tree, holder.id);
  const isPut = (node: Node) =>
    tree.lineage(node).some((each) => each.type === 'JSXAttribute' && attributeName(each) === 'ref');
  return uses.some(isPut) && uses.every((node) => isPut(node) || isOnlyAsked(tree, node));
}

/** `box.current?.focus()`: a member of what is held, or whether anything is. */
function isOnlyAsked(tree: SyntaxTree, node: Node): boolean {
  const current = tree.parent(node);
  if (current?.type !== 'MemberExpression' || current.object !== node) return false;
  const around = tree.parent(current);
  if (around?.type === 'MemberExpression') return around.object === current;
  return around?.type === 'TSNonNullExpression' || /^(?:If|Unary|Logical)/.test(around?.type ?? '');
}
