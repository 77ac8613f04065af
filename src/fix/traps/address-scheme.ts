import type { Node } from 'oxc-parser';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { type Refusal, refuse } from '../refusal.js';
import { calledName, type Trap } from './trap.js';

/**
 * `'http://…'` → `'https://…'` is for an address that somebody opens elsewhere: on this machine, in its network or at a
 * port of its own the other side may not speak it, a namespace is a name and no address, and what an address is
 * compared with says nothing of what is opened.
 */
export const addressScheme: Trap = ({ task: { tree }, places }) => {
  for (const { old, next } of places) {
    const was = textAt(old);
    const made = textAt(next);
    if (!was || !made || !/^http:/i.test(was.text) || !/^https:/i.test(made.text)) continue;
    const refusal = whyNot(tree, was);
    if (refusal) return refusal;
  }
  return null;
};

interface Text {
  readonly node: Node;
  /** With a NUL for each expression in it. */
  readonly text: string;
}

function textAt(lineage: readonly Node[]): Text | null {
  for (const node of lineage.slice(0, 2)) {
    if (node.type === 'Literal') return typeof node.value === 'string' ? { node, text: node.value } : null;
    if (node.type === 'TemplateLiteral')
      return { node, text: node.quasis.map(({ value }) => value.cooked ?? '').join('\0') };
  }
  return null;
}

function whyNot(tree: SyntaxTree, { node, text }: Text): Refusal | null {
  if (isNamespace(tree, node, text))
    return refuse('address-elsewhere', 'It is the name of a namespace, not an address.');
  if (isCompared(tree, node)) return refuse('address-elsewhere', 'The address is only compared with others.');
  const host = /^http:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^:/?#]*)/i.exec(text)?.[1] ?? '';
  if (isNear(host)) return refuse('address-elsewhere', 'What answers on this machine or network may not speak https.');
  return hasPort(tree, node, text)
    ? refuse('address-elsewhere', 'Whether that port speaks https cannot be told.')
    : null;
}

const NAMESPACE =
  /^http:\/\/(?:www\.w3\.org\/(?:\d{4}|XML|TR|ns)\b|schemas\.|purl\.org\/|ns\.|xmlns\.|json-schema\.org\/draft-0|www\.sitemaps\.org\/schemas|ogp\.me\/ns|java\.sun\.com\/|xml\.(?:org|apache)|docs\.oasis-open\.org\/)/i;

function isNamespace(tree: SyntaxTree, node: Node, text: string): boolean {
  if (NAMESPACE.test(text)) return true;
  const parent = tree.parent(node);
  const name = parent?.type === 'JSXAttribute' ? parent.name : parent?.type === 'Property' ? parent.key : null;
  return name !== null && /^["']?(?:xmlns\b|@?namespace|\$schema)/i.test(tree.text.slice(name.start, name.end));
}

const ASKS =
  /^(?:startsWith|endsWith|includes|indexOf|lastIndexOf|match|matchAll|replace|replaceAll|search|split|localeCompare|has|test|toBe|toEqual|toStrictEqual|toContain|toHaveProperty|equal|strictEqual|deepEqual)$/;

/** Operand of a comparison, label of a case, or what another text is looked through for. */
function isCompared(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  switch (parent?.type) {
    case 'BinaryExpression':
      return /^[!=]==?$/.test(parent.operator);
    case 'SwitchCase':
      return parent.test === node;
    case 'CallExpression':
      return parent.callee !== node && ASKS.test(calledName(parent.callee) ?? '');
    default:
      return false;
  }
}

/** A name without a dot (a letter stands for whatever host), one that only a network of its own knows, or a number of such a network. */
function isNear(host: string): boolean {
  if (host === '' || host.includes('\0')) return false;
  if (host.startsWith('[')) return true;
  return /^[^.]{2,}$/.test(host) || LOCAL_NAME.test(host) || LOCAL_NUMBER.test(host);
}

const LOCAL_NAME = /\.(?:local|localhost|internal|intranet|lan|home|corp|svc)$/i;
const LOCAL_NUMBER = /^(?:0|10|127|169\.254|172\.(?:1[6-9]|2\d|3[01])|192\.168)\.[\d.]+$/;

/** Written in it, or put behind it: `'http://' + host + ':' + port`. */
function hasPort(tree: SyntaxTree, node: Node, text: string): boolean {
  if (/^http:\/\/[^/?#]*:(?:\d+|\0)/i.test(text)) return !/^http:\/\/[^/?#]*:443(?!\d)/i.test(text);
  const parent = tree.parent(node);
  if (parent?.type !== 'BinaryExpression' || parent.operator !== '+') return false;
  const sum = tree.lineage(node).findLast((each) => each.type === 'BinaryExpression') ?? parent;
  return /['"`]:/.test(tree.text.slice(node.end, sum.end));
}
