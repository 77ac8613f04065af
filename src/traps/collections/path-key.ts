import type { CallExpression, Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { libraryFunction } from '../../semantics/modules/library-function.js';
import { constantText } from '../../semantics/names/spells-name.js';
import { valueKinds } from '../../semantics/values/value-kinds.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Change, Trap } from '../trap.js';

/** `_.get(user, 'address.city')` → `user?.['address.city']`: for the library that is a way through several objects, for the language one key. */
export const pathKey: Trap = (change) => {
  const { before: tree, after } = change;
  for (const { call, made } of exchanged(change)) {
    const path = call.arguments[1];
    if (!path || !PATHS.test(libraryFunction(tree, call.callee) ?? '')) continue;
    if (!isOneKey(tree, path) && after.descendants(made).some((node) => mayBeKey(after, node, textOf(tree, path)))) {
      return refuse('same-result', 'It may be a path through several objects, and here it would be one key.');
    }
    const known = textOf(tree, call.arguments[0] ?? call);
    if (after.descendants(made).some((node) => goesOn(after, node, known))) {
      return refuse(
        'same-result',
        'Where one is missing on the way, the library gives undefined and the new code throws.',
      );
    }
  }
  return null;
};

/** `a?.b.c`, where not all of it was read before. */
function goesOn(after: SyntaxTree, node: Node, known: string): boolean {
  if (node.type !== 'MemberExpression' || node.optional || node.object.type !== 'MemberExpression') return false;
  return !known.startsWith(textOf(after, node));
}

function exchanged({ places }: Change): readonly { readonly call: CallExpression; readonly made: Node }[] {
  return places.flatMap(({ old, next }) => {
    const at = old.findIndex(({ type }) => type === 'CallExpression');
    const call = old[at];
    const made = next[at + next.length - old.length] ?? next[0];
    if (call?.type !== 'CallExpression' || !made || (at > 0 && call.callee !== old[at - 1])) return [];
    return [{ call, made }];
  });
}

const PATHS = /^(?:get|has|hasIn|result|invoke|set|unset|update)$/;

/** A key without dots and brackets, or a number. */
function isOneKey(tree: SyntaxTree, path: Node): boolean {
  const text = constantText(path);
  if (text !== null) return !/[.[\]]/.test(text);
  return [...valueKinds(tree, path)].every((kind) => kind === 'number');
}

/** Whether new code takes the path for a key: `a[k]`, `Object.hasOwn(a, k)`, `k in a`. */
function mayBeKey(after: SyntaxTree, node: Node, path: string): boolean {
  switch (node.type) {
    case 'MemberExpression':
      return node.computed && textOf(after, node.property) === path;
    case 'BinaryExpression':
      return node.operator === 'in';
    case 'CallExpression':
      return node.arguments.length > 1 && OF_LANGUAGE.test(textOf(after, node.callee));
    default:
      return false;
  }
}

/** Other functions of two arguments may take paths, as the library does. */
const OF_LANGUAGE = /^(?:Object|Reflect)\b|\bhasOwnProperty\b/;
