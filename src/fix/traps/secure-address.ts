import type { Node } from 'oxc-parser';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { refuse } from '../refusal.js';
import { calledName, memberName, type Trap, textOf } from './trap.js';

/**
 * `http://shop.com` → `https://shop.com` reaches the same server where it is public and on its usual port. A machine
 * nearby has no certificate; and what names an XML namespace or a schema is a name, of which each letter counts.
 */
export const secureAddress: Trap = ({ task: { tree }, after, places }) => {
  for (const { old, next } of places) {
    const [was] = old;
    const [made] = next;
    if (!was || !made) continue;
    const addresses = addressesIn(textOf(tree, was));
    const nowSecure = addressesIn(textOf(after, made));
    for (const [index, address] of addresses.entries()) {
      const secured = nowSecure[index];
      if (!secured || address.isSecure || !secured.isSecure || address.host !== secured.host) continue;
      if (isName(address) || isNameUsed(tree, old)) {
        return refuse(
          'same-arguments',
          `"${address.written}" is a name that others look for as it is, not an address.`,
        );
      }
      if (isNearby(address)) {
        return refuse('same-arguments', `Whether ${address.host}${address.port} answers with encryption is not known.`);
      }
    }
  }
  return null;
};

interface Address {
  readonly isSecure: boolean;
  readonly host: string;
  readonly port: string;
  readonly path: string;
  readonly written: string;
}

/** Of a host that is not spelt out, as in a template, the name is empty. */
function addressesIn(text: string): readonly Address[] {
  return [...text.matchAll(/\b(?:http|ws)(s?):\/\/(\[[^\]\s]*\]|[\w.-]*)(:[\w$]+)?([^\s"'`<>]*)/g)].map((match) => {
    const [written, secure, host = '', port = '', path = ''] = match;
    return { isSecure: secure === 's', host: host.toLowerCase(), port, path, written };
  });
}

/** Whether a host is a machine of its own, or is asked on a port that was opened for what is not encrypted. */
function isNearby({ host, port, path }: Address): boolean {
  if (port !== '') return true;
  // What is put in at run time goes on with the name.
  if (host === '' || path.startsWith('${')) return false;
  return !/^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}$/.test(host) || NEARBY.test(host);
}

const NEARBY = /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|svc)$|\.svc\.|\.home\.arpa$/;

/** Those of the vocabularies that are met in practice. */
const NAMES: readonly RegExp[] = [
  /^www\.w3\.org\/(?:\d{4}\/|XML\/|ns\/|TR\/)/,
  /^(?:schemas?|ns|xmlns|xml|specs|vocab)\./,
  /^(?:json-schema|schema|purl|ogp|xmlns|rdfs|spdx|relaxng|usefulinc|jabber)\.(?:org|com|me)\//,
  /^(?:www\.)?(?:sitemaps\.org\/schemas|opengis\.net|topografix\.com\/GPX|google\.com\/schemas|itunes\.com\/dtds)/,
  /^(?:java\.sun\.com\/(?:xml|dtd)|www\.springframework\.org\/(?:schema|dtd)|maven\.apache\.org\/(?:POM|xsd))/,
  /^(?:search\.yahoo\.com\/mrss|a9\.com\/-\/spec|docs\.oasis-open\.org|openid\.net|creativecommons\.org\/ns)/,
  /^[\w.-]+\/(?:.*\/)?[\w.-]*(?:schema|namespace|xmlns)\b.*#?$|\.(?:xsd|dtd)$|#$/i,
];

function isName({ host, path }: Address): boolean {
  return NAMES.some((name) => name.test(`${host}${path}`));
}

const NAMING =
  /xmlns|namespace|schema|doctype|dtd|(?:^|_)ns$|(?:[a-z]|_)NS$|^ns[A-Z]|^NS_|^\$(?:id|ref)$|^@(?:context|id|type|vocab)$/;

/** Whether the text is given to something that takes a name, such as `xmlns` and `createElementNS`. */
function isNameUsed(tree: SyntaxTree, lineage: readonly Node[]): boolean {
  return lineage.some((node) => {
    const parent = tree.parent(node);
    switch (parent?.type) {
      case 'JSXAttribute':
        return NAMING.test(textOf(tree, parent.name));
      case 'Property':
      case 'PropertyDefinition':
        return parent.value === node && NAMING.test(textOf(tree, parent.key).replace(/^['"]|['"]$/g, ''));
      case 'VariableDeclarator':
        return parent.init === node && NAMING.test(textOf(tree, parent.id));
      case 'AssignmentExpression':
        return parent.right === node && NAMING.test(memberName(parent.left) ?? textOf(tree, parent.left));
      case 'CallExpression': {
        if (parent.callee === node) return false;
        const [first] = parent.arguments;
        const isAttribute = first !== node && first?.type === 'Literal' && NAMING.test(String(first.value));
        return isAttribute || /NS$|^createDocument(?:Type)?$/.test(calledName(parent.callee) ?? '');
      }
      default:
        return false;
    }
  });
}
