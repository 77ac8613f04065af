import { refuse } from '../../model/refusal.js';
import { textOf } from '../../syntax/text-of.js';
import { isBetween, type Trap } from '../trap.js';

/**
 * `.sort()` → `.toSorted()`, `require('fs')` → `require('node:fs')`: a package that is for Node 14 as well does not run
 * there any more. Only of what the platform has to bring; new syntax may be compiled to old.
 */
export const olderNode: Trap = ({ before: tree, site, after, places }) => {
  const oldest = site.packages?.oldestNode(site.path);
  if (!oldest) return null;
  for (const place of places) {
    if (isBetween(place)) continue;
    const { was, made, next: around } = place;
    const [old, next] = [textOf(tree, was), textOf(after, made)];
    const newer = SINCE.find(([named, since]) => named.test(next) && !named.test(old) && isBefore(oldest, since));
    if (!newer) continue;
    const [, since] = newer;
    if (
      since === NODE_SCHEME &&
      around.some(({ type }) => MODULE_LINE.test(type)) &&
      !isBefore(oldest, IMPORTED_SCHEME)
    ) {
      continue;
    }
    return refuse(
      'node-version',
      `It takes Node ${since.join('.')}, and package.json lets in Node ${oldest.join('.')}.`,
    );
  }
  return null;
};

/** `import 'node:fs'` is known since 12.20, which those name who then leave out the beginning of 14; `require` since 14.18. */
const IMPORTED_SCHEME: Version = [12, 20];

const NODE_SCHEME: Version = [14, 18];

const MODULE_LINE = /^(?:Import|Export\w+)Declaration$/;

type Version = readonly [number, number];

function isBefore(a: Version, b: Version): boolean {
  return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
}

/** What Node knows since when, by its documentation and that of its engine. */
const SINCE: readonly (readonly [RegExp, Version])[] = [
  [/\bqueueMicrotask\(|\.flat(?:Map)?\(/, [11, 0]],
  [/\bObject\.fromEntries\(|\.matchAll\(/, [12, 0]],
  [/\bPromise\.allSettled\(/, [12, 9]],
  [/['"]node:/, NODE_SCHEME],
  [/\bcrypto\.randomUUID\(/, [14, 17]],
  [/\.replaceAll\(|\bPromise\.any\(|['"]timers\/promises['"]/, [15, 0]],
  [/(?<!\bR|_)\.at\(/, [16, 6]],
  [/\bObject\.hasOwn\(/, [16, 9]],
  [/\bstructuredClone\(/, [17, 0]],
  [/\.findLast(?:Index)?\(|(?<![.\w])fetch\(/, [18, 0]],
  [/\.to(?:Sorted|Reversed|Spliced)\(/, [20, 0]],
  [/\b(?:Object|Map)\.groupBy\(/, [21, 0]],
  [/\bArray\.fromAsync\(/, [22, 0]],
];
