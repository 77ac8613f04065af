import type { Node } from 'oxc-parser';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOf } from '../../syntax/uses-of.js';

/** Whether anything in the file asks an object for one of its properties: the variable that is set to it, or the function it is given. */
export function isAskedFor(tree: SyntaxTree, object: Node, key: string): boolean {
  return isAskedOfVariable(tree, object, key) || (isGivenHere(tree, object) && isReadHere(tree, key));
}

function isAskedOfVariable(tree: SyntaxTree, object: Node, key: string): boolean {
  return usesOfHolder(tree, object).some((use) => {
    const parent = tree.parent(use);
    if (parent?.type === 'MemberExpression' && parent.object === use)
      return staticName(parent.property, parent.computed) === key;
    const taken = parent?.type === 'VariableDeclarator' && parent.init === use ? parent.id : null;
    return (
      taken?.type === 'ObjectPattern' &&
      taken.properties.some((each) => each.type === 'Property' && staticName(each.key, each.computed) === key)
    );
  });
}

/** Whether an object is given to a function or class of the file itself. */
function isGivenHere(tree: SyntaxTree, object: Node): boolean {
  const call = holderOf(tree, object);
  if (call?.type !== 'CallExpression' && call?.type !== 'NewExpression') return false;
  const { callee } = call;
  const binding = callee.type === 'Identifier' ? nameScopes(tree).resolve(callee.name, callee) : null;
  return binding?.kind === 'function' || binding?.kind === 'class' || binding?.kind === 'const';
}

/** Whether a property is read somewhere in the file, of whatever. */
function isReadHere(tree: SyntaxTree, key: string): boolean {
  return tree.descendants(tree.program).some((node) => {
    if (memberName(node) === key) return true;
    return (
      node.type === 'Property' &&
      tree.parent(node)?.type === 'ObjectPattern' &&
      staticName(node.key, node.computed) === key
    );
  });
}

/** Whether anything in the file asks a variable or property that is set to an array for elements by their positions. */
export function isAskedByPosition(tree: SyntaxTree, array: Node): boolean {
  return [...usesOfHolder(tree, array), ...readsOfProperty(tree, array)].some((use) => {
    const parent = tree.parent(use);
    if (parent?.type === 'MemberExpression' && parent.object === use)
      return parent.computed || staticName(parent.property, false) === 'at';
    return parent?.type === 'VariableDeclarator' && parent.init === use && parent.id.type === 'ArrayPattern';
  });
}

/** Where a member is read by the name of the property or field that holds what is written here, whatever it is read of. */
function readsOfProperty(tree: SyntaxTree, written: Node): readonly Node[] {
  const holder = holderOf(tree, written);
  if (holder?.type !== 'Property' && holder?.type !== 'PropertyDefinition') return [];
  const name = staticName(holder.key, holder.computed);
  return name === null ? [] : tree.descendants(tree.program).filter((node) => memberName(node) === name);
}

/** Where the variable is used that holds nothing but what is written here. */
function usesOfHolder(tree: SyntaxTree, written: Node): readonly Node[] {
  const holder = holderOf(tree, written);
  return holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier' ? usesOf(tree, holder.id) : [];
}

/** What an object or array is set to, whatever of the kind it is a part of. */
function holderOf(tree: SyntaxTree, written: Node): Node | undefined {
  return tree.lineage(written).find(({ type }) => !PASSES_ON.test(type));
}

const PASSES_ON = /^(?:Array|Object|Parenthesized|TSAs|TSSatisfies|TSNonNull)Expression$/;
