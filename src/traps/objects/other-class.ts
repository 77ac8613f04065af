import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isGlobalObject } from '../../semantics/names/is-global-object.js';
import { isKnownGlobal } from '../../semantics/names/is-known-global.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { changedPairs, type Trap } from '../trap.js';

/**
 * `x instanceof Error` → `x instanceof TypeError`: what the language and its libraries make is of their classes, whatever the
 * project makes. Which of its own classes takes the place of another is for the project to say.
 */
export const otherClass: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'BinaryExpression')) {
    if (old.operator !== 'instanceof' || next.operator !== 'instanceof') continue;
    const was = builtInClass(change.before, old.right);
    const made = classNamed(next.right);
    if (was === null || was === made || (was === 'Buffer' && made === 'Uint8Array')) continue;
    return refuse('same-result', `What is made as "${was}" elsewhere is not an instance of another class.`);
  }
  return null;
};

/** The name of a class that no file of the project declares; null for any other. */
function builtInClass(tree: SyntaxTree, node: Node): string | null {
  if (node.type === 'MemberExpression') return isGlobalObject(node.object) ? memberName(node) : null;
  return node.type === 'Identifier' && isKnownGlobal(tree, node) ? node.name : null;
}

function classNamed(node: Node): string | null {
  return node.type === 'Identifier' ? node.name : memberName(node);
}
