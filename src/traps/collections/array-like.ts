import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { declarationOf } from '../../semantics/values/declaration-of.js';
import { declaredType } from '../../semantics/values/declared-type.js';
import { oneKind, valueKinds } from '../../semantics/values/value-kinds.js';
import { isCall } from '../../syntax/is-call.js';
import { isTypeScript } from '../../syntax/language-of.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `Array.from(x)` → `[...x]` throws where `x` has a length and elements, and is no list all the same. `[...x].sort()` →
 * `x.toSorted()` throws where it can be spread, as a set can, and is no array.
 */
export const arrayLike: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    if (/Expression$/.test(made.type) && isAskedItself(tree, was, after, made)) {
      return refuse('same-arguments', 'What can be spread need not be an array.');
    }
    if (was.type !== 'CallExpression') continue;
    const [first, list] = was.arguments;
    if (list && /\.apply$/.test(textOf(tree, was.callee)) && spreads(made) && mayBeNoList(tree, list)) {
      return refuse('same-arguments', 'What has a length alone cannot be spread.');
    }
    if (first && /\bslice\.call$/.test(textOf(tree, was.callee)) && isReadOtherwise(tree, first)) {
      return refuse('same-arguments', 'What runs through it finds other elements than those at its indices.');
    }
    if (made.type !== 'ArrayExpression') continue;
    if (spreads(made) && isSliced(tree, was)) {
      return refuse(
        'same-operand-types',
        'Texts and bytes can be cut as well, and whether this is a list cannot be told.',
      );
    }
    if (!first || !COPIES.test(textOf(tree, was.callee))) continue;
    if (spreads(made) && mayBeNoList(tree, first)) {
      return refuse('same-arguments', 'What has a length alone cannot be spread.');
    }
  }
  return null;
};

function spreads(node: Node): boolean {
  const parts = isCall(node) ? node.arguments : node.type === 'ArrayExpression' ? node.elements : [];
  return parts.some((each) => each?.type === 'SpreadElement');
}

/** `x.slice()` of what need not be a list. */
function isSliced(tree: SyntaxTree, { callee, arguments: given }: Extract<Node, { type: 'CallExpression' }>): boolean {
  if (callee.type !== 'MemberExpression' || memberName(callee) !== 'slice') return false;
  return given.every((each) => textOf(tree, each) === '0') && oneKind(tree, callee.object) !== 'array';
}

/** A text has its characters one by one, a map or set nothing at an index. */
function isReadOtherwise(tree: SyntaxTree, node: Node): boolean {
  const kinds = valueKinds(tree, node);
  return kinds.has('string') || kinds.has('map') || kinds.has('set');
}

/** Whether a member is read of a value itself that was copied into a list before. The types of a project tell of theirs. */
function isAskedItself(tree: SyntaxTree, was: Node, after: SyntaxTree, made: Node): boolean {
  const copied = tree.descendants(was).flatMap((node) => {
    const [only, ...others] = node.type === 'ArrayExpression' ? node.elements : [];
    const isRead = tree.parent(node)?.type === 'MemberExpression';
    return isRead && only?.type === 'SpreadElement' && others.length === 0 ? [only.argument] : [];
  });
  if (copied.length === 0) return false;
  const asked = new Set(
    after.descendants(made).map((node) => {
      // No array has a size; whether this has one is asked by another trap.
      return node.type === 'MemberExpression' && memberName(node) !== 'size' ? textOf(after, node.object) : '';
    }),
  );
  return copied.some((node) => {
    const isTyped = valueKinds(tree, node).has('unknown') && isTypeScript(tree.path);
    return asked.has(textOf(tree, node)) && oneKind(tree, node) !== 'array' && !isTyped;
  });
}

const COPIES = /^Array\.from$|\bslice\.call$/;

function mayBeNoList(tree: SyntaxTree, node: Node): boolean {
  if (node.type === 'ThisExpression') return true;
  const kinds = valueKinds(tree, node);
  if (NO_LISTS.some((kind) => kinds.has(kind))) return true;
  const type = declaredType(tree, node);
  return type !== null && mayBeArrayLike(tree, type);
}

const NO_LISTS = ['record', 'number', 'boolean', 'function', 'nullish'] as const;

/** Of a type of this file its members tell, unless it inherits some; of any other only its name. */
function mayBeArrayLike(tree: SyntaxTree, type: Node, depth = 0): boolean {
  switch (type.type) {
    case 'TSUnionType':
      return type.types.some((each) => mayBeArrayLike(tree, each, depth));
    case 'TSParenthesizedType':
      return mayBeArrayLike(tree, type.typeAnnotation, depth);
    case 'TSTypeLiteral':
      return !type.members.some((each) => isIterator(tree, each));
    case 'TSTypeReference':
      return isCalledArrayLike(tree, type.typeName) || isNoListByDeclaration(tree, type, depth);
    default:
      return false;
  }
}

function isCalledArrayLike(tree: SyntaxTree, name: Node): boolean {
  return textOf(tree, name) === 'ArrayLike';
}

const DEPTH = 8;

function isNoListByDeclaration(tree: SyntaxTree, type: Node, depth: number): boolean {
  const declaration = depth > DEPTH ? null : declarationOf(tree, type);
  switch (declaration?.type) {
    case 'TSTypeAliasDeclaration':
      return mayBeArrayLike(tree, declaration.typeAnnotation, depth + 1);
    case 'TSInterfaceDeclaration':
      if (declaration.extends.length > 0)
        return declaration.extends.every(({ expression }) => isCalledArrayLike(tree, expression));
      return !declaration.body.body.some((each) => isIterator(tree, each));
    case 'ClassDeclaration':
      return declaration.superClass === null && !declaration.body.body.some((each) => isIterator(tree, each));
    default:
      return false;
  }
}

function isIterator(tree: SyntaxTree, member: Node): boolean {
  return 'key' in member && textOf(tree, member.key) === 'Symbol.iterator';
}
