import type { Node } from 'oxc-parser';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { refuse } from '../refusal.js';
import { valueKinds } from '../values/value-kinds.js';
import { type Trap, textOf } from './trap.js';

/** `Array.from(x)` → `[...x]` throws where `x` has a length and elements, and is no list all the same. */
export const arrayLike: Trap = ({ task: { tree }, places }) => {
  for (const { old, next } of places) {
    const [was, made] = [old[0], next[0]];
    if (was?.type !== 'CallExpression' || made?.type !== 'ArrayExpression') continue;
    const [first] = was.arguments;
    if (!first || textOf(tree, was.callee) !== 'Array.from') continue;
    const isSpread = made.elements.some((each) => each?.type === 'SpreadElement');
    if (isSpread && mayBeNoList(tree, first)) {
      return refuse('same-arguments', 'What has a length alone cannot be spread.');
    }
  }
  return null;
};

function mayBeNoList(tree: SyntaxTree, node: Node): boolean {
  const kinds = valueKinds(tree, node);
  return NO_LISTS.some((kind) => kinds.has(kind)) || ARRAY_LIKE.test(annotationOf(tree, node));
}

const NO_LISTS = ['record', 'number', 'boolean', 'function', 'nullish'] as const;

const ARRAY_LIKE = /\bArrayLike\b|^\{\s*(?:readonly\s+)?length\b/;

function annotationOf(tree: SyntaxTree, node: Node): string {
  const binding = node.type === 'Identifier' ? nameScopes(tree).resolve(node.name, node) : null;
  const annotation = binding && 'typeAnnotation' in binding.identifier ? binding.identifier.typeAnnotation : null;
  const type = annotation?.type === 'TSTypeAnnotation' ? annotation.typeAnnotation : null;
  return type ? textOf(tree, type) : '';
}
