import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { isPlainData } from '../../semantics/values/is-plain-data.js';
import { valueKinds } from '../../semantics/values/value-kinds.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { newParts, type Trap } from '../trap.js';

/**
 * `module.exports.default = module.exports;` as a new line: of a list or of data who goes through it finds one member
 * more, and data that holds itself cannot be written as JSON.
 */
export const visitedMember: Trap = (change) => {
  const { before, after, places } = change;
  for (const part of places.flatMap((place) => newParts(change, place))) {
    for (const setting of after.descendants(part)) {
      if (setting.type !== 'AssignmentExpression' || setting.left.type !== 'MemberExpression') continue;
      const { left } = setting;
      const name = memberName(left);
      if (name === null || name === 'length' || before.text.includes(textOf(after, setting))) continue;
      const value = heldBy(after, left.object);
      if (value && valueKinds(after, value).has('array')) {
        return refuse('same-result', `What "${name}" is set of is a list.`);
      }
      const isItself = textOf(after, setting.right) === textOf(after, left.object);
      if (isItself && value && isPlainData(after, constantValue(after, value))) {
        return refuse('same-result', `What "${name}" is set of is data, and would hold itself.`);
      }
    }
  }
  return null;
};

/** What a name, or `module.exports`, stands for where that is set once. */
function heldBy(tree: SyntaxTree, node: Node): Node | null {
  if (textOf(tree, node) !== 'module.exports') return node;
  const set = tree
    .descendants(tree.program)
    .flatMap((each) =>
      each.type === 'AssignmentExpression' && textOf(tree, each.left) === 'module.exports' ? [each.right] : [],
    );
  return set.length === 1 ? (set[0] ?? null) : null;
}
