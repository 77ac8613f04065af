import type { Node } from 'oxc-parser';
import { isCallee } from '../../syntax/is-callee.js';
import { isFunction } from '../../syntax/is-function.js';
import { memberName } from '../../syntax/member-name.js';
import { type Binding, nameScopes } from '../../syntax/name-scopes.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { isOfPrototypes } from './is-of-prototypes.js';

/** Whether an expression calls, reads or sets by its name the very function, getter or setter that it stands in. */
export function namesOwnFunction(tree: SyntaxTree, node: Node): boolean {
  if (node.type === 'Identifier') return isCallee(tree, node) && isWithinNamed(tree, node);
  const name = memberName(node);
  if (node.type !== 'MemberExpression' || name === null) return false;
  const line = tree.lineage(node);
  const first = line.findIndex(isFunction);
  return first >= 0 && line.slice(first + 1).some((holder) => isHeldBy(tree, node, name, holder));
}

/** `const pause = () => pause()`, and `function pause() { pause() }`. */
function isWithinNamed(tree: SyntaxTree, node: Extract<Node, { type: 'Identifier' }>): boolean {
  const binding = nameScopes(tree).resolve(node.name, node);
  if (!binding || binding.kind === 'parameter') return false;
  const line = tree.lineage(node);
  const holder = line.findIndex((each) => each === binding.declaration || isAssignedTo(tree, each, binding));
  return line.slice(0, holder + 1).some(isFunction);
}

/** `log = () => log()`, where the variable was declared before. */
function isAssignedTo(tree: SyntaxTree, node: Node, binding: Binding): boolean {
  if (node.type !== 'AssignmentExpression' || node.left.type !== 'Identifier') return false;
  return nameScopes(tree).resolve(node.left.name, node.left) === binding;
}

function isHeldBy(tree: SyntaxTree, node: Member, name: string, holder: Node): boolean {
  switch (holder.type) {
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'Property':
      if (staticName(holder.key, holder.computed) !== name) return false;
      return isUsedAs(tree, node, holder) && isOwner(tree, node.object, holder);
    case 'AssignmentExpression':
      if (memberName(holder.left) !== name || !isCallee(tree, node)) return false;
      return (
        textOf(tree, holder.left) === textOf(tree, node) ||
        textOf(tree, holder.left).includes('.prototype.') ||
        (holder.left.type === 'MemberExpression' && isOfPrototypes(tree, holder.left.object))
      );
    case 'CallExpression':
      return isCallee(tree, node) && defines(tree, holder, node.object, name);
    default:
      return false;
  }
}

type Member = Extract<Node, { type: 'MemberExpression' }>;

/** A getter is run by what reads it, a setter by what sets it, and a method by what calls it. */
function isUsedAs(tree: SyntaxTree, node: Member, holder: Node): boolean {
  const parent = tree.parent(node);
  const isSet = parent?.type === 'AssignmentExpression' && parent.left === node;
  if ('kind' in holder && (holder.kind === 'get' || holder.kind === 'set')) return isSet === (holder.kind === 'set');
  return isCallee(tree, node);
}

/** `Object.defineProperty(Object, 'hasOwn', …)`; of a prototype, whatever it is called on. */
function defines(tree: SyntaxTree, { callee, arguments: given }: Call, object: Node, name: string): boolean {
  const [owner, key] = given;
  if (memberName(callee) !== 'defineProperty' || !owner || key?.type !== 'Literal' || key.value !== name) return false;
  if (memberName(owner) === 'prototype' || isOfPrototypes(tree, owner)) return true;
  return textOf(tree, owner) === textOf(tree, object);
}

type Call = Extract<Node, { type: 'CallExpression' }>;

function isOwner(tree: SyntaxTree, object: Node, holder: Node): boolean {
  if (object.type === 'ThisExpression') return holderOfThis(tree, object) === holder;
  if (object.type !== 'Identifier') return false;
  const declaration = nameScopes(tree).resolve(object.name, object)?.declaration ?? null;
  const body = tree.parent(holder);
  if (!body || !declaration) return false;
  const owner = body.type === 'ClassBody' ? tree.parent(body) : body;
  if (owner === declaration) return 'static' in holder && holder.static === true;
  const value = declaration.type === 'VariableDeclarator' ? declaration.init : null;
  return value !== null && (within(value) === owner || isMadeBy(tree, value, owner));
}

/** The object literal of `{ … } as const` and `Object.freeze({ … })`. */
function within(value: Node): Node {
  switch (value.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'ParenthesizedExpression':
      return within(value.expression);
    case 'CallExpression':
      return memberName(value.callee) === 'freeze' && value.arguments[0] ? within(value.arguments[0]) : value;
    default:
      return value;
  }
}

/** `new Logger()`, where the class is the one that has the method, and `createLogger()`, which gives its object. */
function isMadeBy(tree: SyntaxTree, value: Node, owner: Node | null): boolean {
  if ((value.type !== 'NewExpression' && value.type !== 'CallExpression') || !owner) return false;
  if (value.callee.type !== 'Identifier') return false;
  const made = nameScopes(tree).resolve(value.callee.name, value)?.declaration;
  return made !== undefined && tree.lineage(owner).includes(made);
}

/** What `this` belongs to, by way of arrow functions. */
function holderOfThis(tree: SyntaxTree, node: Node): Node | null {
  const around = tree
    .lineage(node)
    .find(({ type }) => /^(?:FunctionExpression|FunctionDeclaration|PropertyDefinition|StaticBlock)$/.test(type));
  if (!around || around.type === 'PropertyDefinition') return around ?? null;
  return around.type === 'FunctionExpression' ? tree.parent(around) : null;
}
