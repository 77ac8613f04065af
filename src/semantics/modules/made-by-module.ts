import type { Node } from 'oxc-parser';
import { requiredModule } from './required-module.js';

/** The module of `require('debug')('app')` and `require('./log').child({ name: 'db' })`: a call upon what is required, given nothing but literals. */
export function madeByModule(node: Node | null): string | null {
  if (node?.type !== 'CallExpression' || !node.arguments.every(isLiteral)) return null;
  return requiredModule(node.callee);
}

function isLiteral(node: Node): boolean {
  if (node.type !== 'ObjectExpression') return node.type === 'Literal';
  return node.properties.every((each) => each.type === 'Property' && each.value.type === 'Literal');
}
