import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isWritten } from '../../semantics/names/is-written.js';
import { isFunction } from '../../syntax/is-function.js';
import { memberName } from '../../syntax/member-name.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { changedPairs, type Trap } from '../trap.js';

/** `static count = 0` → `static readonly count = 0`: TypeScript lets only the constructor set it then. */
export const readonlyMember: Trap = (change) => {
  const { before: tree } = change;
  for (const { old, next } of changedPairs(change, 'PropertyDefinition', 'TSParameterProperty')) {
    if (old.type !== next.type || isReadonly(old) || !isReadonly(next)) continue;
    const name = nameOf(old);
    if (name === null) continue;
    const isStatic = 'static' in old && old.static === true;
    const isSet = tree
      .descendants(tree.program)
      .some((node) => memberName(node) === name && isWritten(tree, node) && (isStatic || !isInConstructor(tree, node)));
    if (isSet) return refuse('only-read', `"${name}" is set in this file.`);
  }
  return null;
};

function isReadonly(member: Node): boolean {
  return 'readonly' in member && member.readonly === true;
}

function nameOf(member: Node): string | null {
  if (member.type === 'PropertyDefinition') return staticName(member.key, member.computed);
  const parameter = member.type === 'TSParameterProperty' ? member.parameter : member;
  const name = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
  return name.type === 'Identifier' ? name.name : null;
}

/** Also not in a function there, which may run later. */
function isInConstructor(tree: SyntaxTree, node: Node): boolean {
  const around = tree.lineage(node).find(isFunction);
  const method = around && tree.parent(around);
  return method?.type === 'MethodDefinition' && method.kind === 'constructor';
}
