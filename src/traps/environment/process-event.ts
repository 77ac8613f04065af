import { refuse } from '../../model/refusal.js';
import { calledName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { changedPairs, type Trap } from '../trap.js';

/** `process.on('exit', f)` → `'close'`, by a rule about the processes one starts: this one never says so. */
export const processEvent: Trap = (change) => {
  const { before: tree } = change;
  for (const { old, next } of changedPairs(change, 'CallExpression')) {
    const { callee, arguments: given } = next;
    if (callee.type !== 'MemberExpression' || !LISTENS.test(calledName(callee) ?? '')) continue;
    const { object } = callee;
    if (object.type !== 'Identifier' || object.name !== 'process') continue;
    const [was, is] = [old.arguments[0], given[0]];
    if (was?.type !== 'Literal' || is?.type !== 'Literal' || was.value === is.value) continue;
    const isOther = nameScopes(tree).resolve('process', old)?.kind === 'parameter';
    if (!isOther && !EVENTS.test(String(is.value))) {
      return refuse('same-arguments', `"process" has no event "${String(is.value)}".`);
    }
  }
  return null;
};

const LISTENS = /^(?:on|once|off|addListener|removeListener|prependListener|prependOnceListener)$/;

const EVENTS =
  /^(?:SIG[A-Z\d]+|beforeExit|disconnect|exit|message|multipleResolves|rejectionHandled|uncaughtException|uncaughtExceptionMonitor|unhandledRejection|warning|worker)$/;
