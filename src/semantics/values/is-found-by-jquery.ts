import type { Node } from 'oxc-parser';
import { chainRoot } from '../../syntax/chain-root.js';
import { isCallee } from '../../syntax/is-callee.js';
import { isFunction } from '../../syntax/is-function.js';
import { isStringLike } from '../../syntax/is-string-like.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { type Binding, nameScopes } from '../../syntax/name-scopes.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { moduleOf } from '../modules/brings-in-global.js';
import { isOwnPath } from '../modules/is-own-path.js';

/**
 * Whether a value is a result of jQuery: by its name, by a call of jQuery or of a method that only it has, or because a
 * variable or member of that name is given one somewhere in the file, and nothing else.
 */
export function isFoundByJQuery(tree: SyntaxTree, node: Node): boolean {
  return isFound(tree, node, 0);
}

const MAX_DEPTH = 3;

/** @param depth of how many names it is the value */
function isFound(tree: SyntaxTree, node: Node, depth: number): boolean {
  switch (node.type) {
    case 'Identifier':
    case 'MemberExpression':
      return depth < MAX_DEPTH && isNamedOne(tree, node, depth);
    case 'CallExpression':
      return isCalled(tree, node, depth);
    case 'ConditionalExpression':
      return isFound(tree, node.consequent, depth) && !isElse(tree, node.alternate);
    case 'LogicalExpression':
      return isFound(tree, node.right, depth);
    case 'AssignmentExpression':
      return isFound(tree, node.right, depth);
    case 'ParenthesizedExpression':
      return isFound(tree, node.expression, depth);
    case 'ThisExpression':
      return isOfPlugin(tree, node);
    default:
      return false;
  }
}

/** `$.fn.shake = function () { this.… }` is called of a result. */
function isOfPlugin(tree: SyntaxTree, node: Node): boolean {
  const owner = tree.lineage(node).find((each) => isFunction(each) && each.type !== 'ArrowFunctionExpression');
  const set = owner && tree.parent(owner);
  return set?.type === 'AssignmentExpression' && /^(?:window\.)?(?:\$|jQuery)\.fn\.\w+$/.test(textOf(tree, set.left));
}

/** A name or member by what is given to it in the file, else by how it is spelt or used. */
function isNamedOne(tree: SyntaxTree, node: Named, depth: number): boolean {
  const name = node.type === 'Identifier' ? node.name : memberName(node);
  if (name === null) return false;
  const places = placesOf(tree, node, name);
  const given = places.flatMap((place) => givenTo(tree, place) ?? []);
  if (given.some((value) => isElse(tree, value))) return false;
  if (given.some((value) => isFound(tree, value, depth + 1))) return true;
  return isSpeltSo(tree, node, name) || places.some((place) => isAskedAsOne(tree, place));
}

type Named = Extract<Node, { type: 'Identifier' | 'MemberExpression' }>;

/** All names of the same variable; of a member all of its name, whatever they are members of. */
function placesOf(tree: SyntaxTree, node: Named, name: string): readonly Node[] {
  if (node.type === 'Identifier') {
    const binding = nameScopes(tree).resolve(name, node);
    const uses = nameScopes(tree).named(name).references;
    const same = uses.flatMap((each) => (each.binding === binding ? [each.node] : []));
    return binding ? [binding.identifier, ...same] : same;
  }
  return tree.descendants(tree.program).filter((each) => {
    if (each.type === 'MemberExpression') return memberName(each) === name;
    const isHeld = each.type === 'Property' || each.type === 'PropertyDefinition';
    return isHeld && staticName(each.key, each.computed) === name;
  });
}

function givenTo(tree: SyntaxTree, place: Node): Node | null {
  if (place.type === 'Property' || place.type === 'PropertyDefinition') {
    return tree.parent(place)?.type === 'ObjectPattern' ? null : place.value;
  }
  const parent = tree.parent(place);
  if (parent?.type === 'VariableDeclarator') return parent.id === place ? parent.init : null;
  return parent?.type === 'AssignmentExpression' && parent.left === place ? parent.right : null;
}

/** `$row`, `this.$el`. Vue and Angular spell what they hand out so as well. */
function isSpeltSo(tree: SyntaxTree, node: Named, name: string): boolean {
  if (!name.startsWith('$') || OF_FRAMEWORK.test(name)) return false;
  const isHandedOut = node.type === 'MemberExpression' || (isParameter(tree, node) && name !== '$');
  return !(isHandedOut && FRAMEWORK.test(tree.text));
}

