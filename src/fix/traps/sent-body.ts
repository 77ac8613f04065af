import { memberName } from '../../syntax/member-name.js';
import { refuse } from '../refusal.js';
import { valueKinds } from '../values/value-kinds.js';
import { changedCalls, type Trap } from './trap.js';

/** `res.send(x)` → `res.json(x)`: a page or a file would arrive as a JSON text of it. */
export const sentBody: Trap = (change) => {
  for (const { old, next } of changedCalls(change)) {
    const names = [memberName(old.callee), memberName(next.callee)];
    if (!names.includes('send') || !names.includes('json')) continue;
    const [body] = old.arguments;
    const kinds = body ? [...valueKinds(change.task.tree, body)] : [];
    if (kinds.length > 0 && kinds.every((kind) => kind === 'record' || kind === 'array')) continue;
    return refuse(
      'same-result',
      'What is sent is not known to be an object or a list; another value arrives otherwise.',
    );
  }
  return null;
};
