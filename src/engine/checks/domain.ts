import type { DomainCheck } from '../../model/contract.js';
import type { CheckSource } from '../check-source.js';
import type { CheckAnswer } from './check-answer.js';
import { findAll } from './run-regex.js';

/**
 * A URL up to the end of its authority, user info skipped, host and port captured: with a scheme (slashes may be
 * escaped, as JSON allows), or protocol-relative right behind a quote, a bracket or `=`, since a bare `//` is a
 * comment in most languages. `$`, `%` and `{` are taken in only to recognise a placeholder.
 */
export const URL_AUTHORITY =
  /(?:\b(?:https?|wss?|ftp):|(?<=["'`(=]))(?:\\?\/){2}(?:[^\s/?#"'`<>\\@]*@)?(\[[0-9a-f:.]+\]|[\w.$%{~\u0080-\uffff-]+)(?::(\d+))?/gi;

/** Every URL whose host is forbidden, or is not among the allowed ones. A host made at run time is not a literal: skipped. */
export function domain(check: DomainCheck, source: CheckSource): CheckAnswer {
  return findAll(URL_AUTHORITY, source.text, (found) => {
    const host = hostOf(found[1] ?? '');
    if (host === null) return false;
    const listed = check.hosts.some((pattern) => matchesHost(pattern, host, found[2] ?? ''));
    return check.policy === 'forbid' ? listed : !listed;
  });
}

/** The host a browser would connect to: lower case, IDNA applied, no trailing dot; null for a placeholder. */
function hostOf(written: string): string | null {
  if (/[$%{]/.test(written) || !URL.canParse(`http://${written}`)) return null;
  return new URL(`http://${written}`).hostname.replace(/\.$/, '') || null;
}

/** `*.example.com` means any host below `example.com`, `localhost:3000` that port alone; without a port, any. */
function matchesHost(pattern: string, host: string, port: string): boolean {
  const [, name = '', wantedPort] = /^(.*?)(?::(\d+))?$/.exec(pattern) ?? [];
  if (wantedPort !== undefined && wantedPort !== port) return false;
  const below = name.startsWith('*.');
  const bare = hostOf(below ? name.slice(2) : name);
  return bare !== null && (below ? host.endsWith(`.${bare}`) : host === bare);
}
