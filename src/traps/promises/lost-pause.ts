import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { type FunctionNode, isFunction } from '../../syntax/is-function.js';
import { isLoop } from '../../syntax/is-loop.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { removedStatements, type Trap } from '../trap.js';

/**
 * `await sleep(500)` taken out of a loop: what it asked now and then is asked without a pause. `await Promise.resolve()`:
 * it is for nothing but the turn it waits, in which others come first, and a rule about it says so.
 */
export const lostPause: Trap = (change) => {
  const { before: tree, match } = change;
  for (const place of change.places) {
    if (place.was.type !== 'BlockStatement' || !place.was.body.some((each) => isPause(each) || isTurn(each))) continue;
    const removed = removedStatements(change, place);
    if (removed.some((each) => isPause(each) && isRepeated(tree, each))) return RESTLESS;
    if (removed.some(isTurn) && !/Promise|null|undefined/.test(match?.regex.source ?? '')) return TURN;
  }
  return null;
};

const RESTLESS = refuse('same-result', 'Without the pause, the loop around it would never rest.');
const TURN = refuse('same-result', 'It waits a turn, in which others come first.');

/** `await Promise.resolve();`, `await null;` */
function isTurn(statement: Node): boolean {
  const awaited = statement.type === 'ExpressionStatement' ? statement.expression : null;
  const argument = awaited?.type === 'AwaitExpression' ? awaited.argument : null;
  if (argument?.type === 'Literal') return true;
  if (argument?.type !== 'CallExpression') return argument?.type === 'Identifier' && argument.name === 'undefined';
  const { callee, arguments: given } = argument;
  if (callee.type !== 'MemberExpression' || given.length > 0 || memberName(callee) !== 'resolve') return false;
  return callee.object.type === 'Identifier' && callee.object.name === 'Promise';
}

const PAUSE = /^(?:sleep|delay|pause|wait|backoff|waitFor(?:Timeout|Ms|Seconds)|setTimeout)$/i;

function isPause(statement: Node): boolean {
  const awaited = statement.type === 'ExpressionStatement' ? statement.expression : null;
  const call = awaited?.type === 'AwaitExpression' ? awaited.argument : null;
  return call?.type === 'CallExpression' && PAUSE.test(calledName(call.callee) ?? '');
}

/** In a loop, or in a function that calls itself. */
function isRepeated(tree: SyntaxTree, node: Node): boolean {
  const around = tree.lineage(node);
  const end = around.findIndex(isFunction);
  const inside = around.slice(0, end === -1 ? around.length : end);
  if (inside.some(isLoop)) return true;
  const owner = around[end];
  return owner !== undefined && isFunction(owner) && callsItself(tree, owner);
}

/** Under the name it has, or as a method of `this`. */
function callsItself(tree: SyntaxTree, owner: FunctionNode): boolean {
  const holder = tree.parent(owner);
  const id = owner.id ?? (holder?.type === 'VariableDeclarator' ? holder.id : null);
  const key = holder?.type === 'MethodDefinition' || holder?.type === 'Property' ? holder.key : null;
  return tree.descendants(owner).some((node) => {
    const callee = node.type === 'CallExpression' ? node.callee : null;
    if (callee?.type === 'Identifier') return id?.type === 'Identifier' && id.name === callee.name;
    if (callee?.type !== 'MemberExpression' || callee.object.type !== 'ThisExpression') return false;
    return key !== null && textOf(tree, callee.property) === textOf(tree, key);
  });
}
