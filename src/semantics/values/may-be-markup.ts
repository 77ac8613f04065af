import type { Node } from 'oxc-parser';
import { isFunction } from '../../syntax/is-function.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { nameGiven } from '../../syntax/name-given.js';
import { type Binding, nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';

const MARKUP = /[<>]|&#?\w+;/;
const TAG = /<[/!]?[a-z]|&#?\w+;/i;

/** Words of a name that say its value is written in markup. `textContent` says the opposite. */
const MARKUP_NAME =
  /html|markup|markdown|template|svg|xml|jsx|rendered|sanitiz|snippet|rich_?text|wysiwyg|(?<!text)content$|^tpl|tpl$|fragment/i;

/** Files of markup, and what a bundler is told to give as text. */
const MARKUP_FILE = /\.(?:svg|html?|md|hbs|mustache|pug|ejs)(?:\?|$)|\?raw$/i;

/** How far a constant is followed to what it was set to. */
const DEPTH = 3;

/**
 * Whether a value may be markup rather than plain text. Plain: literals without a tag or entity,
 * names and members whose own name does not speak of markup, and what is put together of such.
 * A call may return anything.
 */
export function mayBeMarkup(tree: SyntaxTree, value: Node, depth = 0): boolean {
  const any = (...nodes: readonly Node[]) => nodes.some((node) => mayBeMarkup(tree, node, depth));
  switch (value.type) {
    case 'Literal':
      return typeof value.value === 'string' ? MARKUP.test(value.value) : 'regex' in value;
    case 'TemplateLiteral':
      return value.quasis.some((quasi) => MARKUP.test(quasi.value.raw)) || any(...value.expressions);
    case 'Identifier':
      return MARKUP_NAME.test(value.name) || setToMarkup(tree, value, depth);
    case 'MemberExpression':
      return value.computed || MARKUP_NAME.test(value.property.name) || isTemplates(value.object);
    case 'ParenthesizedExpression':
    case 'ChainExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
      return any(value.expression);
    case 'ConditionalExpression':
      return any(value.consequent, value.alternate);
    case 'UnaryExpression':
    case 'UpdateExpression':
      return false;
    case 'BinaryExpression':
      return value.operator === '+' && any(value.left, value.right);
    case 'LogicalExpression':
      return any(value.left, value.right);
    case 'AssignmentExpression':
      return value.operator !== '=' || any(value.right);
    case 'CallExpression':
      return !isPlainCall(tree, value, depth);
    default:
      return true;
  }
}

/** `app.templates.notFound`: what it holds is all markup. */
function isTemplates(node: Node): boolean {
  return /(?:templates|partials|views)$/i.test(calledName(node) ?? '');
}

/** Whether anything the file sets the name to may be markup. A parameter is known by its name only, an import by its file too. */
function setToMarkup(tree: SyntaxTree, name: Extract<Node, { type: 'Identifier' }>, depth: number): boolean {
  const scopes = nameScopes(tree);
  const binding = scopes.resolve(name.name, name);
  if (!binding || depth >= DEPTH) return false;
  if (isGivenAsMarkup(tree, binding)) return true;
  const { declaration } = binding;
  const from = tree.parent(declaration);
  if (from?.type === 'ImportDeclaration' && MARKUP_FILE.test(from.source.value)) return true;
  const init =
    declaration.type === 'VariableDeclarator' && declaration.id === binding.identifier ? declaration.init : null;
  const assigned = scopes.references.flatMap((each) => {
    const parent = each.binding === binding ? tree.parent(each.node) : null;
    return parent?.type === 'AssignmentExpression' && parent.left === each.node ? [parent.right] : [];
  });
  return [...(init ? [init] : []), ...assigned].some((each) => isSetToMarkup(tree, each, depth + 1));
}

/** `function setHtml(el, value)`, `class HtmlView`: what is given to a function of such a name, whatever it is called there. */
function isGivenAsMarkup(tree: SyntaxTree, { kind, identifier, name }: Binding): boolean {
  if (kind !== 'parameter' || isTypedPlain(identifier)) return false;
  const around = tree.lineage(identifier);
  const functions = around.filter(isFunction);
  const named = functions.findIndex((each) => ownName(each) !== null || ownName(tree.parent(each) ?? each) !== null);
  const takers = functions.slice(0, named + 1 || functions.length);
  const holder = around.find(({ type }) => /^Class(?:Declaration|Expression)$/.test(type));
  const nodes = takers.flatMap((taker) => [taker, tree.parent(taker)]);
  return [...nodes, OF_HEADINGS.test(name) ? null : holder].some((node) => node && OF_MARKUP.test(ownName(node) ?? ''));
}

const OF_MARKUP = /html|markup|markdown|svg|rich_?text|wysiwyg/i;

/** What even a class of markup writes as text by these names. */
const OF_HEADINGS =
  /(?:title|label|heading|caption|name|count|total|number|index|date|time|percent(?:age)?|status|version)$/i;

/** `count: number` */
function isTypedPlain(identifier: Node): boolean {
  const type = 'typeAnnotation' in identifier ? identifier.typeAnnotation : null;
  return type?.type === 'TSTypeAnnotation' && /^TS(?:Number|Boolean|BigInt)Keyword$/.test(type.typeAnnotation.type);
}

function ownName(node: Node): string | null {
  return 'id' in node && node.id?.type === 'Identifier' ? node.id.name : nameGiven(node);
}

/** Of what a call or a member gave, only its own text is known: the name it was given to was judged already. */
function isSetToMarkup(tree: SyntaxTree, value: Node, depth: number): boolean {
  switch (value.type) {
    case 'CallExpression':
    case 'NewExpression':
    case 'AwaitExpression':
    case 'MemberExpression': {
      const text = textOf(tree, value);
      return MARKUP_NAME.test(text) || TAG.test(text) || isBuilderOfMarkup(tree, value);
    }
    default:
      return mayBeMarkup(tree, value, depth);
  }
}

/** A call of a function of this file that has a tag in its text. */
function isBuilderOfMarkup(tree: SyntaxTree, value: Node): boolean {
  const call = value.type === 'AwaitExpression' ? value.argument : value;
  if (call.type !== 'CallExpression' || call.callee.type !== 'Identifier') return false;
  const declaration = nameScopes(tree).resolve(call.callee.name, call)?.declaration;
  return declaration !== undefined && TAG.test(textOf(tree, declaration));
}

/** Methods of numbers and dates alone, whose text is of figures. */
const FIGURES = /^to(?:Fixed|Precision|Exponential|ISOString|LocaleDateString|LocaleTimeString)$/;

/** What makes a number of whatever it is given. */
const NUMBERS = /^(?:Number|parseInt|parseFloat|BigInt)$/;

/** Methods whose text has no tag that was not there before. */
const KEEPING = /^(?:toString|toLocaleString|slice|substring|charAt|toUpperCase|toLowerCase|trim)$/;

/** Whether a call gives a number, or the text of one or of a date. */
export function isOfFigures(tree: SyntaxTree, { callee }: Extract<Node, { type: 'CallExpression' }>): boolean {
  if (callee.type === 'Identifier') return NUMBERS.test(callee.name) && isUnbound(tree, callee);
  if (FIGURES.test(memberName(callee) ?? '')) return true;
  const object = callee.type === 'MemberExpression' ? callee.object : null;
  return object?.type === 'Identifier' && object.name === 'Math' && isUnbound(tree, object);
}

function isPlainCall(tree: SyntaxTree, call: Extract<Node, { type: 'CallExpression' }>, depth: number): boolean {
  const { callee } = call;
  if (isOfFigures(tree, call)) return true;
  if (callee.type === 'Identifier') {
    const argument = call.arguments[0];
    return callee.name === 'String' && argument !== undefined && !mayBeMarkup(tree, argument, depth);
  }
  if (callee.type !== 'MemberExpression' || !KEEPING.test(memberName(callee) ?? '')) return false;
  return !mayBeMarkup(tree, callee.object, depth);
}
