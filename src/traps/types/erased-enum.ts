import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isAmbient } from '../../syntax/is-ambient.js';
import { isExported } from '../../syntax/is-exported.js';
import { placeAt } from '../../syntax/place-at.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOf } from '../../syntax/uses-of.js';
import { changedPairs, type Trap } from '../trap.js';

/** `enum` → `const enum` leaves no object behind: its members can be read by name, and nothing else of it. */
export const erasedEnum: Trap = (change) => {
  const { before: tree } = change;
  for (const { old, next } of changedPairs(change, 'TSEnumDeclaration')) {
    if (old.const === next.const) continue;
    if (isAmbient(tree, old)) return refuse('ambient', 'Whether the enum is there at run time is decided elsewhere.');
    if (old.const) continue;
    const isKept = usesOf(tree, old.id).every((use) => isMemberRead(tree, use));
    if (isExported(tree, old) || !isKept) {
      return refuse('still-referenced', `"${old.id.name}" is used as an object, which a const enum is not.`);
    }
  }
  return null;
};

function isMemberRead(tree: SyntaxTree, name: Node): boolean {
  const parent = tree.parent(name);
  if (parent?.type === 'MemberExpression') return parent.object === name && !parent.computed;
  return placeAt(tree, name) === 'type';
}
