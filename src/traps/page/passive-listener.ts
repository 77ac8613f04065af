import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { isFunction } from '../../syntax/is-function.js';
import { memberName } from '../../syntax/member-name.js';
import { namedFunction } from '../../syntax/named-function.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { changedPairs, type Trap } from '../trap.js';

/** `addEventListener('wheel', stop)` → the same with `{ passive: true }`: what is passive may not call `preventDefault`. */
export const passiveListener: Trap = (change) =>
  changedPairs(change, 'CallExpression').some(
    ({ old, next }) =>
      isPassive(next) && !isPassive(old) && old.arguments[1] && mayPrevent(change.before, old.arguments[1]),
  )
    ? refuse('same-result', 'The listener prevents what the browser would do, which a passive one cannot.')
    : null;

type Call = Extract<Node, { type: 'CallExpression' }>;

function isPassive({ callee, arguments: [, , options] }: Call): boolean {
  if (memberName(callee) !== 'addEventListener' || options?.type !== 'ObjectExpression') return false;
  return options.properties.some(
    (each) =>
      each.type === 'Property' &&
      staticName(each.key, each.computed) === 'passive' &&
      !(each.value.type === 'Literal' && each.value.value === false),
  );
}

/** Whether a listener of this file, or what it calls by a name of this file, speaks of preventing. */
function mayPrevent(tree: SyntaxTree, listener: Node, depth = 0): boolean {
  const code = codeOf(tree, listener);
  if (!code || depth > DEPTH) return false;
  if (code.type === 'CallExpression') return handedOn(code).some((each) => mayPrevent(tree, each, depth + 1));
  return tree.descendants(code).some((node) => {
    if (node.type === 'CallExpression') {
      return memberName(node.callee) === 'preventDefault' || mayPrevent(tree, node.callee, depth + 1);
    }
    return node.type === 'AssignmentExpression' && memberName(node.left) === 'returnValue';
  });
}

/** How many calls are followed. */
const DEPTH = 3;

/** `onWheel.bind(this)`, `throttle(onWheel, 50)` */
function handedOn({ callee, arguments: given }: Call): readonly Node[] {
  return callee.type === 'MemberExpression' ? [callee.object, ...given] : given;
}

/** The function that a name, or a method of `this`, stands for, or the call that makes it. */
function codeOf(tree: SyntaxTree, node: Node): Node | null {
  if (node.type === 'MemberExpression' && node.object.type === 'ThisExpression') return methodOf(tree, node);
  const made = namedFunction(tree, node) ?? constantValue(tree, node);
  return isFunction(made) || made.type === 'CallExpression' ? made : null;
}

function methodOf(tree: SyntaxTree, member: Node): Node | null {
  const body = tree.lineage(member).find(({ type }) => type === 'ClassBody');
  if (body?.type !== 'ClassBody') return null;
  for (const each of body.body) {
    if (each.type !== 'MethodDefinition' && each.type !== 'PropertyDefinition') continue;
    if (staticName(each.key, each.computed) === memberName(member)) return each.value;
  }
  return null;
}
