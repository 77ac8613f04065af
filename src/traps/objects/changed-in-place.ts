import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { valuesFrom } from '../../semantics/values/values-from.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOf } from '../../syntax/uses-of.js';
import { changedCalls, type Trap } from '../trap.js';

/** `moment()` → `dayjs()`: `at.add(1, 'day')` changes a moment, and of all others gives a new one that nobody keeps. */
export const changedInPlace: Trap = (change) => {
  const isLost = changedCalls(change).some(({ old, next }) => {
    const [was, is] = [calledName(old.callee), calledName(next.callee)];
    return (
      was === 'moment' &&
      is !== 'moment' &&
      valuesFrom(change.before, old).some((value) => isChanged(change.before, value))
    );
  });
  return isLost
    ? refuse('same-result', 'It is changed in place here, which what would take its place never is.')
    : null;
};

/** Whether a method is called of it for its effect alone. */
function isChanged(tree: SyntaxTree, value: Node): boolean {
  const member = tree.parent(value);
  if (member?.type !== 'MemberExpression' || member.object !== value) return false;
  const call = tree.parent(member);
  if (call?.type !== 'CallExpression' || call.callee !== member || !CHANGES.test(memberName(member) ?? ''))
    return false;
  // Where the value is read once more, it is the one that was changed.
  const isSet = call.arguments.length > 0 || /^(?:local|utc)$/.test(memberName(member) ?? '');
  if (isSet && value.type === 'Identifier' && isReadBehind(tree, value)) return true;
  const around = tree.parent(call);
  // `at.add(1, 'day').hour(8);` is a chain of such.
  return around?.type === 'ExpressionStatement' || (around?.type === 'MemberExpression' && isChanged(tree, call));
}

const CHANGES =
  /^(?:add|subtract|set|startOf|endOf|local|utc|utcOffset|tz|locale|year|quarter|month|week|isoWeek|day|date|hour|minute|second|millisecond)s?$/;

function isReadBehind(tree: SyntaxTree, value: Extract<Node, { type: 'Identifier' }>): boolean {
  const identifier = nameScopes(tree).resolve(value.name, value)?.identifier;
  return identifier?.type === 'Identifier' && usesOf(tree, identifier).some((use) => use.start > value.start);
}
