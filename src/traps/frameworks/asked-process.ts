import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedCalls, type Trap } from '../trap.js';

/** `ipcRenderer.send('open')` → `ipcRenderer.invoke('open')`: what listens by `on` never hears of it, only what `handle` set up. */
export const askedProcess: Trap = (change) => {
  for (const { old, next } of changedCalls(change)) {
    const [was, made] = [memberName(old.callee), memberName(next.callee)];
    const isExchanged = (was === 'send' && made === 'invoke') || (was === 'invoke' && made === 'send');
    if (isExchanged && isOfProcess(change.before, old) && isOfProcess(change.after, next)) {
      return refuse(
        'same-result',
        'The other process listens to what is sent, or answers what is asked, in one way only.',
      );
    }
  }
  return null;
};

function isOfProcess(tree: SyntaxTree, { callee }: Extract<Node, { type: 'CallExpression' }>): boolean {
  return callee.type === 'MemberExpression' && /\bipc\w*$/.test(textOf(tree, callee.object));
}
