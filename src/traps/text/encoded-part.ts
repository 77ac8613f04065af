import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { calledName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `${dir}/${name}` with `encodeURIComponent(name)`: right in an address alone, and of one segment. */
export const encodedPart: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    if (made.type !== 'CallExpression' || calledName(made.callee) !== 'encodeURIComponent') continue;
    if (textOf(after, made).replace(/\s/g, '') !== `encodeURIComponent(${textOf(tree, was).replace(/\s/g, '')})`)
      continue;
    const template = tree.parent(was);
    if (template?.type !== 'TemplateLiteral') continue;
    if (SEGMENTS.test(textOf(tree, was)) || isNoAddress(tree, template)) {
      return refuse('same-result', 'This need not be one segment of an address, and would be changed elsewhere.');
    }
  }
  return null;
};

/** What holds slashes of its own. */
const SEGMENTS = /(?:path|pathname|dir|folder|url|uri|href|base|root|prefix|host|origin|file)$/i;

const FILES =
  /^(?:join|resolve|(?:exists|stat|lstat|readFile|writeFile|readdir|mkdir|rm|unlink|access|copyFile|cp|createReadStream|createWriteStream)(?:Sync)?|require)$/;

/** A text of several words, or the path of a file. */
function isNoAddress(tree: SyntaxTree, template: Extract<Node, { type: 'TemplateLiteral' }>): boolean {
  if (template.quasis.some(({ value }) => /\s/.test(value.raw))) return true;
  const call = tree.parent(template);
  return call?.type === 'CallExpression' && FILES.test(calledName(call.callee) ?? '');
}
