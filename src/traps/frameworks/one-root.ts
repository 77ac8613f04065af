import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { ownFunctionUses } from '../../syntax/function-uses.js';
import { type FunctionNode, isFunction } from '../../syntax/is-function.js';
import { isLoop } from '../../syntax/is-loop.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `ReactDOM.render(<App />, box)` → `createRoot(box).render(<App />)`: what is drawn once more keeps its state by the first
 * and loses it by the second, for a box has one root; and only a root takes down what it drew.
 */
export const oneRoot: Trap = ({ before: tree, after, places }) => {
  for (const { was, old, made } of places) {
    const call = [was, ...old].find((node) => isRender(tree, node));
    if (!call || !after.descendants(made).some(isRootMade)) continue;
    if (tree.text.includes('unmountComponentAtNode'))
      return refuse('same-result', 'What is drawn is taken down here in a way that knows no roots.');
    if (mayRunAgain(tree, call)) return refuse('same-result', 'This may be drawn again, and a box has but one root.');
  }
  return null;
};

function isRender(tree: SyntaxTree, node: Node): boolean {
  return (
    node.type === 'CallExpression' && /^(?:ReactDOM|ReactDom)\.(?:render|hydrate)$/.test(textOf(tree, node.callee))
  );
}

function isRootMade(node: Node): boolean {
  return node.type === 'CallExpression' && /^(?:create|hydrate)Root$/.test(calledName(node.callee) ?? '');
}

/** Whether a call stands in a loop, or in a function but one that waits for the page, for an import or for what is loaded first. */
function mayRunAgain(tree: SyntaxTree, call: Node): boolean {
  const box = call.type === 'CallExpression' ? call.arguments[1] : undefined;
  return tree.lineage(call).some((each) => {
    if (box && isForEach(tree, each, textOf(tree, box))) return false;
    return isLoop(each) || (isFunction(each) && !runsOnce(tree, each));
  });
}

/** Whether code runs for a list of boxes, each of which has a root of its own. */
function isForEach(tree: SyntaxTree, code: Node, box: string): boolean {
  if (code.type === 'ForOfStatement')
    return (
      code.left.type === 'VariableDeclaration' && code.left.declarations.some(({ id }) => textOf(tree, id) === box)
    );
  if (!isFunction(code) || !code.params[0] || textOf(tree, code.params[0]) !== box) return false;
  const parent = tree.parent(code);
  return parent?.type === 'CallExpression' && memberName(parent.callee) === 'forEach';
}

function runsOnce(tree: SyntaxTree, code: FunctionNode): boolean {
  const parent = tree.parent(code);
  const around = parent?.type === 'ParenthesizedExpression' ? tree.parent(parent) : parent;
  if (around?.type !== 'CallExpression') return isOnLoad(tree, around) || isStarted(tree, code);
  return around.arguments.length === 0 || isGivenOnce(around, code);
}

/** `window.onload = () => { … }` */
function isOnLoad(tree: SyntaxTree, set: Node | null): boolean {
  return set?.type === 'AssignmentExpression' && textOf(tree, set.left) === 'window.onload';
}

/** Whether a call is given a function that it calls when the page is there, or what is waited for. */
function isGivenOnce({ callee, arguments: [event] }: Call, code: Node): boolean {
  const name = calledName(callee) ?? '';
  if (name === 'addEventListener')
    return event?.type === 'Literal' && /^(?:DOMContentLoaded|load)$/.test(String(event.value));
  return /^(?:then|finally|ready)$/.test(name) || (/^(?:\$|jQuery)$/.test(name) && event === code);
}

type Call = Extract<Node, { type: 'CallExpression' }>;

/** `async function main() { … }` and `main();`, or `$(main);`, which is all that is done with it. */
function isStarted(tree: SyntaxTree, code: FunctionNode): boolean {
  const [use, ...more] = ownFunctionUses(tree, code);
  const call = use && tree.parent(use);
  if (!use || more.length > 0 || call?.type !== 'CallExpression' || isWithin(tree, call)) return false;
  return call.callee === use || isGivenOnce(call, use);
}

function isWithin(tree: SyntaxTree, node: Node): boolean {
  return tree.lineage(node).some((each) => isLoop(each) || isFunction(each));
}
