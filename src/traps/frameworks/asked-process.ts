import { refuse } from '../../model/refusal.js';
import { textOf } from '../../syntax/text-of.js';
import { changedCalls, type Trap } from '../trap.js';

/** `ipcRenderer.send('open')` → `ipcRenderer.invoke('open')`: what listens by `on` never hears of it, only what `handle` set up. */
export const askedProcess: Trap = (change) => {
  for (const { old, next } of changedCalls(change)) {
    const [was, made] = [textOf(change.before, old.callee), textOf(change.after, next.callee)];
    const [sent, invoked] = [/^(.*\bipc\w*)\.send$/.exec(was), /^(.*\bipc\w*)\.invoke$/.exec(made)];
    if ((sent && invoked) || (/\bipc\w*\.invoke$/.test(was) && /\bipc\w*\.send$/.test(made))) {
      return refuse(
        'same-result',
        'The other process listens to what is sent, or answers what is asked, in one way only.',
      );
    }
  }
  return null;
};
