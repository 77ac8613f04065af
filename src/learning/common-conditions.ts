import { callAt, isInTry, isUnused } from '../fix/conditions/predicate.js';
import { PATTERN_CONDITIONS, type PatternCondition } from '../model/condition.js';
import { valueKinds } from '../semantics/values/value-kinds.js';
import { newReads } from '../traps/members/new-member.js';
import type { AlignedNodes } from './align-nodes.js';
import type { FixExample } from './fix-example.js';

/**
 * What holds of every example in which one call gave way to another. What the new call returns, and when it fails,
 * nobody can tell from its name: where no example shows that it does not matter, it is held to places where it cannot.
 */
export function commonConditions(examples: readonly FixExample[]): readonly PatternCondition[] {
  const calls = examples.map(({ change }) => (change.kind === 'rewritten' ? exchangedCall(change.nodes) : null));
  const holds = (is: (call: ExchangedCall) => boolean): boolean => calls.every((call) => call !== null && is(call));
  const isBare = holds(({ tree, node }) => isUnused(tree, node));
  const isFree = isBare && holds(({ tree, node }) => !isInTry(tree, node));
  const given = commonKind(examples);
  return [...(isBare ? (['result-unused'] as const) : []), ...(isFree ? (['outside-try'] as const) : []), ...given];
}

/** Where all examples newly read a member of what a call was given: that it is what it was in all of them. */
function commonKind(examples: readonly FixExample[]): readonly PatternCondition[] {
  const kinds = new Set(
    examples.flatMap(({ change }) => (change.kind === 'rewritten' ? kindsRead(change.nodes) : ['unknown'])),
  );
  const [only, ...others] = kinds;
  const name = PATTERN_CONDITIONS.find((each) => each === `${only}-argument`);
  return name === undefined || others.length > 0 ? [] : [name];
}

function kindsRead({ old, next }: AlignedNodes): readonly string[] {
  const call = exchangedCall({ old, next })?.node;
  const [given] = call && 'arguments' in call ? call.arguments : [];
  const isRead = newReads(old.tree, old.node, next.tree, next.node).some(({ value }) => value === given);
  return given && isRead ? [...valueKinds(old.tree, given)] : ['unknown'];
}

type ExchangedCall = AlignedNodes['old'];

/** The call that something else is called instead of; null where only its arguments changed. */
function exchangedCall({ old, next }: AlignedNodes): ExchangedCall | null {
  const node = callAt(old.tree, { range: old.node });
  if (!node) return null;
  const isKept = node === old.node && next.node.type === node.type && calleeText(old) === calleeText(next);
  return isKept ? null : { tree: old.tree, node };
}

function calleeText({ tree, node }: AlignedNodes['old']): string | null {
  return 'callee' in node ? tree.text.slice(node.callee.start, node.callee.end) : null;
}
