import type { Node } from 'oxc-parser';
import { type Refusal, refuse } from '../../model/refusal.js';
import { isKnownAs } from '../../semantics/values/is-known-as.js';
import { typeBySyntax } from '../../semantics/values/primitive-type.js';
import { textOf } from '../../syntax/text-of.js';
import { withoutSigns } from '../../syntax/without-signs.js';
import { type Change, type ChangedPlace, newParts, type Trap } from '../trap.js';

/**
 * `if (a) return true; return false;` → `return a;`: what is as true as a boolean need not be one. `if (a) return false;`
 * is not `return a;` at all.
 */
export const returnedCondition: Trap = (change) => {
  for (const place of change.places) {
    for (const answer of answersOf(change, place)) {
      const lost = returnsOf(change, place).map((returned) => lostAnswer(change, answer, returned));
      const refusal = lost.find((each) => each !== null);
      if (refusal) return refusal;
    }
  }
  return null;
};

function lostAnswer(change: Change, { test, value }: Answer, returned: Node): Refusal | null {
  const [old, next] = [withoutSigns(test), withoutSigns(returned)];
  if (textOf(change.after, next.core) !== textOf(change.before, old.core)) return null;
  if ((old.isNegated === next.isNegated) !== value) return OPPOSITE;
  return typeBySyntax(returned) === 'boolean' || isBoolean(change, old.core) ? null : NO_BOOLEAN;
}

const OPPOSITE = refuse('same-result', 'What is returned is true where it was false so far.');

const NO_BOOLEAN = refuse('truth-only', 'A boolean is returned so far, and the condition may be any other value.');

function isBoolean(change: Change, node: Node): boolean {
  if (node.type === 'ParenthesizedExpression') return isBoolean(change, node.expression);
  if (node.type === 'LogicalExpression') return isBoolean(change, node.left) && isBoolean(change, node.right);
  return isKnownAs(change.before, node, 'boolean', change.site.types);
}

/** What is asked, and what is returned where that is so. */
interface Answer {
  readonly test: Node;
  readonly value: boolean;
}

/** The questions that a change takes away, and that were answered by `true` or `false`. */
function answersOf({ before, after }: Change, { was, made }: ChangedPlace): readonly Answer[] {
  const statements: readonly Node[] = was.type === 'BlockStatement' || was.type === 'Program' ? was.body : [was];
  const rest = textOf(after, made);
  return statements.flatMap((each) => {
    const value = each.type === 'IfStatement' ? booleanReturned(each.consequent) : null;
    if (each.type !== 'IfStatement' || value === null || rest.includes(textOf(before, each))) return [];
    return [{ test: each.test, value }];
  });
}

function booleanReturned(node: Node): boolean | null {
  if (node.type === 'BlockStatement') {
    const [only, ...others] = node.body;
    return only !== undefined && others.length === 0 ? booleanReturned(only) : null;
  }
  const value = node.type === 'ReturnStatement' && node.argument?.type === 'Literal' ? node.argument.value : null;
  return typeof value === 'boolean' ? value : null;
}

function returnsOf(change: Change, place: ChangedPlace): readonly Node[] {
  return newParts(change, place)
    .flatMap((part) => change.after.descendants(part))
    .flatMap((each) => (each.type === 'ReturnStatement' && each.argument !== null ? [each.argument] : []));
}
