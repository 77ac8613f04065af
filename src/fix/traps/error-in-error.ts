import type { Node } from 'oxc-parser';
import { refuse } from '../refusal.js';
import { onePrimitive, typesOf } from '../values/primitive-type.js';
import { changedPairs, type Trap, textOf } from './trap.js';

/** `throw err` → `throw new Error(err)` turns an error into the text of one: its type and stack are lost. */
export const errorInError: Trap = (change) => {
  const { task, after } = change;
  const { tree, site } = task;
  for (const { old, next } of changedPairs(change, 'ThrowStatement')) {
    const made = next.argument;
    if (made.type !== 'NewExpression' || made.callee.type !== 'Identifier' || !made.callee.name.endsWith('Error'))
      continue;
    const [cause] = made.arguments;
    const thrown = textOf(tree, old.argument);
    if (!cause || textOf(after, cause) !== thrown) continue;
    if (isText(old.argument) || onePrimitive(typesOf(tree, old.argument, site.types)) === 'string') continue;
    return refuse('same-arguments', 'What is thrown may be an error already.');
  }
  return null;
};

/** Put together with a string, whatever it is becomes one. */
function isText(node: Node): boolean {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string';
    case 'TemplateLiteral':
      return true;
    case 'BinaryExpression':
      return node.operator === '+' && (isText(node.left) || isText(node.right));
    case 'ParenthesizedExpression':
      return isText(node.expression);
    case 'ConditionalExpression':
      return isText(node.consequent) && isText(node.alternate);
    default:
      return false;
  }
}
