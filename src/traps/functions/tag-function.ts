import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { changedCalls, type Trap } from '../trap.js';

/** `$queryRawUnsafe(sql)` → `$queryRaw(sql)`: the safe one is put before a template, and throws where it is called with a text. */
export const tagFunction: Trap = (change) => {
  const isCalled = changedCalls(change).some(({ old, next }) => {
    const name = memberName(next.callee) ?? '';
    return TAGS.test(name) && name !== memberName(old.callee) && !isStatement(next.arguments[0]);
  });
  return isCalled ? refuse('same-arguments', 'It is a tag of templates, and takes no text as its argument.') : null;
};

const TAGS = /^\$(?:query|execute)Raw$/;

/** `Prisma.sql` and its kin make a statement that it can be called with. */
function isStatement(node: Node | undefined): boolean {
  if (node?.type === 'TaggedTemplateExpression') return calledName(node.tag) === 'sql';
  return node?.type === 'CallExpression' && /^(?:raw|join|sql)$/.test(calledName(node.callee) ?? '');
}
