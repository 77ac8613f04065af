import type { Node } from 'oxc-parser';
import { escapeRegex } from '../../model/escape-regex.js';
import { refuse } from '../../model/refusal.js';
import { comesTo } from '../../semantics/values/comes-to.js';
import { reachedFrom } from '../../semantics/values/values-from.js';
import { isFunction } from '../../syntax/is-function.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import type { Trap } from '../trap.js';

/** `createHash('md5')` → `createHash('sha256')`: what was hashed before, and is compared with, keeps its old hash. */
export const comparedHash: Trap = ({ before: tree, places }) => {
  for (const { old } of places) {
    const call = old.find(
      (node) => node.type === 'CallExpression' && /^createH(?:ash|mac)$/.test(calledName(node.callee) ?? ''),
    );
    const [name] = call?.type === 'CallExpression' ? call.arguments : [];
    if (!call || !name || name !== old[0]) continue;
    if (name.type === 'Literal' && old.some((node) => isCalledAfter(tree, node, String(name.value)))) {
      return refuse('same-result', 'The code around it is called after this hash.');
    }
    if (name.type === 'Literal' && isNamedBeside(tree, call, String(name.value))) {
      return refuse('same-result', 'The code around it says in a text that it is this hash.');
    }
    const asking = PROTOCOLS.find(([sign]) => sign.test(tree.text));
    if (asking) return refuse('same-result', asking[1]);
    const chain = chainOf(tree, call);
    if (OBJECT_ID.test(tree.text.slice(call.end, chain.end))) {
      return refuse('same-result', 'Git names its objects by this hash.');
    }
    const values = piecesFrom(tree, chain);
    if ([chain, ...values].some((value) => isOfPassword(tree, value))) {
      return refuse('same-result', 'Passwords that are kept by their old hash would no longer be known.');
    }
    if (values.some((value) => isCompared(tree, value))) {
      return refuse('same-result', 'It is compared with a hash that may have been made before.');
    }
    if (values.some((value) => isKey(tree, value))) {
      return refuse('same-result', 'It is the key of a cipher, which has to be as long as it is.');
    }
    if (values.some((value) => isTold(tree, value))) {
      return refuse('same-result', 'Who is told this hash expects one of this kind.');
    }
  }
  return null;
};

/** Whether a function, method or variable promises a hash by its name, such as `md5Of`. */
function isCalledAfter(tree: SyntaxTree, node: Node, hash: string): boolean {
  const name =
    'id' in node
      ? node.id
      : /^(?:MethodDefinition|Property|PropertyDefinition)$/.test(node.type) && 'key' in node
        ? node.key
        : null;
  return name !== null && typeof name === 'object' && textOf(tree, name).toLowerCase().includes(hash.toLowerCase());
}

/** `{ algorithm: 'md5', sum: createHash('md5') }`, `'sha1-' + …`, `'… WHERE md5 = ?'`: in the same function, in a text that is not its name. */
function isNamedBeside(tree: SyntaxTree, call: Node, hash: string): boolean {
  const word = new RegExp(`(?<![a-z\\d])${escapeRegex(hash).replace(/(?<=[a-z])(?=\d)/gi, '-?')}(?![a-z\\d])`, 'i');
  const lineage = tree.lineage(call);
  const around = lineage.find(isFunction) ?? lineage.at(-2);
  if (!around || !word.test(textOf(tree, around).replace(textOf(tree, call), ''))) return false;
  return tree.descendants(around).some((node) => {
    if (node.type === 'TemplateElement') return word.test(node.value.raw);
    if (node.type !== 'Literal' || typeof node.value !== 'string' || !word.test(node.value)) return false;
    const user = tree.parent(node);
    return user?.type !== 'CallExpression' || !/^createH(?:ash|mac)$/.test(calledName(user.callee) ?? '');
  });
}

/** Signs of a protocol that asks for a hash, and what is said of it: what is hashed with the key of a handshake, … */
const PROTOCOLS: readonly (readonly [RegExp, string])[] = [
  [/258EAFA5-E914-47DA-95CA-C5AB0DC85B11/, 'The protocol of web sockets asks for this hash.'],
  [/\bevalsha\b/i, 'Redis knows its scripts by this hash.'],
  [/\bpwnedpasswords\b/i, 'The register of leaked passwords knows them by this hash.'],
];

