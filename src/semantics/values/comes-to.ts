import type { Node } from 'oxc-parser';
import { type FunctionNode, isFunction } from '../../syntax/is-function.js';
import { isOuterExpression } from '../../syntax/is-outer-expression.js';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOf } from '../../syntax/uses-of.js';
import { callsOf, parameterFor } from './follow-value.js';

/**
 * What has a value next: the expression around it, or whatever reads the variable, property, parameter or result that it
 * becomes. Of properties, only those of objects whose variable or parameter is known are read.
 */
export function comesTo(tree: SyntaxTree, node: Node): readonly Node[] {
  const parent = tree.parent(node);
  if (parent && isOuterExpression(parent)) return [parent];
  switch (parent?.type) {
    case 'ChainExpression':
    case 'AwaitExpression':
    case 'LogicalExpression':
      return [parent];
    case 'ConditionalExpression':
      return parent.test === node ? [] : [parent];
    case 'AssignmentExpression':
      return parent.operator === '=' && parent.right === node ? readsOf(tree, parent.left) : [];
    case 'VariableDeclarator':
      return parent.init === node ? readsOf(tree, parent.id) : [];
    case 'ReturnStatement':
      return resultsOf(tree, tree.lineage(parent).find(isFunction));
    case 'ArrowFunctionExpression':
      return parent.body === node ? resultsOf(tree, parent) : [];
    case 'CallExpression': {
      const parameter = parameterFor(tree, parent, node);
      return parameter ? readsOf(tree, parameter) : [];
    }
    case 'Property':
      return parent.value === node ? readsOfProperty(tree, parent) : [];
    default:
      return [];
  }
}

/** Where a function of this file is called, as a method only of `this`, or of a variable that is set to its object. */
export function knownCallsOf(tree: SyntaxTree, called: FunctionNode): readonly Node[] {
  const body = tree.lineage(called).find(({ type }) => type === 'ClassBody' || type === 'ObjectExpression');
  const owner = tree.parent(called)?.type === 'MethodDefinition' ? body && tree.parent(body) : body;
  return callsOf(tree, called).filter((call) => {
    const callee = call.type === 'CallExpression' ? call.callee : null;
    if (callee?.type !== 'MemberExpression') return callee !== null;
    const { object } = callee;
    if (object.type !== 'Identifier') return object.type === 'ThisExpression';
    const declaration = nameScopes(tree).resolve(object.name, object)?.declaration;
    const init = declaration?.type === 'VariableDeclarator' ? declaration.init : null;
    const made = init?.type === 'NewExpression' && init.callee.type === 'Identifier' ? init.callee : null;
    const origin = made ? nameScopes(tree).resolve(made.name, made)?.declaration : init;
    return origin !== undefined && origin !== null && origin === owner;
  });
}

/** The calls of a function of this file, once they are awaited where it is async. */
function resultsOf(tree: SyntaxTree, giver: FunctionNode | undefined): readonly Node[] {
  if (!giver || giver.generator) return [];
  return knownCallsOf(tree, giver).flatMap((call) => {
    const parent = tree.parent(call);
    return giver.async ? (parent?.type === 'AwaitExpression' ? [parent] : []) : [call];
  });
}

/** The uses of a variable or parameter; of one with a default, the name that has it. */
function readsOf(tree: SyntaxTree, name: Node): readonly Node[] {
  if (name.type === 'AssignmentPattern') return [name.left];
  const binding = name.type === 'Identifier' ? nameScopes(tree).resolve(name.name, name) : null;
  return binding?.identifier.type === 'Identifier' ? usesOf(tree, binding.identifier) : [];
}

/** Of `{ page: q }`, what reads the page of the variable that holds it, or of the parameter it is given for. */
function readsOfProperty(tree: SyntaxTree, property: Extract<Node, { type: 'Property' }>): readonly Node[] {
  const key = staticName(property.key, property.computed);
  const object = tree.parent(property);
  const holder = object && tree.parent(object);
  if (key === null || object?.type !== 'ObjectExpression' || !holder) return [];
  const taken = holder.type === 'CallExpression' ? parameterFor(tree, holder, object) : null;
  const name = holder.type === 'VariableDeclarator' ? holder.id : taken;
  if (name?.type === 'Identifier') return usesOf(tree, name).flatMap((use) => readsOfKey(tree, use, key));
  return name ? takenFrom(tree, name, key) : [];
}

function readsOfKey(tree: SyntaxTree, object: Node, key: string): readonly Node[] {
  const parent = tree.parent(object);
  if (parent?.type === 'VariableDeclarator' && parent.init === object) return takenFrom(tree, parent.id, key);
  return parent?.type === 'MemberExpression' && parent.object === object && memberName(parent) === key ? [parent] : [];
}

/** What `{ page }`, or `{ page = 1 } = {}`, takes out of an object. */
function takenFrom(tree: SyntaxTree, pattern: Node, key: string): readonly Node[] {
  if (pattern.type === 'AssignmentPattern') return takenFrom(tree, pattern.left, key);
  if (pattern.type !== 'ObjectPattern') return [];
  return pattern.properties.flatMap((each) =>
    each.type === 'Property' && staticName(each.key, each.computed) === key ? readsOf(tree, each.value) : [],
  );
}
