import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import type { Trap } from '../trap.js';

/** `'UTF-8'` → `'utf8'`: Node takes either; in a header or a document it is read by others, who know one name alone. */
export const encodingName: Trap = ({ before: tree, places }) => {
  const isRenamed = places.some(
    ({ was, made }) => isUtf8(was) && isUtf8(made) && was.value !== made.value && !isForNode(tree, was),
  );
  return isRenamed
    ? refuse('same-result', 'Whether this is an encoding for Node, or a name for others, cannot be told.')
    : null;
};

type Literal = Extract<Node, { type: 'Literal' }>;

function isUtf8(node: Node): node is Literal {
  return node.type === 'Literal' && typeof node.value === 'string' && /^utf-?8$/i.test(node.value);
}

/** Given where Node takes an encoding: to a method that has one, as a setting, or under a name that tells. */
function isForNode(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  switch (parent?.type) {
    case 'LogicalExpression':
    case 'ConditionalExpression':
    case 'ParenthesizedExpression':
      return isForNode(tree, parent);
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee !== node && TAKES_ENCODING.test(calledName(parent.callee) ?? '');
    case 'Property':
    case 'PropertyDefinition':
      return parent.value === node && ENCODING.test(staticName(parent.key, parent.computed) ?? '');
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' && ENCODING.test(parent.id.name);
    case 'AssignmentPattern':
      return parent.left.type === 'Identifier' && ENCODING.test(parent.left.name);
    case 'AssignmentExpression':
      return parent.right === node && ENCODING.test(memberName(parent.left) ?? nameOf(parent.left));
    default:
      return false;
  }
}

function nameOf(node: Node): string {
  return node.type === 'Identifier' ? node.name : '';
}

const ENCODING = /^_?(?:encoding|enc|ENCODING)$/;

const TAKES_ENCODING =
  /^(?:(?:read|write|append)File(?:Sync)?|create(?:Read|Write)Stream|readlink(?:Sync)?|readdir(?:Sync)?|toString|from|write|end|push|unshift|byteLength|set(?:Default)?Encoding|update|digest|final|fill|isEncoding|transcode|Buffer|StringDecoder|Text(?:De|En)coder|exec(?:File)?(?:Sync)?|readJson(?:Sync)?|outputFile(?:Sync)?)$/;
