import type { CallExpression, Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { isTested } from '../../semantics/uses/is-tested.js';
import { readComparison } from '../../semantics/uses/read-comparison.js';
import { comesTo } from '../../semantics/values/comes-to.js';
import { typeBySyntax } from '../../semantics/values/primitive-type.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `q ?? 1` → `Number(q) ?? 1`, `typeof q` → `typeof Number(q)`, `q ? a : b` → `String(q) ? a : b`: what is converted is
 * never missing, and of another type, so that whoever asks for that gets another answer. `Number(x)` → `+x` throws where
 * `x` is a bigint.
 */
export const convertedValue: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    if (convertsNumber(made) && was.type !== 'CallExpression') {
      return refuse('same-result', 'It is a number already, and the sign is all that would be lost.');
    }
    if (convertsNumberLess(was, made) && /\bbigint\b/i.test(tree.text)) {
      return refuse('same-operand-types', 'A sign before a bigint throws, which Number() takes.');
    }
    const type = conversionOf(tree, was, after, made);
    if (type && asksOtherwise(tree, was, type, new Set())) {
      return refuse(
        'same-result',
        'It is asked here whether there is a value, or of what type, and a converted one is always there.',
      );
    }
  }
  return null;
};

/** `Number(x)` → `+x` */
function convertsNumberLess(was: Node, made: Node): boolean {
  if (made.type !== 'UnaryExpression' || made.operator !== '+') return false;
  return was.type === 'CallExpression' && was.callee.type === 'Identifier' && was.callee.name === 'Number';
}

/** `+1` → `Number(1)` */
function convertsNumber(made: Node): boolean {
  if (made.type !== 'CallExpression' || made.callee.type !== 'Identifier' || made.callee.name !== 'Number')
    return false;
  const [given] = made.arguments;
  return given?.type === 'Literal' && typeof given.value === 'number';
}

type Converted = 'number' | 'string' | 'boolean' | 'bigint';

const CONVERTERS: readonly (readonly [RegExp, Converted])[] = [
  [/^(?:Number|(?:Number\.)?parse(?:Int|Float))$/, 'number'],
  [/^(?:String|JSON\.stringify|(?:en|de)codeURI(?:Component)?)$/, 'string'],
  [/^Boolean$/, 'boolean'],
  [/^BigInt$/, 'bigint'],
];

/** The type that a function of the language gives, where what was there before is what it is given now. */
function conversionOf(tree: SyntaxTree, was: Node, after: SyntaxTree, made: Node): Converted | null {
  if (made.type !== 'CallExpression') return null;
  const [given] = made.arguments;
  if (!given || textOf(after, given) !== textOf(tree, was)) return null;
  const root = made.callee.type === 'MemberExpression' ? made.callee.object : made.callee;
  if (root.type !== 'Identifier' || !isUnbound(after, root)) return null;
  const name = textOf(after, made.callee);
  return CONVERTERS.find(([names]) => names.test(name))?.[1] ?? null;
}

/** Whether a value is asked for its truth, its type or whether it is there, wherever in the file it comes to. */
function asksOtherwise(tree: SyntaxTree, node: Node, type: Converted, seen: Set<Node>): boolean {
  const parent = tree.parent(node);
  if (parent === null || seen.has(node)) return false;
  seen.add(node);
  return asksHere(tree, parent, node, type) || comesTo(tree, node).some((at) => asksOtherwise(tree, at, type, seen));
}

function asksHere(tree: SyntaxTree, parent: Node, node: Node, type: Converted): boolean {
  // A boolean is as true as what it was made of.
  if (type !== 'boolean' && isTested(tree, node)) return true;
  switch (parent.type) {
    case 'LogicalExpression':
      return parent.left === node && (parent.operator === '??' || (type !== 'boolean' && !isZeroFor(parent, type)));
    case 'UnaryExpression':
      return parent.operator === 'typeof';
    case 'SwitchStatement':
      return parent.discriminant === node;
    case 'BinaryExpression':
      return comparesOtherwise(parent, node, type);
    case 'MemberExpression':
      return parent.object === node && !hasMember(type, parent);
    case 'CallExpression':
      return textOf(tree, parent.callee) === 'Array.isArray' || isSoughtAmongOthers(parent, node, type);
    case 'AssignmentExpression':
      return (
        parent.left === node && (parent.operator === '??=' || (type !== 'boolean' && LOGICAL.test(parent.operator)))
      );
    case 'AssignmentPattern':
      return parent.left === node;
    default:
      return false;
  }
}

/** `Number(q) || 0`, which is what the text is that is no number. */
function isZeroFor({ operator, right }: Extract<Node, { type: 'LogicalExpression' }>, type: Converted): boolean {
  return type === 'number' && operator === '||' && right.type === 'Literal' && right.value === 0;
}

/** With a value of the type it has now it may well be compared. */
function comparesOtherwise(
  comparison: Extract<Node, { type: 'BinaryExpression' }>,
  node: Node,
  type: Converted,
): boolean {
  if (/^(?:in|instanceof)$/.test(comparison.operator)) return comparison.left === node;
  if (!/^[!=]==?$/.test(comparison.operator)) return false;
  return isOfOther(readComparison(comparison, node).bound, type);
}

function isOfOther(value: Node, type: Converted): boolean {
  const other = typeBySyntax(value);
  return other !== 'unknown' && other !== type;
}

const LOGICAL = /^(?:\|\||&&)=$/;

/** What a number has no method for, a text may have had one: `q.trim()`. */
function hasMember(type: Converted, member: Node): boolean {
  const name = memberName(member);
  return name === null || name in PROTOTYPES[type];
}

const PROTOTYPES: Readonly<Record<Converted, object>> = {
  number: Number.prototype,
  string: String.prototype,
  boolean: Boolean.prototype,
  bigint: BigInt.prototype,
};

/** `['all', 'new'].includes(q)` */
function isSoughtAmongOthers({ callee, arguments: given }: CallExpression, node: Node, type: Converted): boolean {
  if (callee.type !== 'MemberExpression' || given[0]?.start !== node.start) return false;
  if (callee.object.type !== 'ArrayExpression' || !/^(?:includes|(?:lastI|i)ndexOf)$/.test(memberName(callee) ?? ''))
    return false;
  return callee.object.elements.some((each) => each !== null && isOfOther(each, type));
}
