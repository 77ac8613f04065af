import { refuse } from '../../model/refusal.js';
import { isCallee } from '../../syntax/is-callee.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `flags.load(user)` → `isEnabled('load')(user)`: a method is called here, and the rule takes it for a value that is
 * read. A call that is handed the method, such as `promisify(db.query)(sql)`, gives another one.
 */
export const calledResult: Trap = ({ before: tree, after, places }) => {
  const isCalled = places.some(({ was, made }) => {
    if (was.type !== 'MemberExpression' || !isCallee(tree, was) || !isCallee(after, made)) return false;
    return made.type === 'CallExpression' && !textOf(after, made).includes(textOf(tree, was));
  });
  return isCalled
    ? refuse('same-result', 'A method is called here; with the new code, what another call gives would be.')
    : null;
};
