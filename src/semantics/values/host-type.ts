import type { Node } from 'oxc-parser';
import type { ValueType } from '../../model/type-oracle.js';
import { isUnbound } from '../../syntax/is-unbound.js';
import { memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { bringsInNodesOwn } from '../modules/brings-in-global.js';
import { isSetHere } from '../uses/is-set-here.js';
import { constantValue } from './constant-value.js';

/**
 * The primitive type of what the browser or Node tells of itself: `location.hash`, `process.platform`, `__dirname`, the
 * status of a request that the file makes. Null for anything else, and where the file has something of its own there.
 */
export function hostType(tree: SyntaxTree, node: Node): ValueType | null {
  if (node.type === 'Identifier')
    return /^__(?:dir|file)name$/.test(node.name) && isHosts(tree, node) ? 'string' : null;
  if (node.type !== 'MemberExpression' || node.computed || node.optional) return null;
  const { object } = node;
  const holder = holderOf(tree, object);
  const name = `${holder ?? ''}.${memberName(node) ?? ''}`;
  return holder === null ? null : (TYPES.find(([names]) => names.test(name))?.[1] ?? null);
}

const TYPES: readonly (readonly [RegExp, ValueType])[] = [
  [
    /^(?:location\.(?:hash|host|hostname|href|origin|pathname|port|protocol|search)|document\.(?:cookie|readyState|referrer|title|URL)|navigator\.(?:language|platform|userAgent|vendor)|process\.(?:arch|execPath|platform|version))$/,
    'string',
  ],
  [/^(?:document\.hidden|navigator\.onLine)$/, 'boolean'],
  [/^(?:XMLHttpRequest\.(?:readyState|status)|history\.length|process\.pid|screen\.(?:height|width))$/, 'number'],
];

/** `location` of `window.location`, `XMLHttpRequest` of a variable that holds one. */
function holderOf(tree: SyntaxTree, object: Node): string | null {
  if (object.type === 'MemberExpression' && !object.computed && !object.optional) {
    const { object: around } = object;
    const isOfPage =
      around.type === 'Identifier' &&
      /^(?:window|self|globalThis|document)$/.test(around.name) &&
      isHosts(tree, around);
    return isOfPage ? memberName(object) : null;
  }
  if (object.type !== 'Identifier') return null;
  if (isHosts(tree, object)) return object.name;
  const made = constantValue(tree, object);
  if (made.type !== 'NewExpression' || made.callee.type !== 'Identifier') return null;
  return made.callee.name === 'XMLHttpRequest' && isHosts(tree, made.callee) ? made.callee.name : null;
}

function isHosts(tree: SyntaxTree, name: Extract<Node, { type: 'Identifier' }>): boolean {
  if (isSetHere(tree, name.name)) return false;
  const binding = nameScopes(tree).resolve(name.name, name);
  return isUnbound(tree, name) || (name.name === 'process' && binding !== null && bringsInNodesOwn(tree, binding));
}
