import { textOf } from '../../syntax/text-of.js';
import { refuse } from '../refusal.js';
import { isBetween, type Trap } from './trap.js';

/**
 * `.sort()` → `.toSorted()`, `require('fs')` → `require('node:fs')`: a package that is for Node 14 as well does not run
 * there any more. Only of what the platform has to bring; new syntax may be compiled to old.
 */
export const olderNode: Trap = ({ task: { tree, site }, after, places }) => {
  const oldest = site.packages?.oldestNode(site.path);
  if (!oldest) return null;
  for (const place of places) {
    if (isBetween(place)) continue;
    const { was, made } = place;
    const [old, next] = [textOf(tree, was), textOf(after, made)];
    const newer = SINCE.find(([named, since]) => named.test(next) && !named.test(old) && isBefore(oldest, since));
    if (!newer) continue;
    const [, since] = newer;
    return refuse(
      'node-version',
      `It takes Node ${since.join('.')}, and package.json lets in Node ${oldest.join('.')}.`,
    );
  }
  return null;
};

type Version = readonly [number, number];

function isBefore(a: Version, b: Version): boolean {
  return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
}

/** What Node knows since when, by its documentation and that of its engine. */
const SINCE: readonly (readonly [RegExp, Version])[] = [
  [/\bqueueMicrotask\(|\.flat(?:Map)?\(/, [11, 0]],
  [/\bObject\.fromEntries\(|\.matchAll\(/, [12, 0]],
  [/\bPromise\.allSettled\(/, [12, 9]],
  [/['"]node:/, [14, 18]],
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
