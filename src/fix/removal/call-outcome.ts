import type { Node } from 'oxc-parser';
import { contains } from '../../model/position.js';
import { type Refusal, refuse } from '../../model/refusal.js';
import { knownCallsOf } from '../../semantics/values/comes-to.js';
import { endingCall } from '../../syntax/ends-program.js';
import type { Call } from '../../syntax/is-call.js';
import { isFunction } from '../../syntax/is-function.js';
import { calledName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { isMeasuredFrom } from './is-measured-from.js';
import { CHANGED, stillUsed } from './removal-refusal.js';
import { isNamedBy, type RemovalRequest, spelt } from './removal-request.js';

/** Why a call may not go for what comes of it, or null. What a class is given by its `super()` was set for ES5 alone. */
export function checkOutcome(tree: SyntaxTree, call: Call, request: RemovalRequest | null): Refusal | null {
  const callee = textOf(tree, call.callee);
  if (ASSERTS.test(callee) || throwsItself(tree, call, request)) return SURE;
  if (isMeasuredFrom(tree, call, request?.regex ?? null)) return stillUsed(textOf(tree, call));
  if (request && !WORD.test(spelt(request))) return UNNAMED;
  if (ENDS.test(callee)) return GOES_OFF;
  if (!CHANGES.test(callee)) return null;
  const isOfClass = tree.lineage(call).some(({ type }) => type === 'ClassBody');
  return isOfClass && call.arguments[0]?.type === 'ThisExpression' ? null : CHANGED;
}

/** Whether what is called is a function of the file that throws, and none that the rule spells out: `this.failIfClosed();` */
function throwsItself(tree: SyntaxTree, call: Call, request: RemovalRequest | null): boolean {
  if (request && isNamedBy(request, calledName(call.callee) ?? '')) return false;
  return tree.descendants(tree.program).some((each) => {
    if (each.type !== 'ThrowStatement' || contains(each, call)) return false;
    const thrower = tree.lineage(each).find(isFunction);
    return thrower !== undefined && knownCallsOf(tree, thrower).includes(call);
  });
}

/** Why what ends the program may not go, or null: behind the last statement it ends anyway, if not as a failure. */
export function checkEnd(tree: SyntaxTree, node: Extract<Node, { type: 'ExpressionStatement' }>): Refusal | null {
  const call = endingCall(tree, node.expression);
  if (!call) return null;
  if (tree.program.body.at(-1) !== node) return GOES_ON;
  const [code] = call.arguments;
  const isSuccess = code === undefined || (code.type === 'Literal' && code.value === 0);
  return isSuccess && calledName(call.callee) !== 'abort' ? null : SUCCEEDS;
}

const ASSERTS = /^(?:assert(?:\.\w+)?|invariant)$/;
/** Calls that are there for what they change. */
const CHANGES = /^(?:(?:Object|Reflect)\.(?:setPrototypeOf|assign|definePropert(?:y|ies))|Error\.captureStackTrace)$/;
/** Calls that end what was begun elsewhere. */
const ENDS =
  /^(?:(?:window|globalThis|self)\.)?(?:clear(?:Timeout|Interval|Immediate)|cancel(?:AnimationFrame|IdleCallback))$|\.(?:remove(?:Event)?Listener|unsubscribe|unobserve)$/;
/** `\w+\.\w+\(\)` */
const UNNAMED = refuse('match-is-whole', 'The rule would take any call there is, and names nothing that is unwanted.');
const WORD = /[\p{L}_]|\\\$/u;
const SURE = refuse('statement-removable', 'The code behind counts on what it makes sure of.');
const GOES_OFF = refuse('statement-removable', 'It ends what was begun elsewhere, which would go on.');
const GOES_ON = refuse('statement-removable', 'The program ends here, and without the statement it would go on.');
const SUCCEEDS = refuse('statement-removable', 'It tells whoever runs the program that it failed.');
