import type { Node } from 'oxc-parser';
import { contains } from '../../model/position.js';
import { refuse } from '../../model/refusal.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { isNothing } from '../../semantics/values/is-nothing.js';
import { isFunction } from '../../syntax/is-function.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { nameGiven } from '../../syntax/name-given.js';
import { namedFunction } from '../../syntax/named-function.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { changedStatements, type Trap } from '../trap.js';

/**
 * `link.onclick = open` → `link.addEventListener('click', open)`: the one takes the place of what listened before and is
 * taken away by null, and its answer false stops the event; the other is added each time.
 */
export const addedListener: Trap = (change) => {
  const { before: tree } = change;
  for (const { was, made } of changedStatements(change)) {
    const set = was.type === 'ExpressionStatement' ? was.expression : null;
    const call = made.type === 'ExpressionStatement' ? made.expression : null;
    if (set?.type !== 'AssignmentExpression' || set.left.type !== 'MemberExpression') continue;
    if (call?.type !== 'CallExpression' || memberName(call.callee) !== 'addEventListener') continue;
    const name = memberName(set.left) ?? '';
    if (!/^on[a-z]+$/.test(name)) continue;
    if (isNothing(set.right)) return refuse('same-result', 'What listens is taken away here, and not added.');
    if (mayStopEvent(tree, set.right) || ANSWERED.test(name) || OF_PORT.test(textOf(tree, set.left.object))) {
      return refuse('same-result', 'What this listener answers or is given is not the same for one that is added.');
    }
    if (isNamedAgain(tree, set.left) || !runsOnce(tree, set.left.object)) {
      return refuse('same-result', 'What listened before would go on to listen: an added one does not take its place.');
    }
  }
  return null;
};

/** Those of a window are given a message, or answer with a text. */
const ANSWERED = /^on(?:error|beforeunload)$/;

/** To set `onmessage` of a port opens it. */
const OF_PORT = /port\d?$/i;

/** Whether a listener that is written in this file answers false. */
function mayStopEvent(tree: SyntaxTree, listener: Node): boolean {
  const made = namedFunction(tree, listener) ?? constantValue(tree, listener);
  if (!isFunction(made) || !made.body) return false;
  return (
    tree.descendants(made.body).some((node) => node.type === 'ReturnStatement' && isFalse(node.argument)) ||
    isFalse(made.body)
  );
}

function isFalse(node: Node | null): boolean {
  return node?.type === 'Literal' && node.value === false;
}

/** `link.onclick = null`, or a call of it, somewhere else. */
function isNamedAgain(tree: SyntaxTree, member: Node): boolean {
  const written = textOf(tree, member);
  return tree
    .descendants(tree.program)
    .some((node) => node.type === 'MemberExpression' && node !== member && textOf(tree, node) === written);
}

/** At the top of a file, in what starts it, or of an element that is made right there. */
function runsOnce(tree: SyntaxTree, element: Node): boolean {
  const around = tree.lineage(element).find(isFunction);
  if (!around) return true;
  const made = constantValue(tree, element);
  const isFresh =
    made.type === 'NewExpression' || (made.type === 'CallExpression' && MAKERS.test(calledName(made.callee) ?? ''));
  if (isFresh && tree.lineage(made).find(isFunction) === around) return true;
  const call = tree.lineage(around).find((each) => each !== around && each.type !== 'ParenthesizedExpression') ?? null;
  if (call?.type === 'CallExpression') return contains(call.callee, around) || isStart(call.arguments[0]);
  return STARTERS.test((around.type === 'FunctionDeclaration' ? around.id?.name : nameGiven(call)) ?? '');
}

/** `addEventListener('DOMContentLoaded', …)` */
function isStart(event: Node | undefined): boolean {
  return event?.type === 'Literal' && /^(?:DOMContentLoaded|load)$/.test(String(event.value));
}

const MAKERS = /^(?:createElement(?:NS)?|cloneNode|open|transaction)$/;
const STARTERS = /^(?:init|setup|setUp|main|start|boot|ready|constructor$|connectedCallback$)/;
