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
    if (!was || !made || made.type === 'Program' || !bringsNameOfFile(tree, was, after, made)) return false;
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

/** Whether a word is said more often than before that the rest of the file says as well: the name of no function does not. */
function bringsNameOfFile(tree: SyntaxTree, was: Node, after: SyntaxTree, made: Node): boolean {
  const spare = new Map<string, number>();
  for (const word of wordsIn(tree, was)) spare.set(word, (spare.get(word) ?? 0) + 1);
  const rest = [after.text.slice(0, made.start), after.text.slice(made.end)];
  return wordsIn(after, made).some((word) => {
    const left = spare.get(word) ?? 0;
    if (left > 0) {
      spare.set(word, left - 1);
      return false;
    }
    const name = word.replace('.', '');
    return rest.some((text) => text.includes(name));
  });
}

function wordsIn(tree: SyntaxTree, node: Node): readonly string[] {
  return textOf(tree, node).match(WORD) ?? [];
}

/** A name with the dot in front of it: `console.log` is another thing than `log`. */
const WORD = /\.?[\p{ID_Start}$_][\p{ID_Continue}$]*/gu;

function ownNames(tree: SyntaxTree, node: Node): readonly string[] {
  return tree.descendants(node).flatMap((each) => (namesOwnFunction(tree, each) ? [textOf(tree, each)] : []));
}

function countOf(names: readonly string[], name: string): number {
  return names.filter((each) => each === name).length;
}
