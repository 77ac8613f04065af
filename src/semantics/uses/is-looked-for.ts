import type { Node } from 'oxc-parser';
import { isFunction } from '../../syntax/is-function.js';
import { calledName } from '../../syntax/member-name.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { usesOf } from '../../syntax/uses-of.js';
import { valuesFrom } from '../values/values-from.js';

/** Whether a text is there to be compared with others: itself, under the name it goes by, or as one of a list. */
export function isLookedFor(tree: SyntaxTree, node: Node): boolean {
  if (isKey(tree, node)) return true;
  const holders = holdersOf(tree, node);
  if (holders.some(isNamedForComparing)) return true;
  const list = holders.filter(isList).at(-1);
  return list ? isListAsked(tree, list) : isComparedSomewhere(tree, node);
}

/** `{ 'http://shop.com': 'Shop' }`, `new Map([['http://shop.com', 'Shop']])` */
function isKey(tree: SyntaxTree, node: Node): boolean {
  const [parent, list, map] = tree.lineage(node).slice(1);
  if (parent?.type === 'Property') return parent.key === node && list?.type === 'ObjectExpression';
  const isFirst = parent?.type === 'ArrayExpression' && parent.elements[0] === node;
  return (
    isFirst && list?.type === 'ArrayExpression' && map?.type === 'NewExpression' && calledName(map.callee) === 'Map'
  );
}

/** What a text is one of, innermost first, up to the variable that holds it. */
function holdersOf(tree: SyntaxTree, node: Node): readonly Node[] {
  const around = tree.lineage(node).slice(1);
  const end = around.findIndex((each) => !HOLDS.test(each.type) && !isList(each));
  return around.slice(0, end === -1 ? around.length : end);
}

const HOLDS =
  /^(?:VariableDeclarator|Property|PropertyDefinition|ObjectExpression|TSAsExpression|TSSatisfiesExpression)$/;

function isList(node: Node): boolean {
  if (node.type === 'ArrayExpression') return true;
  if (node.type === 'NewExpression') return calledName(node.callee) === 'Set';
  return node.type === 'CallExpression' && calledName(node.callee) === 'freeze';
}

/** `allowedOrigins`, `redirectAllowlist`, and the `origin` that a server lets in. */
function isNamedForComparing(node: Node): boolean {
  if (node.type === 'VariableDeclarator') return node.id.type === 'Identifier' && COMPARING.test(node.id.name);
  if (node.type !== 'Property' && node.type !== 'PropertyDefinition') return false;
  const key = staticName(node.key, node.computed) ?? '';
  return key === 'origin' || COMPARING.test(key);
}

const COMPARING =
  /(?:[aA]llow|[wW]hite|[bB]lack|[bB]lock|[dD]eny)(?:ed)?[-_]?[lL]ist|^(?:allowed|trusted|permitted|blocked|denied|forbidden|known)[-_A-Z]|[oO]rigins$/;

function isListAsked(tree: SyntaxTree, list: Node): boolean {
  return valuesFrom(tree, list).some((value) => {
    const parent = tree.parent(value);
    if (parent?.type === 'ForOfStatement' && parent.right === value) {
      const [declarator] = parent.left.type === 'VariableDeclaration' ? parent.left.declarations : [];
      return declarator !== undefined && isNameCompared(tree, declarator.id);
    }
    const call = parent?.type === 'MemberExpression' && parent.object === value ? tree.parent(parent) : null;
    if (call?.type !== 'CallExpression' || call.callee !== parent) return false;
    if (LIST_ASKS.test(calledName(call.callee) ?? '')) return true;
    const [visit] = call.arguments;
    const [element] = visit && isFunction(visit) ? visit.params : [];
    return element !== undefined && isNameCompared(tree, element);
  });
}

const LIST_ASKS = /^(?:includes|indexOf|lastIndexOf|has)$/;

function isNameCompared(tree: SyntaxTree, name: Node): boolean {
  return name.type === 'Identifier' && usesOf(tree, name).some((use) => isComparedSomewhere(tree, use));
}

function isComparedSomewhere(tree: SyntaxTree, node: Node): boolean {
  return valuesFrom(tree, node).some((value) => isCompared(tree, value));
}

const ASKS =
  /^(?:startsWith|endsWith|includes|indexOf|lastIndexOf|match|matchAll|replace|replaceAll|search|split|localeCompare|has|test|toBe|toEqual|toStrictEqual|toContain|toHaveProperty|equal|strictEqual|deepEqual)$/;

/** What `replace` writes is looked for by nobody. */
function isAsked(call: Extract<Node, { type: 'CallExpression' }>, node: Node): boolean {
  const name = calledName(call.callee) ?? '';
  return call.callee !== node && ASKS.test(name) && !(/^replace/.test(name) && call.arguments[1] === node);
}

/** Operand of a comparison, label of a case, or what another text is looked through for. */
function isCompared(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  switch (parent?.type) {
    case 'BinaryExpression':
      return /^[!=]==?$/.test(parent.operator);
    case 'SwitchCase':
      return parent.test === node;
    case 'CallExpression':
      return isAsked(parent, node);
    default:
      return false;
  }
}
