import type { Node } from 'oxc-parser';
import { calledName, memberName } from '../../syntax/member-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';

/**
 * Whether a text that looks like an address names a namespace, a schema or a vocabulary, of which each letter counts.
 * @param address without its scheme
 */
export function isNamespace(tree: SyntaxTree, node: Node, address: string): boolean {
  return isKnownNamespace(address) || isTakenForName(tree, node);
}

/** @param address without its scheme */
export function isKnownNamespace(address: string): boolean {
  return NAMES.some((name) => name.test(address));
}

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

/** What is called so takes a name: an attribute, a property, a variable. A relation, a type and who issued a token are told by theirs. */
export const NAMING =
  /xmlns|namespace|schema|doctype|dtd|(?:^|_)ns$|(?:[a-z]|_)NS$|^ns[A-Z]|^NS_|^\$(?:id|ref)$|^@(?:context|id|type|vocab)$|^(?:rel|type|profile|predicate|iss(?:uer)?|aud(?:ience)?)$/;

/** Given to something that takes a name, such as `xmlns` and `createElementNS`. */
function isTakenForName(tree: SyntaxTree, node: Node): boolean {
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
}
