import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { constantText } from '../../semantics/names/spells-name.js';
import { becomesText } from '../../semantics/uses/becomes-text.js';
import { literalMember } from '../../syntax/literal-member.js';
import { calledName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { usesOf } from '../../syntax/uses-of.js';
import type { Trap } from '../trap.js';

/** `readFileSync(path)` → `readFileSync(path, 'utf8')` gives text where bytes were, and the way back bytes. */
export const fileEncoding: Trap = ({ before: tree, places }) => {
  for (const { was, made } of places) {
    if (!isReading(was) || !isReading(made)) continue;
    const [before, now] = [encodingOf(was), encodingOf(made)];
    if ((before === null) === (now === null)) continue;
    if (!isUtf8(before ?? now) || !isTakenForText(tree, was)) {
      return refuse('same-result', 'With an encoding a file is read as text, without one as bytes.');
    }
  }
  return null;
};

type Call = Extract<Node, { type: 'CallExpression' }>;

function isReading(node: Node): node is Call {
  return node.type === 'CallExpression' && /^readFile(?:Sync)?$/.test(calledName(node.callee) ?? '');
}

/** Null where bytes are read, or what is written tells of no encoding. */
function encodingOf({ arguments: [, options] }: Call): string | null {
  if (options?.type !== 'ObjectExpression') return options ? constantText(options) : null;
  const given = literalMember(options, 'encoding');
  return given && constantText(given);
}

/** The encoding in which bytes become text where none is named. */
function isUtf8(encoding: string | null): boolean {
  return encoding !== null && /^utf-?8$/i.test(encoding);
}

/** Whether bytes and the text they stand for in UTF-8 come to the same here. */
function isTakenForText(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  switch (parent?.type) {
    case 'AwaitExpression':
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
      return isTakenForText(tree, parent);
    case 'MemberExpression':
      return becomesText(tree, node) && !isToldAnother(tree, parent);
    case 'CallExpression':
      return textOf(tree, parent.callee) === 'JSON.parse' || becomesText(tree, node);
    case 'VariableDeclarator': {
      const { id } = parent;
      return id.type === 'Identifier' && usesOf(tree, id).every((use) => isTakenForText(tree, use));
    }
    default:
      return becomesText(tree, node);
  }
}

/** `bytes.toString('base64')`: a text has no other encoding to be told in. */
function isToldAnother(tree: SyntaxTree, method: Node): boolean {
  const call = tree.parent(method);
  const [encoding] = call?.type === 'CallExpression' && call.callee === method ? call.arguments : [];
  return encoding !== undefined && !isUtf8(constantText(encoding));
}
