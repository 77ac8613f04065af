import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { usesOf } from '../../syntax/uses-of.js';
import type { Trap } from '../trap.js';

/**
 * `'UTF-8'` → `'utf8'`, `'binary'` → `'latin1'`: Node takes either; in a header or a document it is read by others, who
 * know one name alone, and what is binary may be anything. `'binary'` → `'utf8'` reads and writes other bytes.
 */
export const encodingName: Trap = ({ before: tree, places }) => {
  const isOther = places.some(({ was, made }) => {
    const [old, next] = [encodingOf(was), encodingOf(made)];
    return old !== -1 && next !== -1 && old !== next;
  });
  if (isOther) return refuse('same-result', 'The same bytes are other letters in the other encoding.');
  const isRenamed = places.some(
    ({ was, made }) => SAME.some((names) => isNamed(was, names) && isNamed(made, names)) && !isForNode(tree, was),
  );
  return isRenamed
    ? refuse('same-result', 'Whether this is an encoding for Node, or a name for others, cannot be told.')
    : null;
};

/** Names of one encoding. */
const SAME = [/^utf-?8$/i, /^(?:binary|latin1)$/i, /^(?:ucs-?2|utf-?16le)$/i];

/** Which of them a literal names; -1 for any other. */
function encodingOf(node: Node): number {
  return SAME.findIndex((names) => isNamed(node, names));
}

function isNamed(node: Node, names: RegExp): boolean {
  return node.type === 'Literal' && typeof node.value === 'string' && names.test(node.value);
}

/** Given where Node takes an encoding: to a method that has one, as a setting, or under a name that tells. */
function isForNode(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  switch (parent?.type) {
    case 'LogicalExpression':
    case 'ConditionalExpression':
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return isForNode(tree, parent);
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee !== node && takesEncoding(calledName(parent.callee) ?? '', parent.arguments, node);
    case 'Property':
      return parent.value === node && isSetting(tree, parent);
    case 'PropertyDefinition':
      return parent.value === node && ENCODING.test(staticName(parent.key, parent.computed) ?? '');
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' && isNameForNode(tree, parent.id);
    case 'AssignmentPattern':
      return parent.left.type === 'Identifier' && isNameForNode(tree, parent.left);
    case 'AssignmentExpression':
      return parent.right === node && ENCODING.test(memberName(parent.left) ?? nameOf(parent.left));
    default:
      return false;
  }
}

/** Its name tells, or whatever it is used for does. */
function isNameForNode(tree: SyntaxTree, name: Extract<Node, { type: 'Identifier' }>): boolean {
  if (ENCODING.test(name.name)) return true;
  const uses = usesOf(tree, name).filter((use) => use !== name);
  const isShared =
    tree.lineage(name).some(({ type }) => /^Export/.test(type)) && tree.parent(name)?.type === 'VariableDeclarator';
  return !isShared && uses.length > 0 && uses.every((use) => isForNode(tree, use));
}

function takesEncoding(name: string, given: readonly Node[], node: Node): boolean {
  return OF_ALL.test(name) || (BEHIND_TEXT.test(name) && given[0] !== node);
}

/** `{ encoding: 'utf-8' }`; one beside a version is of the first line of a document. */
function isSetting(tree: SyntaxTree, property: Extract<Node, { type: 'Property' }>): boolean {
  if (!ENCODING.test(staticName(property.key, property.computed) ?? '')) return false;
  const around = tree.parent(property);
  const holder = around && tree.parent(around);
  const taker = holder?.type === 'CallExpression' ? holder.callee : holder?.type === 'Property' ? holder.key : null;
  const isOfDocument =
    around?.type === 'ObjectExpression' &&
    around.properties.some((each) => /^['"]?(?:version|standalone)\b/.test(textOf(tree, each)));
  return !isOfDocument && !(taker && /xml|declaration/i.test(textOf(tree, taker)));
}

function nameOf(node: Node): string {
  return node.type === 'Identifier' ? node.name : '';
}

const ENCODING = /^_?(?:encoding|enc|ENCODING)$/;

const OF_ALL = /^(?:toString|set(?:Default)?Encoding|digest|final|isEncoding|StringDecoder|Text(?:De|En)coder)$/;

/** Their first argument is what is encoded, or where it lies. */
const BEHIND_TEXT =
  /^(?:(?:read|write|append)File(?:Sync|Async)?|create(?:Read|Write)Stream|readlink(?:Sync)?|readdir(?:Sync)?|from|write|end|push|unshift|byteLength|update|fill|transcode|Buffer|exec(?:File)?(?:Sync)?|(?:read|write|output)J(?:son|SON)(?:Sync)?|outputFile(?:Sync)?)$/;
