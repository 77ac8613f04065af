import type { Node } from 'oxc-parser';
import { escapeRegex } from '../../model/escape-regex.js';
import { refuse } from '../../model/refusal.js';
import { memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `process.env.PATH` → `env.PATH` in a file that sets it itself: what was read when the program began is not what it set. */
export const ownSetting: Trap = ({ before: tree, after, places }) => {
  for (const { old, made } of places) {
    const was = old.find((node) => isSetting(tree, node));
    const name = was && memberName(was);
    if (!name || /\bprocess\.env\b/.test(textOf(after, made))) continue;
    if (setsSetting(tree.text, name)) {
      return refuse('same-result', `This file sets "${name}" itself, which what was read before does not show.`);
    }
  }
  return null;
};

function setsSetting(text: string, name: string): boolean {
  const setting = `\\bprocess\\.env\\.${escapeRegex(name)}(?![\\w$])`;
  return new RegExp(`${setting}\\s*(?:[?|&+]{0,2}=)(?!=)|\\bdelete\\s+${setting}`).test(text);
}

function isSetting(tree: SyntaxTree, node: Node): boolean {
  return node.type === 'MemberExpression' && !node.computed && textOf(tree, node.object) === 'process.env';
}
