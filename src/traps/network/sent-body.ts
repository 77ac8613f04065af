import type { CallExpression, Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { valueKinds } from '../../semantics/values/value-kinds.js';
import { declaresMethod } from '../../syntax/declares-method.js';
import { calledName, memberName } from '../../syntax/member-name.js';
import { nameScopes } from '../../syntax/name-scopes.js';
import { textOf } from '../../syntax/text-of.js';
import { type Change, changedCalls, type Trap } from '../trap.js';

/** `res.send(x)` → `res.json(x)`: a page or a file would arrive as a JSON text of it. */
export const sentBody: Trap = (change) => {
  for (const { old, next } of changedCalls(change)) {
    const names = [memberName(old.callee), memberName(next.callee)];
    if (!names.includes('send') || !names.includes('json')) continue;
    if (declaresMethod(change.before, 'json')) {
      return refuse('name-shadowed', 'This file has a method "json" of its own, which may be the one called here.');
    }
    const [body] = old.arguments;
    if (isJsonOf(change, old, next)) continue;
    const kinds = body ? [...valueKinds(change.before, body)] : [];
    if (kinds.length > 0 && kinds.every((kind) => kind === 'record' || kind === 'array')) continue;
    return refuse(
      'same-result',
      'What is sent is not known to be an object or a list; another value arrives otherwise.',
    );
  }
  return null;
};

/** `res.send(JSON.stringify(x))` → `res.json(x)` of Express, which writes the very same text of it. */
function isJsonOf({ before: tree, after }: Change, old: CallExpression, next: CallExpression): boolean {
  const [body, ...more] = old.arguments;
  const [value, ...others] = next.arguments;
  if (body?.type !== 'CallExpression' || textOf(tree, body.callee) !== 'JSON.stringify') return false;
  if (nameScopes(tree).resolve('JSON', body) !== null || !isResponse(old.callee)) return false;
  // Fastify's `send` has no `json` beside it; a replacer that Express was given is asked by `json` alone.
  if (/\bfastify|(["'`])json replacer\1/i.test(tree.text)) return false;
  const [written, ...settings] = body.arguments;
  if (!written || written.type === 'SpreadElement' || !value) return false;
  if (more.length + others.length + settings.length > 0) return false;
  return textOf(tree, written) === textOf(after, value);
}

/** `res.send`, or `res.status(201).send`: sockets and requests send as well, and have no `json`. */
function isResponse(callee: Node): boolean {
  if (callee.type !== 'MemberExpression') return false;
  const { object } = callee;
  return object.type === 'CallExpression'
    ? isResponse(object.callee)
    : /^_?res(?:p|ponse)?$/.test(calledName(object) ?? '');
}
