import type { CallExpression, Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { libraryFunction } from '../../semantics/modules/library-function.js';
import { constantText } from '../../semantics/names/spells-name.js';
import { valueKinds } from '../../semantics/values/value-kinds.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Change, Trap } from '../trap.js';

/** `_.get(user, 'address.city')` → `user?.['address.city']`: for the library that is a way through several objects, for the language one key. */
export const pathKey: Trap = (change) => {
  const { before: tree, after } = change;
  for (const { call, made } of exchanged(change)) {
    const path = call.arguments[1];
    if (!path || !PATHS.test(libraryFunction(tree, call.callee) ?? '')) continue;
    if (!isOneKey(tree, path) && mayBeKey(after, made)) {
      return refuse('same-result', 'It may be a path through several objects, and here it would be one key.');
    }
    if (after.descendants(made).some(goesOn)) {
      return refuse(
        'same-result',
        'Where one is missing on the way, the library gives undefined and the new code throws.',
      );
    }
  }
  return null;
};

/** `a?.b.c` */
function goesOn(node: Node): boolean {
  return node.type === 'MemberExpression' && !node.optional && node.object.type === 'MemberExpression';
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

/** Whether new code reads or asks for a key that is reckoned: `a[k]`, `Object.hasOwn(a, k)`, `k in a`. */
function mayBeKey(after: SyntaxTree, made: Node): boolean {
  return after.descendants(made).some((node) => {
    if (node.type === 'MemberExpression') return node.computed;
    if (node.type === 'BinaryExpression') return node.operator === 'in';
    return node.type === 'CallExpression' && libraryFunction(after, node.callee) === null && node.arguments.length > 1;
  });
}
