import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { memberName } from '../../syntax/member-name.js';
import type { Trap } from '../trap.js';

/** `res.status(401).send('Log in')` → `res.sendStatus(401)` sends the name of the status in the place of what is sent here. */
export const sentStatus: Trap = ({ places }) => {
  for (const { was, made } of places) {
    if (was.type !== 'CallExpression' || made.type !== 'CallExpression') continue;
    if (memberName(made.callee) !== 'sendStatus' || !/^(?:send|json|end)$/.test(memberName(was.callee) ?? '')) continue;
    if (was.arguments.some((each) => !isNumber(each))) {
      return refuse('same-arguments', 'What is sent here would be left out.');
    }
  }
  return null;
};

/** `res.send(404)`: in older versions the status itself. */
function isNumber(node: Node): boolean {
  return node.type === 'Literal' && typeof node.value === 'number';
}