/** `createHash('md5').update(x).digest('hex')` */
function chainOf(tree: SyntaxTree, call: Node): Node {
  let node = call;
  for (let parent = tree.parent(node); parent; parent = tree.parent(parent)) {
    const goesOn =
      parent.type === 'MemberExpression'
        ? parent.object === node
        : parent.type === 'CallExpression' && parent.callee === node;
    if (!goesOn) break;
    node = parent;
  }
  return node;
}

/** A hash, all that have its value after it, what is called of them, and what is cut out of them. */
function piecesFrom(tree: SyntaxTree, hash: Node): readonly Node[] {
  return reachedFrom(hash, (piece) => {
    const member = tree.parent(piece);
    const isCut = member?.type === 'MemberExpression' && member.object === piece && CUTS.test(memberName(member) ?? '');
    return isCut ? [chainOf(tree, piece)] : comesTo(tree, piece);
  });
}

const CUTS = /^(?:slice|substring|substr|to(?:Upper|Lower)Case|update|digest|copy)$/;

/** `createHash('md5').update(password)`, also where more than the password goes in */
function isOfPassword(tree: SyntaxTree, chain: Node): boolean {
  return tree.descendants(chain).some((node) => {
    if (node.type !== 'CallExpression' || memberName(node.callee) !== 'update') return false;
    return node.arguments.some((each) =>
      tree.descendants(each).some((part) => part.type === 'Identifier' && PASSWORD.test(part.name)),
    );
  });
}

const PASSWORD = /^(?:pw|pwd)$|passw(?:or)?d|passphrase/i;

/** ``update(`blob ${length}\0`)`` */
const OBJECT_ID = /^\.update\(\s*[`'"](?:blob|tree|commit|tag) /;

function isCompared(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  if (parent?.type === 'BinaryExpression' && parent.operator !== 'in') return /^[!=]==?$/.test(parent.operator);
  if (parent?.type === 'BinaryExpression') return parent.left === node && !isFilled(tree, parent.right);
  if (parent?.type === 'MemberExpression') return parent.property === node && !isFilled(tree, parent.object);
  if (parent?.type !== 'CallExpression' || parent.callee === node) return false;
  const name = calledName(parent.callee) ?? '';
  return /^(?:timingSafeEqual|compare|equals|safeEqual)$/.test(name) || isLookedUp(tree, parent, name);
}

/** `known.includes(hash)`, where the file does not put the hashes there itself. */
function isLookedUp(tree: SyntaxTree, { callee }: Extract<Node, { type: 'CallExpression' }>, name: string): boolean {
  if (callee.type !== 'MemberExpression' || !/^(?:includes|indexOf|lastIndexOf|has|(?:start|end)sWith)$/.test(name))
    return false;
  return !isFilled(tree, callee.object);
}

function isFilled(tree: SyntaxTree, known: Node): boolean {
  const filling = '\\??(?:\\.(?:set|add|push|unshift)\\(|\\[[^\\]]*\\]\\s*(?:\\|\\||\\?\\?)?=(?!=))';
  return new RegExp(`(?<![\\w$.])${escapeRegex(textOf(tree, known))}${filling}`).test(tree.text);
}

/** `createCipheriv('aes-128-cbc', key, iv)` */
function isKey(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  return parent?.type === 'CallExpression' && /^create(?:C|Dec)ipher/.test(calledName(parent.callee) ?? '');
}

/** `Sec-WebSocket-Accept: …`, `https://www.gravatar.com/avatar/…`, `signature: …`: the other side computes the same. */
function isTold(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  switch (parent?.type) {
    case 'TemplateLiteral':
    case 'BinaryExpression':
      return ADDRESSED.test(tree.text.slice(parent.start, node.start));
    case 'Property':
      return parent.value === node && SIGNS.test(staticName(parent.key, parent.computed) ?? '');
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' && SIGNS.test(parent.id.name);
    case 'AssignmentExpression':
      return parent.right === node && SIGNS.test(memberName(parent.left) ?? textOf(tree, parent.left));
    case 'CallExpression': {
      const [name, value] = parent.arguments;
      return value === node && name?.type === 'Literal' && SIGNS.test(String(name.value));
    }
    default:
      return false;
  }
}

/** An address goes before it, or the name of a header of more than one word. */
const ADDRESSED = /[a-z]:\/\/|\b[A-Z]\w*(?:-\w+)+: ?(?:\$\{|['"]\s*\+\s*)$/;

/** `HA1` and `HA2` are those of digest authentication. */
const SIGNS = /^(?:[sS]ign|[sS]ig|SIGN|SIG|[cC]ontent-(?:md5|MD5)|[hH][aA][12])$|[sS]ignature$|[a-z\d]Sign$|_sign?$/;
