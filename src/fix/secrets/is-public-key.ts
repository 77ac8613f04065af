import type { Node } from 'oxc-parser';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';

/** Whether a key stands among the settings that a page hands to everybody: such a key names a project and opens nothing. */
export function isPublicKey(tree: SyntaxTree, node: Node): boolean {
  const [, property, object] = tree.lineage(node);
  if (property?.type !== 'Property' || object?.type !== 'ObjectExpression') return false;
  if (nameOf(property) !== 'apiKey') return false;
  const names = new Set(object.properties.map(nameOf));
  return OF_PAGES.some((settings) => settings.every((name) => names.has(name)));
}

function nameOf(member: Node): string | null {
  return member.type === 'Property' ? staticName(member.key, member.computed) : null;
}

/** Of a search by Algolia, and of a web app of Firebase. */
const OF_PAGES: readonly (readonly string[])[] = [
  ['appId', 'apiKey', 'indexName'],
  ['apiKey', 'authDomain', 'projectId'],
];
