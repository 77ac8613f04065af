import { nameScopes } from '../../syntax/name-scopes.js';
import type { Predicate } from './predicate.js';

/** `name-free: logger`: nothing in the file gives that name another meaning where it would be used. */
export const nameFree: Predicate = ({ tree, match }, argument) => {
  if (argument === null) return 'The condition does not say which name.';
  const at = match ? tree.enclosing(match.range) : tree.program;
  return nameScopes(tree).resolve(argument, at) ? `"${argument}" is already a name here.` : null;
};
