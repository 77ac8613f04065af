import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isKnownAs } from '../../semantics/values/is-known-as.js';
import { textOf } from '../../syntax/text-of.js';
import type { Change, ChangedPlace, Trap } from '../trap.js';

/** `if (a) return true; return false;` → `return a;`: what is as true as a boolean need not be one. */
export const returnedCondition: Trap = (change) => {
  for (const place of change.places) {
    for (const statement of answersOf(change, place)) {
      const { test } = statement;
      if (isBoolean(change, test)) continue;
      if (isReturned(change, place, textOf(change.before, test))) {
        return refuse('truth-only', 'A boolean is returned so far, and the condition may be any other value.');
      }
    }
  }
  return null;
};

function isBoolean(change: Change, node: Node): boolean {
  if (node.type === 'ParenthesizedExpression') return isBoolean(change, node.expression);
  if (node.type === 'LogicalExpression') return isBoolean(change, node.left) && isBoolean(change, node.right);
  return isKnownAs(change.before, node, 'boolean', change.site.types);
}

type Question = Extract<Node, { type: 'IfStatement' }>;

/** The questions that a change takes away, and that were answered by `true` or `false`. */
function answersOf({ before, after }: Change, { was, made }: ChangedPlace): readonly Question[] {
  const statements: readonly Node[] = was.type === 'BlockStatement' || was.type === 'Program' ? was.body : [was];
  const rest = textOf(after, made);
  return statements.filter(
    (each): each is Question =>
      each.type === 'IfStatement' && answersBoolean(each.consequent) && !rest.includes(textOf(before, each)),
  );
}

function answersBoolean(node: Node): boolean {
  if (node.type === 'BlockStatement') {
    const [only, ...others] = node.body;
    return only !== undefined && others.length === 0 && answersBoolean(only);
  }
  return (
    node.type === 'ReturnStatement' && node.argument?.type === 'Literal' && typeof node.argument.value === 'boolean'
  );
}

function isReturned({ after }: Change, { made }: ChangedPlace, text: string): boolean {
  return after
    .descendants(made)
    .some((each) => each.type === 'ReturnStatement' && each.argument !== null && textOf(after, each.argument) === text);
}
