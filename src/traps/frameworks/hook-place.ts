import type { Node } from 'oxc-parser';
import { contains } from '../../model/position.js';
import { refuse } from '../../model/refusal.js';
import { type FunctionNode, isFunction } from '../../syntax/is-function.js';
import { calledName } from '../../syntax/member-name.js';
import { type Binding, nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `useState(useId())` → `useState(() => useId())`, and `f(x)` → `useMemo(() => f(x), [])`: a hook is called by a component or another hook, each time that runs, and an
 * empty list of dependencies keeps the first value of whatever stands in it.
 */
export const hookPlace: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    if (!/Expression/.test(made.type)) continue;
    const hooks = hooksIn(after, made);
    if (hooks.length === 0) continue;
    const old = hooksIn(tree, was);
    if (old.length > 0 && countLater(tree, old, was) < countLater(after, hooks, made)) {
      return refuse('hook-order', 'A function would call it at another time than the component is made.');
    }
    if (old.length > 0) continue;
    for (const hook of hooks) {
      const owner = after.lineage(hook).find(isFunction);
      if (!owner || !mayCallHooks(after, owner)) return refuse('hook-order', 'No component or hook calls it here.');
      if (!isAlwaysRun(after, hook, owner)) return refuse('hook-order', 'It would be called at some times only.');
      const stale = staleName(after, hook, owner);
      if (stale) return refuse('hook-order', `With these dependencies it would keep an old value of "${stale}".`);
    }
  }
  return null;
};

type Call = Extract<Node, { type: 'CallExpression' }>;

function hooksIn(tree: SyntaxTree, node: Node): readonly Call[] {
  return tree.descendants(node).flatMap((each) => {
    const isHook = each.type === 'CallExpression' && /^use[A-Z]/.test(calledName(each.callee) ?? '');
    return isHook && each.type === 'CallExpression' ? [each] : [];
  });
}

/** How many of the hooks in a part of the code are called by a function in it, not at once. */
function countLater(tree: SyntaxTree, hooks: readonly Call[], part: Node): number {
  return hooks.filter((hook) => tree.lineage(hook).some((node) => isFunction(node) && contains(part, node))).length;
}

/** By its name, by what wraps it, or because it is what a module is about. */
function mayCallHooks(tree: SyntaxTree, owner: FunctionNode): boolean {
  const parent = tree.parent(owner);
  const name = owner.type === 'FunctionDeclaration' || owner.type === 'FunctionExpression' ? owner.id : null;
  if (name) return isOfHooks(name.name);
  if (parent?.type === 'VariableDeclarator') return parent.id.type === 'Identifier' && isOfHooks(parent.id.name);
  if (parent?.type === 'CallExpression')
    return /^(?:memo|forwardRef|observer|renderHook)$/.test(calledName(parent.callee) ?? '');
  return parent?.type === 'ExportDefaultDeclaration';
}

function isOfHooks(name: string): boolean {
  return /^(?:use)?[A-Z]/.test(name);
}

function isAlwaysRun(tree: SyntaxTree, hook: Node, owner: FunctionNode): boolean {
  let child = hook;
  for (let parent = tree.parent(hook); parent && parent !== owner; child = parent, parent = tree.parent(parent)) {
    if (isConditional(parent, child)) return false;
  }
  return !tree.descendants(owner).some((node) => {
    if (node.type !== 'ReturnStatement' || node.start >= hook.start || contains(node, hook)) return false;
    return tree.lineage(node).find(isFunction) === owner;
  });
}

function isConditional(parent: Node, child: Node): boolean {
  switch (parent.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return parent.test !== child;
    case 'LogicalExpression':
      return parent.right === child;
    case 'SwitchCase':
    case 'CatchClause':
    case 'AssignmentPattern':
    case 'ChainExpression':
      return true;
    default:
      return /^(?:For|While|DoWhile)/.test(parent.type);
  }
}

/** A name of the component that may have another value next time, and is no dependency. */
function staleName(tree: SyntaxTree, { callee, arguments: given }: Call, owner: FunctionNode): string | null {
  if (!/^use(?:Memo|Callback|Effect|LayoutEffect)$/.test(calledName(callee) ?? '')) return null;
  const [run, list] = given;
  if (!run || !isFunction(run) || list?.type !== 'ArrayExpression') return null;
  const listed = new Set(list.elements.map((each) => (each ? textOf(tree, each) : '')));
  const used = nameScopes(tree).references.find(({ name, node, binding }) => {
    if (!binding || !contains(run, node) || listed.has(name)) return false;
    return contains(owner, binding.identifier) && !contains(run, binding.identifier) && !isStable(binding);
  });
  return used?.name ?? null;
}

/** What React gives is the same each time: the setter of a state, a dispatcher, a ref. */
function isStable({ identifier, declaration }: Binding): boolean {
  const init = declaration.type === 'VariableDeclarator' ? declaration.init : null;
  if (declaration.type !== 'VariableDeclarator' || init?.type !== 'CallExpression') return false;
  const hook = calledName(init.callee) ?? '';
  if (declaration.id.type !== 'ArrayPattern') return hook === 'useRef';
  return /^use(?:State|Reducer|Transition)$/.test(hook) && declaration.id.elements[1] === identifier;
}
