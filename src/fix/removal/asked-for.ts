import type { Node } from 'oxc-parser';
import { isKnownGlobal } from '../../semantics/names/is-known-global.js';
import { constantOf, constantValue } from '../../semantics/values/constant-value.js';
import { declaresMethod } from '../../syntax/declares-method.js';
import { isFunction } from '../../syntax/is-function.js';
import { isOuterExpression } from '../../syntax/is-outer-expression.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOf } from '../../syntax/uses-of.js';

/** Whether anything in the file asks an object for one of its properties: the variable that is set to it, or the code it is handed to. */
export function isAskedFor(tree: SyntaxTree, object: Node, key: string): boolean {
  return (
    isInTypes(tree, key) ||
    isAskedOfVariable(tree, object, key) ||
    isAskedOfValue(tree, object, key) ||
    (isKeptHere(tree, object) && isReadHere(tree, key))
  );
}

/** Whether a type of the file has such a property, and does not leave it open whether it is there. */
function isInTypes(tree: SyntaxTree, key: string): boolean {
  return tree.descendants(tree.program).some((node) => {
    if (node.type === 'TSLiteralType') return staticName(node.literal, true) === key;
    return node.type === 'TSPropertySignature' && !node.optional && staticName(node.key, node.computed) === key;
  });
}

function isAskedOfVariable(tree: SyntaxTree, object: Node, key: string): boolean {
  return usesOfHolder(tree, object).some((use) => {
    const parent = tree.parent(use);
    if (parent?.type === 'MemberExpression' && parent.object === use) {
      return mayName(tree, parent.property, parent.computed, key);
    }
    const taken = parent?.type === 'VariableDeclarator' && parent.init === use ? parent.id : null;
    return (
      taken?.type === 'ObjectPattern' &&
      taken.properties.some((each) => each.type === 'Property' && staticName(each.key, each.computed) === key)
    );
  });
}

/** The same of an expression that gives the object, wherever the file hands it on by a name or to a function of its own. */
function isAskedOfValue(tree: SyntaxTree, value: Node, key: string, seen: Set<Node> = new Set()): boolean {
  const parent = tree.parent(value);
  if (!parent || seen.has(value)) return false;
  seen.add(value);
  const isAsked = (next: Node): boolean => isAskedOfValue(tree, next, key, seen);
  switch (parent.type) {
    case 'MemberExpression':
      return parent.object === value && mayName(tree, parent.property, parent.computed, key);
    case 'BinaryExpression':
      return parent.operator === 'in' && parent.right === value && mayName(tree, parent.left, true, key);
    case 'VariableDeclarator':
      return parent.init === value && isAskedOfTarget(tree, parent.id, key, isAsked);
    case 'AssignmentPattern':
      return parent.right === value && isAskedOfTarget(tree, parent.left, key, isAsked);
    case 'ArrayExpression':
      return isAskedOfElements(tree, parent, key, isAsked);
    case 'SpreadElement':
      return tree.parent(parent)?.type === 'ObjectExpression' && isAsked(tree.parent(parent) ?? parent);
    case 'Property':
    case 'PropertyDefinition':
      return parent.value === value && membersNamed(tree, staticName(parent.key, parent.computed)).some(isAsked);
    case 'CallExpression': {
      const given: readonly Node[] = parent.arguments;
      return isAskedByCall(tree, parent, given.indexOf(value), key, isAsked);
    }
    default:
      return givesOn(parent) && isAsked(parent);
  }
}

function givesOn(node: Node): boolean {
  return isOuterExpression(node) || /^(?:Chain|Logical|Conditional)Expression$/.test(node.type);
}

/** The same of what the elements of a list are taken by: a loop, a callback, a position. */
function isAskedOfElements(
  tree: SyntaxTree,
  list: Node,
  key: string,
  isAsked: (use: Node) => boolean,
  seen: Set<Node> = new Set(),
): boolean {
  if (seen.has(list)) return false;
  seen.add(list);
  const parent = tree.parent(list);
  if (!parent) return false;
  const isTarget = (target: Node | undefined): boolean =>
    target !== undefined && isAskedOfTarget(tree, target, key, isAsked);
  switch (parent.type) {
    case 'VariableDeclarator':
      return (
        parent.init === list &&
        parent.id.type === 'Identifier' &&
        usesOf(tree, parent.id).some((use) => isAskedOfElements(tree, use, key, isAsked, seen))
      );
    case 'ForOfStatement':
      return (
        parent.right === list && parent.left.type === 'VariableDeclaration' && isTarget(parent.left.declarations[0]?.id)
      );
    case 'MemberExpression': {
      if (parent.object !== list) return false;
      if (parent.computed) return isAsked(parent);
      const call = tree.parent(parent);
      const [callback] = call?.type === 'CallExpression' && call.callee === parent ? call.arguments : [];
      if (!callback || !isFunction(callback)) return false;
      return isTarget(callback.params[/^reduce/.test(memberName(parent) ?? '') ? 1 : 0]);
    }
    default:
      return givesOn(parent) && isAskedOfElements(tree, parent, key, isAsked, seen);
  }
}

/** Whether a key is the one asked for, or one that only running the code tells. */
function mayName(tree: SyntaxTree, asking: Node, computed: boolean, key: string): boolean {
  const name = staticName(computed ? constantValue(tree, asking) : asking, computed);
  return name === key || name === null;
}

