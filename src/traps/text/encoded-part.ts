import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { constantValue } from '../../semantics/values/constant-value.js';
import { declaredType } from '../../semantics/values/declared-type.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/**
 * `${dir}/${name}` with `encodeURIComponent(name)`: right in an address alone, of one segment, and once. What a tag is
 * given it may encode itself.
 */
export const encodedPart: Trap = ({ before: tree, after, places }) => {
  for (const { was, made } of places) {
    if (made.type !== 'CallExpression' || calledName(made.callee) !== 'encodeURIComponent') continue;
    if (textOf(after, made).replace(/\s/g, '') !== `encodeURIComponent(${textOf(tree, was).replace(/\s/g, '')})`)
      continue;
    if (isEncoded(tree, was)) return refuse('already-wrapped', 'It is encoded already.');
    const template = tree.parent(was);
    if (template?.type !== 'TemplateLiteral') continue;
    if (tree.parent(template)?.type === 'TaggedTemplateExpression') {
      return refuse('same-arguments', 'What the tag makes of its values is up to the tag, which may encode them.');
    }
    if (isParameter(template, was) && !isNoAddress(tree, template)) continue;
    if (SEGMENTS.test(textOf(tree, was)) || isNoAddress(tree, template)) {
      return refuse('same-result', 'This need not be one segment of an address, and would be changed elsewhere.');
    }
  }
  return null;
};

/** What was encoded under a name of its own: by a function, or as the text of search parameters. */
function isEncoded(tree: SyntaxTree, node: Node): boolean {
  if (node.type === 'Identifier' && /^encoded|Encoded$/.test(node.name)) return true;
  if (isParameters(tree, node)) return true;
  const made = constantValue(tree, node);
  if (made.type !== 'CallExpression') return false;
  const { callee } = made;
  const name = calledName(callee) ?? '';
  if (/^(?:encodeURI(?:Component)?|escape|buildQuery(?:String)?)$/.test(name)) return true;
  if (callee.type !== 'MemberExpression') return false;
  if (name === 'toString') return isParameters(tree, callee.object);
  return name === 'stringify' && /^(?:qs|querystring|queryString)$/.test(textOf(tree, callee.object));
}

function isParameters(tree: SyntaxTree, node: Node): boolean {
  const made = constantValue(tree, node);
  if (made.type === 'NewExpression') return calledName(made.callee) === 'URLSearchParams';
  if (memberName(made) === 'searchParams') return true;
  const type = declaredType(tree, node);
  return type !== null && textOf(tree, type) === 'URLSearchParams';
}

/** What holds slashes of its own. */
const SEGMENTS =
  /(?:(?:\b|_)(?:file|base)?|(?=[A-Z]))(?:[pP]ath(?:name)?|[dD]ir|[fF]older|[uU]rl|URL|[uU]ri|URI|[hH]ref|[bB]ase|[rR]oot|[pP]refix|[hH]ost(?:name)?|[oO]rigin|[fF]ile(?:name)?)$/;

/** Whether a part of an address is the whole value of a parameter, `?next=${url}`: slashes in there are encoded as well. */
function isParameter(template: Extract<Node, { type: 'TemplateLiteral' }>, part: Node): boolean {
  const before = template.quasis[template.expressions.findIndex(({ start }) => start === part.start)];
  return before !== undefined && /[?&][\w.[\]-]+=$/.test(before.value.raw);
}

const FILES =
  /^(?:join|resolve|(?:exists|stat|lstat|readFile|writeFile|readdir|mkdir|rm|unlink|access|copyFile|cp|createReadStream|createWriteStream)(?:Sync)?|require)$/;

/** A text of several words, or the path of a file. */
function isNoAddress(tree: SyntaxTree, template: Extract<Node, { type: 'TemplateLiteral' }>): boolean {
  if (template.quasis.some(({ value }) => /\s/.test(value.raw))) return true;
  const call = tree.parent(template);
  return call?.type === 'CallExpression' && FILES.test(calledName(call.callee) ?? '');
}
