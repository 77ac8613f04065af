import { escapeRegex } from './escape-regex.js';

/** Finds a name as a whole: `log` of `a.log`, and not of `catalog` or `$log`. */
export function wholeNameRegex(name: string, flags = ''): RegExp {
  return new RegExp(`(?<![\\w$])${escapeRegex(name)}(?![\\w$])`, flags);
}

/** Finds a name that stands by itself: `log` of `log(a)`, and not of `a.log`, where it is a member. */
export function ownNameRegex(name: string): RegExp {
  return new RegExp(`(?<![\\w$.])${escapeRegex(name)}(?![\\w$])`);
}
