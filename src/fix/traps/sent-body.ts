import type { Node } from 'oxc-parser';
import { memberName } from '../../syntax/member-name.js';
import { textOf } from '../../syntax/text-of.js';
import { refuse } from '../refusal.js';
import { valueKinds } from '../values/value-kinds.js';
import { type Change, changedCalls, type Trap } from './trap.js';

/** `res.send(x)` → `res.json(x)`: a page or a file would arrive as a JSON text of it. */
export const sentBody: Trap = (change) => {
  for (const { old, next } of changedCalls(change)) {
    const names = [memberName(old.callee), memberName(next.callee)];
    if (!names.includes('send') || !names.includes('json')) continue;
    const [body] = old.arguments;
    if (body && isJsonOf(change, body, next.arguments)) continue;
    const kinds = body ? [...valueKinds(change.task.tree, body)] : [];
    if (kinds.length > 0 && kinds.every((kind) => kind === 'record' || kind === 'array')) continue;
    return refuse(
      'same-result',
      'What is sent is not known to be an object or a list; another value arrives otherwise.',
    );
  }
  return null;
};

/** `res.send(JSON.stringify(x))` → `res.json(x)`, which writes the very same text of it. */
function isJsonOf({ task: { tree }, after }: Change, body: Node, given: readonly Node[]): boolean {
  const [value, ...others] = given;
  if (body.type !== 'CallExpression' || textOf(tree, body.callee) !== 'JSON.stringify') return false;
  const [written, ...settings] = body.arguments;
  if (!written || !value || others.length > 0 || settings.length > 0) return false;
  return textOf(tree, written) === textOf(after, value);
}
