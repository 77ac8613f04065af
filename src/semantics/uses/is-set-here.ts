import { onceEach } from '../../model/once-each.js';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { isWritten } from '../names/is-written.js';

/**
 * Whether a file puts something of its own in the place of a global or of one of its members: `document = fake`,
 * `globalThis.document = fake`, `Object.defineProperty(globalThis, 'document', …)`.
 */
export function isSetHere(tree: SyntaxTree, name: string): boolean {
  const names = knownOf(tree);
  const isSet = names.get(name) ?? findSetting(tree, name);
  names.set(name, isSet);
  return isSet;
}

/** The fixes of a file ask for the same few names, each of which takes all of its nodes. */
const knownOf = onceEach((_: SyntaxTree) => new Map<string, boolean>());

function findSetting(tree: SyntaxTree, name: string): boolean {
  if (
    nameScopes(tree)
      .named(name)
      .references.some(({ node }) => isWritten(tree, node))
  )
    return true;
  return tree.descendants(tree.program).some((node) => {
    if (node.type === 'CallExpression') {
      const [, key] = node.arguments;
      return key?.type === 'Literal' && key.value === name && memberName(node.callee) === 'defineProperty';
    }
    return memberName(node) === name && isWritten(tree, node);
  });
}
