import type { Edit } from '../../model/edit.js';
import { contains, rangesOverlap } from '../../model/position.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';

/**
 * Whether one of the edits puts an object of its own in front of the name of a member: `parseInt(` → `Number.parseInt(`
 * where `Number.parseInt(` stands already. What was the object of that member would be one of another member. No parse
 * is needed to know it, as the result reads well: a longer chain stands wherever a shorter one does.
 */
export function tearsMember(tree: SyntaxTree, edits: readonly Edit[]): boolean {
  return edits.some((edit) => {
    const { range, text } = edit;
    const old = textOf(tree, range);
    if (old === '' || !text.endsWith(old) || !OBJECT.test(text.slice(0, text.length - old.length))) return false;
    const name = tree.enclosing({ start: range.start, end: range.start + 1 });
    if (name.type !== 'Identifier' || name.start !== range.start || !contains(range, name)) return false;
    const member = tree.parent(name);
    if (member?.type !== 'MemberExpression' || member.property !== name || member.computed) return false;
    const before = { start: member.start, end: range.start };
    return !edits.some((other) => other !== edit && rangesOverlap(other.range, before));
  });
}

const OBJECT = /^(?:[A-Za-z_$][\w$]*\.)+$/;
