import type { Node } from 'oxc-parser';
import { isCall } from '../../syntax/is-call.js';
import { calledName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { staticName } from '../../syntax/static-name.js';
import type { SyntaxTree } from '../../syntax/syntax-tree.js';
import { textOf } from '../../syntax/text-of.js';
import { usesOf } from '../../syntax/uses-of.js';
import { moduleOf } from '../modules/brings-in-global.js';

/**
 * Whether a value is what a session or connection is opened or something is signed with, itself or by its name:
 * `session({ secret: 'keyboard cat' })`. Nobody reads a text there, of however many words it is.
 */
export function opensConnection(tree: SyntaxTree, value: Node): boolean {
  const parent = tree.parent(value);
  if (parent?.type === 'AssignmentExpression' && parent.right === value) return isOfSettings(tree, parent.left);
  const isNamed = parent?.type === 'VariableDeclarator' && parent.init === value && parent.id.type === 'Identifier';
  const uses = isNamed && parent.id.type === 'Identifier' ? usesOf(tree, parent.id) : [value];
  return uses.some((use) => isSetting(tree, use) || signs(tree, use));
}

/** `createPool({ password: value })` */
function isSetting(tree: SyntaxTree, value: Node): boolean {
  const [property, object] = tree.lineage(value).slice(1);
  if (property?.type !== 'Property' || property.value !== value || object?.type !== 'ObjectExpression') return false;
  return isSetUpBy(tree, object, staticName(property.key, property.computed));
}

/** `options.secret = …`, and `session(options)` somewhere. */
function isOfSettings(tree: SyntaxTree, member: Node): boolean {
  if (member.type !== 'MemberExpression' || member.object.type !== 'Identifier') return false;
  const { object: settings } = member;
  const key = staticName(member.property, member.computed);
  const binding = nameScopes(tree).resolve(settings.name, settings);
  const uses = binding?.identifier.type === 'Identifier' ? usesOf(tree, binding.identifier) : [];
  return uses.some((use) => isSetUpBy(tree, use, key));
}

/** @param key of these settings that is asked for */
function isSetUpBy(tree: SyntaxTree, settings: Node, key: string | null): boolean {
  const call = tree.parent(settings);
  if (call === null || !isCall(call) || call.callee === settings) return false;
  const name = calledName(call.callee) ?? '';
  // A plugin is given what it signs with; a field of a form is registered with what people read.
  return OPENERS.test(name) || (name === 'register' && key === 'secret');
}

const OPENERS = /^(?:\w*[sS]ession|create(?:Client|Connection|Pool|Transport))$/;

/** `jwt.sign(claims, value)`, `createHmac('sha256', value)`, `cookieParser(value)`. */
function signs(tree: SyntaxTree, value: Node): boolean {
  const call = tree.parent(value);
  if (call === null || !isCall(call)) return false;
  const name = calledName(call.callee) ?? '';
  if (name === 'cookieParser') return call.arguments[0] === value;
  const isSigner = name === 'createHmac' || (/^(?:sign|verify|unsign)$/.test(name) && isOfTokens(tree, call.callee));
  return isSigner && call.arguments[1] === value;
}

/** Documents are signed as well, and forms verified. */
function isOfTokens(tree: SyntaxTree, callee: Node): boolean {
  const { bindings } = nameScopes(tree).named(calledName(callee) ?? '');
  const written = callee.type === 'MemberExpression' ? textOf(tree, callee.object) : null;
  return TOKENS.test(written ?? bindings.map((each) => moduleOf(tree, each)).join(' '));
}

const TOKENS = /jwt|jsonwebtoken|signature/i;