const OF_FRAMEWORK = /^\$(?:refs|parent|root|children)$/;
const FRAMEWORK =
  /\$(?:emit|refs|nextTick|store|router|route|bvModal|scope|rootScope|http|timeout)\b|\bangular\b|\bdefineComponent\b|\bVue\.|from\s*['"](?:vue|alpinejs)['"]/;

function isParameter(tree: SyntaxTree, node: Extract<Node, { type: 'Identifier' }>): boolean {
  return nameScopes(tree).resolve(node.name, node)?.kind === 'parameter';
}

/** `$('#a')`, `$(this).parent()`, `row.addClass('on')`, `list.find('li')`. */
function isCalled(tree: SyntaxTree, call: Call, depth: number): boolean {
  const { callee } = call;
  if (callee.type === 'Identifier') return isJQuery(tree, callee);
  if (callee.type !== 'MemberExpression') return false;
  const name = memberName(callee) ?? '';
  if (/^(?:\$|jQuery)$/.test(name)) return true;
  if (leavesJQuery(name, call) || calledName(chainRoot(callee)) === 'cy') return false;
  return OWN.test(name) || isSearch(name, call) || isFound(tree, callee.object, depth);
}

type Call = Extract<Node, { type: 'CallExpression' }>;

/** `$` may be a function of the file that finds elements of the page itself. */
function isJQuery(tree: SyntaxTree, callee: Extract<Node, { type: 'Identifier' }>): boolean {
  if (!/^(?:\$|jQuery)$/.test(callee.name)) return false;
  const binding = nameScopes(tree).resolve(callee.name, callee);
  return binding === null || !isOwnFinder(tree, binding);
}

function isOwnFinder(tree: SyntaxTree, binding: Binding): boolean {
  const { declaration, kind } = binding;
  if (kind === 'parameter') return false;
  const module = moduleOf(tree, binding);
  if (module !== null) return isOwnPath(module) && !/jquery/i.test(module);
  if (isFunction(declaration)) return true;
  const init = declaration.type === 'VariableDeclarator' ? declaration.init : null;
  return init !== null && (isFunction(init) || isElse(tree, init));
}

/** What elements of a page have in another shape, or not at all: `children()`, `find('li')`. */
function isSearch(name: string, { arguments: given }: Call): boolean {
  const [first] = given;
  if (name === 'find') return first !== undefined && isText(first);
  if (name === 'eq') return first?.type === 'Literal' && typeof first.value === 'number';
  return /^(?:children|parent|siblings)$/.test(name) && (first === undefined || isText(first));
}

function isText(node: Node): boolean {
  if (node.type === 'BinaryExpression') return node.operator === '+' && (isText(node.left) || isText(node.right));
  return isStringLike(node);
}

/** What gives an element, a text, a number or what a plugin has made, and no result of jQuery. */
function leavesJQuery(name: string, { arguments: given }: Call): boolean {
  if (/^(?:attr|prop|data|css)$/.test(name)) return given.length < 2 && given[0]?.type !== 'ObjectExpression';
  if (/^(?:val|html|text|(?:outer|inner)?(?:Width|Height)|width|height)$/.test(name)) return given.length === 0;
  if (/^(?:get|is|has[A-Z]\w*|index|toArray|offset|position|[A-Z]\w*)$/.test(name)) return true;
  const [first] = given;
  return DOM.test(name) || (first?.type === 'Literal' && /^(?:instance|api|getInstance)$/.test(String(first.value)));
}

const DOM = /^(?:querySelector(?:All)?|getElement\w+|createElement\w*|item|bind)$/;

/** What surely is none: an element of the page, a function, what `new` makes. */
function isElse(tree: SyntaxTree, node: Node): boolean {
  switch (node.type) {
    case 'CallExpression':
      return node.callee.type === 'MemberExpression' && leavesJQuery(memberName(node.callee) ?? '', node);
    case 'MemberExpression':
      return node.computed && node.property.type === 'Literal' && typeof node.property.value === 'number';
    case 'LogicalExpression':
      return isElse(tree, node.right) || isElse(tree, node.left);
    case 'NewExpression':
    case 'JSXElement':
      return true;
    default:
      return isFunction(node);
  }
}

/** It is asked for what nothing else has: `row.addClass('on')`. */
function isAskedAsOne(tree: SyntaxTree, place: Node): boolean {
  const member = tree.parent(place);
  if (member?.type !== 'MemberExpression' || member.object !== place) return false;
  if (OWN.test(memberName(member) ?? '')) return true;
  const call = isCallee(tree, member) ? tree.parent(member) : null;
  return call?.type === 'CallExpression' && isSearch(memberName(member) ?? '', call);
}

const OWN =
  /^(?:(?:add|remove|toggle|has)Class|(?:append|prepend)To|insertAfter|fade(?:In|Out|To|Toggle)|slide(?:Up|Down|Toggle)|outer(?:Width|Height)|removeAttr|removeData|delegate|undelegate|triggerHandler|val|nextAll|prevAll|parents|parentsUntil)$/;
