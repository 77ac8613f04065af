import type { Node } from 'oxc-parser';
import { refuse } from '../../model/refusal.js';
import { memberName } from '../../syntax/member-name.js';
import { staticName } from '../../syntax/static-name.js';
import { changedCalls, type Trap } from '../trap.js';

/** `fetch(url, { method: 'POST' })` → `api.get(url, { method: 'POST' })`: the name of a client's method decides. */
export const requestMethod: Trap = (change) => {
  for (const { old, next } of changedCalls(change)) {
    const name = memberName(next.callee)?.toUpperCase() ?? '';
    if (old.callee.type !== 'Identifier' || old.callee.name !== 'fetch' || !METHODS.has(name)) continue;
    if (methodOf(old.arguments[1]) !== name) return refuse('same-arguments', 'The request may be of another method.');
  }
  return null;
};

const METHODS: ReadonlySet<string> = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD']);

/** Null where it cannot be told. */
function methodOf(options: Node | undefined): string | null {
  if (!options) return 'GET';
  if (options.type !== 'ObjectExpression') return null;
  let method: string | null = 'GET';
  for (const each of options.properties) {
    const name = each.type === 'Property' ? staticName(each.key, each.computed) : null;
    if (each.type !== 'Property' || name === null) return null;
    if (name !== 'method') continue;
    method = each.value.type === 'Literal' ? String(each.value.value).toUpperCase() : null;
  }
  return method;
}
