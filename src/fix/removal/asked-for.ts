import type { Node } from 'oxc-parser';
import { declaresMethod } from '../../syntax/declares-method.js';
import { isFunction } from '../../syntax/is-function.js';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOf } from '../../syntax/uses-of.js';
import { isKnownGlobal } from '../names/is-known-global.js';

/** Whether anything in the file asks an object for one of its properties: the variable that is set to it, or the code it is handed to. */
export function isAskedFor(tree: SyntaxTree, object: Node, key: string): boolean {
  return isAskedOfVariable(tree, object, key) || (isKeptHere(tree, object) && isReadHere(tree, key));
}

function isAskedOfVariable(tree: SyntaxTree, object: Node, key: string): boolean {
  return usesOfHolder(tree, object).some((use) => {
    const parent = tree.parent(use);
    if (parent?.type === 'MemberExpression' && parent.object === use) {
      const asked = staticName(parent.property, parent.computed);
      return asked === key || asked === null;
    }
    const taken = parent?.type === 'VariableDeclarator' && parent.init === use ? parent.id : null;
    return (
      taken?.type === 'ObjectPattern' &&
      taken.properties.some((each) => each.type === 'Property' && staticName(each.key, each.computed) === key)
    );
  });
}

/** Whether code of the file itself is what an object is handed to: what an import or a global does with it is not written here. */
function isKeptHere(tree: SyntaxTree, object: Node): boolean {
  const holder = tree.lineage(object).find((node) => !HANDS_ON.test(node.type));
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

const HANDS_ON =
  /^(?:(?:Array|Object|Parenthesized|TSAs|TSSatisfies|TSNonNull|Conditional|Logical)Expression|Property|SpreadElement)$/;

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
