import type { Node } from 'oxc-parser';
import { escapeRegex } from '../../model/escape-regex.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { constantValue } from './constant-value.js';
import { valueKinds } from './value-kinds.js';

type Call = Extract<Node, { type: 'CallExpression' }>;

/**
 * Whether `x.slice(…)` cuts bytes, and not a list, a text or the memory behind bytes: where nothing tells what `x` is, by
 * its name or by what else its file asks of it.
 */
export function isSliceOfBytes(tree: SyntaxTree, call: Call): boolean {
  if (call.callee.type !== 'MemberExpression') return false;
  const { object } = call.callee;
  if (memberName(object) === 'buffer' || [...valueKinds(tree, object)].some((kind) => kind !== 'unknown')) return false;
  if (isMadeAsBytes(constantValue(tree, object))) return true;
  const next = tree.parent(call);
  if (next?.type === 'MemberExpression' && LACKING.test(memberName(next) ?? '')) return false;
  const name = textOf(tree, object);
  return (
    !isAskedAs(OTHERWISE, name, tree.text) &&
    (/buf|bytes/i.test(name) || isAskedAs(BYTES, name, withoutOtherCases(tree, call)))
  );
}

/** The text of a file but for the other cases of a switch around a node: what is asked there is of another kind. */
function withoutOtherCases(tree: SyntaxTree, node: Node): string {
  const around = tree.lineage(node);
  const own = around.find(({ type }) => type === 'SwitchCase');
  const whole = own && tree.parent(own);
  if (whole?.type !== 'SwitchStatement' || own?.type !== 'SwitchCase') return tree.text;
  return tree.text.slice(0, whole.discriminant.end) + textOf(tree, own) + tree.text.slice(whole.end);
}

/** `Buffer.from(text)`, `new Buffer(8)`; of other bytes a slice is a copy. */
export function isMadeAsBytes(node: Node): boolean {
  if (node.type === 'NewExpression') return calledName(node.callee) === 'Buffer';
  const callee = node.type === 'CallExpression' ? node.callee : null;
  return (
    callee?.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'Buffer' &&
    /^(?:from|alloc(?:Unsafe)?|concat)$/.test(memberName(callee) ?? '')
  );
}

/** Methods of texts or lists that bytes do not have. */
const LACKING =
  /^(?:split|trim\w*|match\w*|replace\w*|charAt|charCodeAt|codePointAt|pad\w+|repeat|concat|push|pop|shift|unshift|splice|flat\w*)$/;

/** What stands around a name that is bytes, and around one that is not; `NAME` stands for it. */
const BYTES = [
  'NAME\\??\\.(?:read(?:U?Int|Float|Double|Big)\\w+|write(?:U?Int|Float|Double|Big)\\w+|byteLength|byteOffset|subarray|copy)\\b',
  'NAME\\??\\.toString\\(\\s*[\'"](?:hex|base64\\w*|latin1|binary|ascii|utf-?8|utf16le|ucs-?2)[\'"]',
  '\\bisBuffer\\(\\s*NAME\\s*\\)|\\bNAME\\s+instanceof\\s+Buffer\\b|\\bbyteLength\\(\\s*NAME\\s*\\)|NAME\\??:\\s*Buffer\\b',
  'NAME\\s*=\\s*(?:await\\s+)?(?:Buffer\\.(?:from|alloc\\w*|concat)\\(|new\\s+Buffer\\b)',
];
const OTHERWISE = [
  'NAME\\??\\.(?:split|trim\\w*|match\\w*|replace\\w*|charAt|charCodeAt|concat|push|pop|shift|unshift|splice|flat\\w*|length\\s*=[^=])\\b',
  'NAME\\s*(?:=\\s*(?:\\[|[\'"`])|\\+=)|\\bisArray\\(\\s*NAME\\s*\\)',
  // The memory itself has no subarray, and a slice of other bytes is a copy.
  'NAME\\s*=\\s*(?:new\\s+\\w*Array(?:Buffer)?\\(|[^;\\n]*\\.(?:arrayBuffer\\(\\)|buffer\\b(?!\\.)))|NAME\\??:\\s*\\w*Array',
  '\\bnew\\s+(?:DataView|\\w+Array)\\(\\s*NAME\\s*[,)]',
];

function isAskedAs(signs: readonly string[], name: string, text: string): boolean {
  const written = `(?<![\\w$.])${escapeRegex(name)}`;
  return signs.some((sign) =>
    new RegExp(sign.replaceAll('\\bNAME', 'NAME').replaceAll('NAME', () => written)).test(text),
  );
}
