import { isRefusal } from '../../model/refusal.js';
import { isWritten } from '../../semantics/names/is-written.js';
import { type Binding, nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { fixImportLine } from '../imports/fix-import-line.js';
import { planImport } from '../imports/plan-import.js';
import { namesOfImportLine } from '../imports/wanted-import.js';
import type { Predicate } from './predicate.js';

/** `name-free: logger`: nothing in the file gives that name another meaning where it would be used. */
export const nameFree: Predicate = ({ tree, match, instruction }, argument) => {
  if (argument === null) return 'The condition does not say which name.';
  const at = match ? tree.enclosing(match.range) : tree.program;
  const binding = nameScopes(tree).resolve(argument, at);
  const isFree = binding === null || isBroughtIn(tree, binding, instruction.importLine);
  return isFree ? null : `"${argument}" is already a name here.`;
};

/** Whether the name is what the fix would import, there already and never anything else. */
function isBroughtIn(tree: SyntaxTree, { name, scope, identifier }: Binding, importLine: string | null): boolean {
  if (importLine === null || scope !== tree.program || !namesOfImportLine(importLine).includes(name)) return false;
  const planned = planImport(tree, fixImportLine(importLine, tree.path));
  if (isRefusal(planned) || planned.names.includes(name)) return false;
  const { references } = nameScopes(tree).named(name);
  return !references.some(({ node, binding }) => binding?.identifier === identifier && isWritten(tree, node));
}
