import type { CallExpression, Node, Function as OxcFunction } from 'oxc-parser';
import { type FunctionNode, isFunction } from '../../syntax/is-function.js';
import { isOuterExpression } from '../../syntax/is-outer-expression.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { namedFunction } from '../../syntax/named-function.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOf } from '../../syntax/uses-of.js';

/** Where a value may come to within its file. */
export interface ValueFlow {
  /** Every expression that may have the value, the first one included. */
  readonly values: readonly Node[];
  /** What is to hold it and may declare a type: names, members of objects and types, functions that return it. */
  readonly holders: readonly Node[];
}

/**
 * Follows a value through names, members of the same key, arguments and results of functions of this file. Members are
 * told apart by their keys only, so that rather too much is followed than too little; other files are not read.
 */
export function followValue(tree: SyntaxTree, first: Node): ValueFlow {
  const values = new Set<Node>();
  const holders = new Set<Node>();
  const left: Node[] = [first];
  for (let value = left.pop(); value; value = left.pop()) {
    if (values.has(value)) continue;
    values.add(value);
    const step = stepFrom(tree, value);
    left.push(...step.values);
    for (const holder of step.holders) {
      if (holders.has(holder)) continue;
      holders.add(holder);
      left.push(...readsOf(tree, holder));
    }
  }
  return { values: [...values], holders: [...holders] };
}

const NOTHING: ValueFlow = { values: [], holders: [] };
const into = (...values: readonly Node[]): ValueFlow => ({ values, holders: [] });
const held = (...holders: readonly Node[]): ValueFlow => ({ values: [], holders });

function stepFrom(tree: SyntaxTree, value: Node): ValueFlow {
  const parent = tree.parent(value);
  if (parent && isOuterExpression(parent)) return into(parent);
  switch (parent?.type) {
    case 'AwaitExpression':
    case 'LogicalExpression':
    case 'ChainExpression':
      return into(parent);
    case 'ConditionalExpression':
      return parent.test === value ? NOTHING : into(parent);
    case 'SequenceExpression':
      return parent.expressions.at(-1) === value ? into(parent) : NOTHING;
    case 'VariableDeclarator':
      return parent.init === value ? held(parent.id) : NOTHING;
    case 'AssignmentPattern':
      return parent.right === value ? held(parent.left) : NOTHING;
    case 'AssignmentExpression':
      return parent.right === value ? { values: [parent], holders: assigned(tree, parent.left) } : NOTHING;
    case 'Property':
    case 'PropertyDefinition':
      return parent.value === value
        ? held(...(keyOf(parent) === null ? [parent] : withKey(tree, keyOf(parent))))
        : NOTHING;
    case 'ReturnStatement':
      return held(...tree.lineage(parent).filter(isFunction).slice(0, 1));
    case 'ArrowFunctionExpression':
      return parent.body === value ? held(parent) : NOTHING;
    case 'CallExpression':
      return held(...withoutDefault(parameterFor(tree, parent, value)));
    default:
      return NOTHING;
  }
}

function assigned(tree: SyntaxTree, left: Node): readonly Node[] {
  if (left.type === 'MemberExpression') return withKey(tree, keyOf(left));
  const binding = left.type === 'Identifier' ? nameScopes(tree).resolve(left.name, left) : null;
  return binding ? [binding.identifier] : [];
}

/** The expressions that read what a holder holds. */
function readsOf(tree: SyntaxTree, holder: Node): readonly Node[] {
  if (isCallable(holder)) return callsOf(tree, holder);
  if (holder.type === 'MemberExpression') return [holder];
  const target = holder.type === 'Property' ? holder.value : holder;
  const name = target.type === 'AssignmentPattern' ? target.left : target;
  return name.type === 'Identifier' ? usesOf(tree, name).filter((use) => !isTarget(tree, use)) : [];
}

/** `a = …` does not read `a`. */
function isTarget(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  return parent?.type === 'AssignmentExpression' && parent.left === node && parent.operator === '=';
}

/** Where a function of this file is called: by its name, that of its variable, or as any method of its name. */
export function callsOf(tree: SyntaxTree, called: Callable): readonly Node[] {
  const owner = tree.parent(called);
  const id = called.id ?? (owner?.type === 'VariableDeclarator' ? owner.id : null);
  const members = owner?.type === 'Property' || owner?.type === 'MethodDefinition' ? withKey(tree, keyOf(owner)) : [];
  return [...(id === null ? [] : readsOf(tree, id)), ...members].flatMap((callee) => {
    const call = tree.parent(callee);
    return call?.type === 'CallExpression' && call.callee === callee ? [call] : [];
  });
}

/** The parameter that takes an argument, where the called function is one of this file. */
export function parameterFor(
  tree: SyntaxTree,
  { callee, arguments: given }: CallExpression,
  argument: Node,
): Node | null {
  const binding = callee.type === 'Identifier' ? nameScopes(tree).resolve(callee.name, callee) : null;
  const declared = binding?.kind === 'function' ? binding.declaration : null;
  const called = declared?.type === 'TSDeclareFunction' ? declared : namedFunction(tree, callee);
  return called?.params[given.findIndex(({ start }) => start === argument.start)] ?? null;
}

function withoutDefault(parameter: Node | null): readonly Node[] {
  if (parameter === null) return [];
  return [parameter.type === 'AssignmentPattern' ? parameter.left : parameter];
}

type Callable = FunctionNode | (OxcFunction & { readonly type: 'TSDeclareFunction' });

/** A function, or the declaration of one whose body is elsewhere. */
function isCallable(node: Node): node is Callable {
  return isFunction(node) || node.type === 'TSDeclareFunction';
}

/** Every member of a key: read, declared, or taken out of an object. */
function withKey(tree: SyntaxTree, key: string | null): readonly Node[] {
  if (key === null || !tree.text.includes(key)) return [];
  return tree.descendants(tree.program).filter((node) => MEMBERS.test(node.type) && keyOf(node) === key);
}

const MEMBERS = /^(?:MemberExpression|Property|PropertyDefinition|TSPropertySignature)$/;

function keyOf(node: Node): string | null {
  const key = 'key' in node ? node.key : node.type === 'MemberExpression' ? node.property : null;
  if (key === null || typeof key !== 'object') return null;
  const isComputed = 'computed' in node && node.computed === true;
  if (key.type === 'Literal') return typeof key.value === 'string' ? key.value : null;
  if (isComputed) return null;
  return key.type === 'Identifier' || key.type === 'PrivateIdentifier' ? key.name : null;
}
