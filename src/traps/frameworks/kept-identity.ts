import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { valuesFrom } from '../../semantics/values/values-from.js';
import { calledName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `useCallback(run, [])` → `run`: an effect that depends on it ran once, and would run whenever another one is given. */
export const keptIdentity: Trap = ({ before: tree, after, places }) => {
  const isLost = places.some(({ was, made }) => {
    if (!remembers(was) || HOOK.test(textOf(after, made))) return false;
    return valuesFrom(tree, was).some((value) => isDependency(tree, value));
  });
  return isLost ? refuse('same-result', 'What depends on it would run again each time another one is made.') : null;
};

const HOOK = /\buse(?:Callback|Memo|Ref|Event|EffectEvent|State)\b/;

function remembers(node: Node): boolean {
  return node.type === 'CallExpression' && /^use(?:Callback|Memo)$/.test(calledName(node.callee) ?? '');
}

/** One of the list behind what a hook is given. */
function isDependency(tree: SyntaxTree, value: Node): boolean {
  const list = tree.parent(value);
  const call = list?.type === 'ArrayExpression' ? tree.parent(list) : null;
  if (call?.type !== 'CallExpression' || call.arguments[0] === list) return false;
  return /^use[A-Z]/.test(calledName(call.callee) ?? '');
}
