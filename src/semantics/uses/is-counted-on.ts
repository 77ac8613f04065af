import type { Node } from 'oxc-parser';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { followValue } from '../values/follow-value.js';
import { isCalculated } from './is-calculated.js';

/** Whether a value is taken for a number anywhere in its file that it comes to, whatever it is called there. */
export function isCountedOn(tree: SyntaxTree, node: Node): boolean {
  const { values, holders } = followValue(tree, node);
  return values.some((value) => isCalculated(tree, value)) || holders.some(isNumberTyped);
}

export function isNumberTyped(node: Node): boolean {
  const annotation = 'typeAnnotation' in node ? node.typeAnnotation : 'returnType' in node ? node.returnType : null;
  return annotation?.type === 'TSTypeAnnotation' && annotation.typeAnnotation.type === 'TSNumberKeyword';
}