function isAskedOfTarget(tree: SyntaxTree, target: Node, key: string, isAsked: (use: Node) => boolean): boolean {
  if (target.type === 'Identifier') return usesOf(tree, target).some(isAsked);
  return (
    target.type === 'ObjectPattern' &&
    target.properties.some((each) => each.type === 'Property' && mayName(tree, each.key, each.computed, key))
  );
}

function membersNamed(tree: SyntaxTree, name: string | null): readonly Node[] {
  return name === null ? [] : tree.descendants(tree.program).filter((node) => memberName(node) === name);
}

function isAskedByCall(
  tree: SyntaxTree,
  call: Extract<Node, { type: 'CallExpression' }>,
  at: number,
  key: string,
  isAsked: (use: Node) => boolean,
): boolean {
  const name = calledName(call.callee) ?? '';
  const [, asking] = call.arguments;
  if (at === 0 && /^(?:freeze|seal|preventExtensions)$/.test(name)) return isAsked(call);
  if (at === 0 && asking && /^(?:get|has|hasOwn|result)$/.test(name)) return mayName(tree, asking, true, key);
  if (at === 0 && /^(?:keys|values|entries)$/.test(name)) return isTakenByPosition(tree, call);
  const binding = call.callee.type === 'Identifier' ? nameScopes(tree).resolve(call.callee.name, call.callee) : null;
  const called = binding && (constantOf(binding) ?? binding.declaration);
  if (!called || !isFunction(called)) return false;
  const target = called.params[at];
  return target !== undefined && isAskedOfTarget(tree, target, key, isAsked);
}

/** Whether code of the file itself is what an object is handed to: what an import or a global does with it is not written here. */
function isKeptHere(tree: SyntaxTree, object: Node): boolean {
  const holder = tree.lineage(object).find((node) => !isOuterExpression(node) && !HANDS_ON.test(node.type));
  switch (holder?.type) {
    case 'CallExpression':
    case 'NewExpression':
      return isOfFile(tree, holder.callee);
    case 'VariableDeclarator':
      // A variable that is set to the object alone is asked itself.
      return holderOf(tree, object) !== holder || tree.parent(object)?.type === 'ArrayExpression';
    default:
      return holder !== undefined && KEEPS.test(holder.type);
  }
}

const HANDS_ON = /^(?:(?:Array|Object|Conditional|Logical)Expression|Property|SpreadElement)$/;

const KEEPS =
  /^(?:(?:Member|Assignment|ArrowFunction)Expression|(?:Return|ForOf)Statement|AssignmentPattern|PropertyDefinition)$/;

/** Whether a function, class or method that is called is one of the file, as far as its name tells. */
function isOfFile(tree: SyntaxTree, callee: Node): boolean {
  if (callee.type === 'ParenthesizedExpression') return isOfFile(tree, callee.expression);
  if (callee.type === 'MemberExpression') {
    const name = memberName(callee);
    return name !== null && declaresMethod(tree, name);
  }
  if (callee.type !== 'Identifier') return isFunction(callee);
  const kind = nameScopes(tree).resolve(callee.name, callee)?.kind;
  return kind !== undefined && kind !== 'import' && kind !== 'parameter';
}

/** Whether a property is read somewhere in the file, of anything but a global. */
function isReadHere(tree: SyntaxTree, key: string): boolean {
  return tree.descendants(tree.program).some((node) => {
    switch (node.type) {
      case 'MemberExpression':
        return staticName(node.property, node.computed) === key && !isKnownGlobal(tree, node.object);
      case 'BinaryExpression':
        return node.operator === 'in' && staticName(node.left, true) === key;
      case 'Property':
        return tree.parent(node)?.type === 'ObjectPattern' && staticName(node.key, node.computed) === key;
      default:
        return false;
    }
  });
}

/** Whether anything in the file asks a variable or property that is set to an array for elements by their positions. */
export function isAskedByPosition(tree: SyntaxTree, array: Node): boolean {
  return [...usesOfHolder(tree, array), ...readsOfProperty(tree, array)].some((use) => isTakenByPosition(tree, use));
}

function isTakenByPosition(tree: SyntaxTree, array: Node): boolean {
  const parent = tree.parent(array);
  if (parent?.type === 'MemberExpression' && parent.object === array)
    return parent.computed || staticName(parent.property, false) === 'at';
  return parent?.type === 'VariableDeclarator' && parent.init === array && parent.id.type === 'ArrayPattern';
}

/** Where a member is read by the name of the property or field that holds what is written here, whatever it is read of. */
function readsOfProperty(tree: SyntaxTree, written: Node): readonly Node[] {
  const holder = holderOf(tree, written);
  if (holder?.type !== 'Property' && holder?.type !== 'PropertyDefinition') return [];
  return membersNamed(tree, staticName(holder.key, holder.computed));
}

/** Where the variable is used that holds nothing but what is written here. */
function usesOfHolder(tree: SyntaxTree, written: Node): readonly Node[] {
  const holder = holderOf(tree, written);
  return holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier' ? usesOf(tree, holder.id) : [];
}

/** What an object or array is set to, whatever of the kind it is a part of. */
function holderOf(tree: SyntaxTree, written: Node): Node | undefined {
  return tree
    .lineage(written)
    .find((node) => !isOuterExpression(node) && !/^(?:Array|Object)Expression$/.test(node.type));
}
