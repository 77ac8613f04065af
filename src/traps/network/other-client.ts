import type { CallExpression } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { changedCalls, type Trap } from '../trap.js';

/**
 * `axios.get(url)` → `fetch(url)`: the one gives what is in the body and fails where the server says no, the other gives a
 * response either way, and takes other options.
 */
export const otherClient: Trap = (change) => {
  const isOther = changedCalls(change).some(({ old, next }) => {
    const { callee } = next;
    const isFetch = callee.type === 'Identifier' && callee.name === 'fetch' && isUnbound(change.after, callee);
    return isFetch && isOfClient(change.before, old);
  });
  return isOther ? refuse('same-result', 'What fetch gives, and when it fails, is not the same.') : null;
};

const CLIENTS = /^(?:axios|got|ky|ofetch|superagent|needle|request(?:-promise.*)?|wretch)$/;

function isOfClient(tree: SyntaxTree, { callee }: CallExpression): boolean {
  const root = callee.type === 'MemberExpression' ? callee.object : callee;
  if (root.type !== 'Identifier') return false;
  const binding = nameScopes(tree).resolve(root.name, root);
  const module = binding?.kind === 'import' ? tree.parent(binding.declaration) : null;
  return CLIENTS.test(module?.type === 'ImportDeclaration' ? module.source.value : root.name);
}
