import type { Node } from 'oxc-parser';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { constantValue } from './constant-value.js';

/** `text.split(',')`, `list.filter(isOpen)`: a list or a text either way. */
export function isMadeInOrder(tree: SyntaxTree, value: Node): boolean {
  const made = constantValue(tree, value);
  return made.type === 'CallExpression' && GIVES_ORDER.test(memberName(made.callee) ?? '');
}

const GIVES_ORDER = /^(?:split|join|trim|map|filter|flatMap|slice|concat|to(?:Lower|Upper)Case|to(?:Sorted|Reversed))$/;
