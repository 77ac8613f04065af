import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { valuesFrom } from '../../semantics/values/values-from.js';
import { isStringLike } from '../../syntax/is-string-like.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `new URL(request.url, 'http://localhost').pathname`: nobody asks that address, it is only there for the path to be
 * read; of another base that is not there at run time, nothing could be read.
 */
export const onlyBase: Trap = ({ before: tree, places }) => {
  for (const { old, next } of places) {
    const base = old.slice(0, 2).find((node) => isBase(tree, node));
    const url = base && tree.parent(base);
    if (!base || !url || !isReadForPath(tree, url)) continue;
    const made = next[next.length - old.length + old.indexOf(base)];
    if (made && !isStringLike(made)) {
      return refuse('same-result', 'The address is no place that is asked, only a base for the path to be read.');
    }
  }
  return null;
};

/** Whether a text is what `new URL` is given as its base. */
function isBase(tree: SyntaxTree, node: Node): boolean {
  if (!isStringLike(node)) return false;
  const call = tree.parent(node);
  return call?.type === 'NewExpression' && textOf(tree, call.callee) === 'URL' && call.arguments[1] === node;
}

/** Directly, or by a name that is read for nothing else. */
function isReadForPath(tree: SyntaxTree, url: Node): boolean {
  const parents = valuesFrom(tree, url).flatMap((value) => tree.parent(value) ?? []);
  const reads = parents.filter((parent) => parent.type === 'MemberExpression');
  const isNamed = parents.some((parent) => parent.type === 'VariableDeclarator');
  return (
    reads.length > 0 &&
    reads.length === parents.length - (isNamed ? 1 : 0) &&
    reads.every((read) => /^(?:pathname|search|searchParams|hash)$/.test(memberName(read) ?? ''))
  );
}
