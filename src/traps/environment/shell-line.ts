import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { calledName } from '../../syntax/member-name.js';
import { changedCalls, type Trap } from '../trap.js';

/** `exec('ls -la')` → `execFile('ls -la')`: a line for a shell is no name of a file, nor the other way round. */
export const shellLine: Trap = (change) => {
  for (const { old, next } of changedCalls(change)) {
    const [was, is] = [calledName(old.callee) ?? '', calledName(next.callee) ?? ''];
    const isKin = SHELLS.test(was) ? FILES.test(is) : FILES.test(was) && SHELLS.test(is);
    if (!isKin) continue;
    if (is !== was.replace('exec', 'execFile') || !isOneWord(old.arguments[0])) {
      return refuse('same-arguments', `${was} and ${is} take a command and what it is given in different ways.`);
    }
  }
  return null;
};

const SHELLS = /^exec(?:Sync)?$/;
const FILES = /^(?:execFile|spawn|fork)(?:Sync)?$/;

function isOneWord(node: Node | undefined): boolean {
  return node?.type === 'Literal' && typeof node.value === 'string' && /^[\w./@-]+$/.test(node.value);
}
