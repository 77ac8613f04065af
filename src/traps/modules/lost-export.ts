import type { Node } from 'oxc-parser';
import { type Refusal, refuse } from '../../model/refusal.js';
import { isModuleExports } from '../../semantics/modules/is-module-exports.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { memberName } from '../../syntax/member-name.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { changedPairs, type Trap } from '../trap.js';

/**
 * `exports.tick = f` → `exports.advance = f`, or `module.exports = { tick: f, stop }` without its `tick`: who requires the
 * module looks for the name it had.
 */
export const lostExport: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'AssignmentExpression')) {
    const [was, made] = [nameGiven(change.before, old.left), nameGiven(change.after, next.left)];
    if (was !== null && made !== null && was !== made && !isGiven(change.after, was)) return lost(was);
    const [listed, left] = [namesListed(old), namesListed(next)];
    const gone = left && listed?.find((name) => !left.includes(name) && !isGiven(change.after, name));
    if (gone) return lost(gone);
  }
  return null;
};

function lost(name: string): Refusal {
  return refuse('still-referenced', `Other files may require "${name}", which they would not find.`);
}

/** What `module.exports = { … }` hands out by name; null of anything else. An option that is written there is no such thing. */
function namesListed({ left, right }: Extract<Node, { type: 'AssignmentExpression' }>): readonly string[] | null {
  if (!isModuleExports(left) || right.type !== 'ObjectExpression') return null;
  return right.properties.flatMap((each) =>
    each.type === 'Property' && CODE.test(each.value.type) ? (staticName(each.key, each.computed) ?? []) : [],
  );
}

const CODE = /^(?:Identifier|MemberExpression|(?:Function|ArrowFunction|Class|Call|New)Expression)$/;

/** `tick` of `exports.tick` and of `module.exports.tick` */
function nameGiven(tree: SyntaxTree, node: Node): string | null {
  if (node.type !== 'MemberExpression') return null;
  const { object } = node;
  const isOfExports = object.type === 'Identifier' && object.name === 'exports' && isUnbound(tree, object);
  return isOfExports || isModuleExports(object) ? memberName(node) : null;
}

/** Whether another line gives it to others all the same. */
function isGiven(tree: SyntaxTree, name: string): boolean {
  return tree
    .descendants(tree.program)
    .some((node) => node.type === 'AssignmentExpression' && nameGiven(tree, node.left) === name);
}
