import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { callsBack } from '../../semantics/uses/calls-back.js';
import { namesOwnFunction } from '../../semantics/uses/names-own-function.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `log(text) { ux.stdout(text) }` → `log(text) { this.log(text) }`: what a rule asks for is mostly made of what it
 * forbids, and would call itself without end, by itself or by way of others. A polyfill is the same for what a browser
 * lacks.
 */
export const endlessCall: Trap = ({ before: tree, after, places }) => {
  const isEndless = places.some(({ old, next }) => {
    const [was, made] = [withChain(old), withChain(next)];
    if (!was || !made || made.type === 'Program') return false;
    const known = ownNames(tree, was);
    const isOwn = ownNames(after, made).some((name, _, all) => countOf(all, name) > countOf(known, name));
    if (isOwn) return true;
    const back = callsBack(after, made).length;
    return back > 0 && back > callsBack(tree, was).length;
  });
  return isEndless ? ENDLESS : null;
};

const ENDLESS = refuse(
  'same-result',
  'The function that is asked for is this one or calls it, and would go on without end.',
);

/** The innermost node of a lineage with all the members and calls that go on from it. */
function withChain(lineage: readonly Node[]): Node | undefined {
  const end = lineage.findIndex((node, index) => index > 0 && !/^(?:Member|Call|Chain)Expression$/.test(node.type));
  return lineage[end < 0 ? lineage.length - 1 : end - 1];
}

function ownNames(tree: SyntaxTree, node: Node): readonly string[] {
  return tree.descendants(node).flatMap((each) => (namesOwnFunction(tree, each) ? [textOf(tree, each)] : []));
}

function countOf(names: readonly string[], name: string): number {
  return names.filter((each) => each === name).length;
}
