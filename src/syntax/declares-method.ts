import type { Node } from 'oxc-parser';
import { escapeRegex } from '../model/escape-regex.js';
import { memberName } from './member-name.js';
import { staticName } from './static-name.js';
import type { SyntaxTree } from './syntax-tree.js';

/** Whether a file declares or sets a method of a name, of whatever object or type. */
export function declaresMethod(tree: SyntaxTree, name: string): boolean {
  // Most files only call it, which their text tells at less cost.
  const spelt = escapeRegex(name);
  if (!new RegExp(`(?<![.\\w$])${spelt}(?![\\w$])|\\.\\s*${spelt}\\s*=(?!=)`).test(tree.text)) return false;
  for (const node of tree.descendants(tree.program)) if (isMethod(node, name)) return true;
  return false;
}

function isMethod(node: Node, name: string): boolean {
  switch (node.type) {
    case 'MethodDefinition':
    case 'TSAbstractMethodDefinition':
    case 'TSMethodSignature':
      return isCalled(node.key, name);
    case 'Property':
    case 'PropertyDefinition':
      return isCalled(node.key, name) && /Function/.test(node.value?.type ?? '');
    case 'AssignmentExpression':
      return node.left.type === 'MemberExpression' && memberName(node.left) === name;
    default:
      return false;
  }
}

/** `push`, `'push'`, `#push`, and `[push]`, which may be called anything. */
function isCalled(key: Node, name: string): boolean {
  return staticName(key, false) === name;
}
