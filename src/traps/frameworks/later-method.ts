import type { MethodDefinition, Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { setsUp } from '../../semantics/effects/sets-up.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Trap } from '../trap.js';

/**
 * `componentWillMount` → `componentDidMount`: React calls the one before it draws and the other afterwards. What the
 * first drawing reads has to be set by then, and the other is given the props and state of before, not of after.
 */
export const laterMethod: Trap = ({ before: tree, places }) => {
  for (const { old, next } of places) {
    if (old.some(isNamedIn(EARLY)) && next.some(isNamedIn(LATE))) return CALLED;
    const [was, is] = [old.find(isMethod), next.find(isMethod)];
    if (!was || !is || !EARLY.test(nameOf(was)) || !LATE.test(nameOf(is))) continue;
    if (was.value.params.length > 0 || asksForArguments(tree, was))
      return refuse('same-arguments', `"${nameOf(is)}" is given the props of before, not those to come.`);
    if (momentOf(nameOf(was)) !== momentOf(nameOf(is)))
      return refuse('same-result', `"${nameOf(is)}" is called at other times than "${nameOf(was)}".`);
    if (momentOf(nameOf(was)) === 'Update' && tree.descendants(was).some(({ type }) => type === 'ThisExpression'))
      return refuse('same-result', 'Its object has the props, state and elements of before there, of after here.');
    if (setsUp(tree, was)) return refuse('same-result', 'What it does would be missing when it is drawn first.');
  }
  return null;
};

const CALLED = refuse('same-result', 'Nobody can tell whether what it is called on has the method under its new name.');

/** Whether a node reads or calls a member of such a name. */
function isNamedIn(names: RegExp): (node: Node) => boolean {
  return (node) =>
    names.test(memberName(node) ?? (node.type === 'CallExpression' ? calledName(node.callee) : '') ?? '');
}

function isMethod(node: Node): node is MethodDefinition {
  return node.type === 'MethodDefinition';
}

function nameOf({ key, computed }: MethodDefinition): string {
  return staticName(key, computed) ?? '';
}

const EARLY = /^(?:UNSAFE_)?componentWill(?:Mount|Update|ReceiveProps)$/;
const LATE = /^componentDid(?:Mount|Update)$/;

/** `Mount`, `Update` or `ReceiveProps`. */
function momentOf(name: string): string {
  return name.replace(/^.*component(?:Will|Did)/, '');
}

function asksForArguments(tree: SyntaxTree, method: Node): boolean {
  return tree.descendants(method).some((node) => node.type === 'Identifier' && node.name === 'arguments');
}
