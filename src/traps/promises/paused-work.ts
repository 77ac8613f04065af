import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { constantText } from '../../semantics/names/spells-name.js';
import { isFunction } from '../../syntax/is-function.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `total += Number(read())` → `total += Number(await read())`: what others see, or wait for, is no longer done in one go.
 */
export const pausedWork: Trap = ({ after: tree, places }) => {
  for (const { was, made, old, next } of places) {
    const count = countAwaits([was, ...old]);
    const chain = [made, ...next];
    const pause = chain.find(({ type }) => type === 'AwaitExpression');
    if (!pause || countAwaits(chain) <= count) continue;
    if (losesUpdate(tree, pause))
      return refuse('await-ambiguous', 'What others write while this waits would be overwritten.');
    if (isAskedAtOnce(tree, pause))
      return refuse('await-ambiguous', 'What has to be done before the event goes on would come after it.');
  }
  return null;
};

function countAwaits(nodes: readonly Node[]): number {
  return new Set(nodes.flatMap(({ type, end }) => (type === 'AwaitExpression' ? [end] : []))).size;
}

/** `total += await read()`, of a value that is not the function's own: it was read before the pause. */
function losesUpdate(tree: SyntaxTree, pause: Node): boolean {
  const lineage = tree.lineage(pause);
  const around = lineage.find(isFunction);
  const set = lineage.find(({ type }) => type === 'AssignmentExpression');
  if (!around || set?.type !== 'AssignmentExpression' || set.start < around.start || isOwn(tree, set.left, around))
    return false;
  if (set.operator !== '=') return !/^(?:\|\||&&|\?\?)=$/.test(set.operator);
  const target = textOf(tree, set.left);
  return tree
    .descendants(set.right)
    .some((each) => each.end <= pause.start && each.type === set.left.type && textOf(tree, each) === target);
}

function isOwn(tree: SyntaxTree, target: Node, around: Node): boolean {
  const binding = target.type === 'Identifier' ? nameScopes(tree).resolve(target.name, target) : null;
  return binding !== null && tree.lineage(binding.identifier).find(isFunction)?.start === around.start;
}

/** A handler that stops an event behind the pause, or that the process does not wait for when it ends. */
function isAskedAtOnce(tree: SyntaxTree, pause: Node): boolean {
  const around = tree.lineage(pause).find(isFunction);
  if (!around) return false;
  if (STOPS.test(tree.text.slice(pause.end, around.end))) return true;
  const call = tree.parent(around);
  const event = call?.type === 'CallExpression' ? call.arguments[0] : undefined;
  return event !== undefined && /^(?:exit|beforeunload|unload|pagehide)$/.test(constantText(event) ?? '');
}

const STOPS = /\.(?:preventDefault|stopPropagation|stopImmediatePropagation)\(/;
