import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isFunction } from '../../syntax/is-function.js';
import { memberName } from '../../syntax/member-name.js';
import { changedPairs, type Trap } from '../trap.js';

/** `.then(a, b)` → `.then(a).catch(b)`: `b` was not told of what `a` throws, and then is. */
export const handlerBehind: Trap = (change) => {
  for (const { old, next } of changedPairs(change, 'CallExpression')) {
    const [done, failed] = old.arguments;
    if (memberName(old.callee) !== 'then' || memberName(next.callee) !== 'catch' || !done || !failed) continue;
    if (cannotFail(done) || throwsAgain(failed)) continue;
    return refuse('same-arguments', 'The second callback would be told of what the first one throws, too.');
  }
  return null;
};

/** No callback, or one that gives back what it is given, or a constant. */
function cannotFail(callback: Node): boolean {
  if (!isFunction(callback)) return isConstant(callback);
  const names = callback.params.map((each) => (each.type === 'Identifier' ? each.name : null));
  const given = soleStatement(callback.body);
  if (names.includes(null) || given === undefined) return false;
  const value = given?.type === 'ReturnStatement' ? given.argument : given;
  return value === null || isConstant(value) || (value.type === 'Identifier' && names.includes(value.name));
}

function isConstant(node: Node): boolean {
  return node.type === 'Literal' || (node.type === 'Identifier' && node.name === 'undefined');
}

/** `(error) => { throw error; }` */
function throwsAgain(callback: Node): boolean {
  const [given] = isFunction(callback) ? callback.params : [];
  const thrown = isFunction(callback) ? soleStatement(callback.body) : null;
  if (given?.type !== 'Identifier' || thrown?.type !== 'ThrowStatement') return false;
  return thrown.argument.type === 'Identifier' && thrown.argument.name === given.name;
}

/** All that a function does: a statement, or what an arrow gives; null where it does nothing, undefined where it does more. */
function soleStatement(body: Node | null): Node | null | undefined {
  if (body?.type !== 'BlockStatement') return body;
  return body.body.length > 1 ? undefined : (body.body[0] ?? null);
}
