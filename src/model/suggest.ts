import { distance } from 'fastest-levenshtein';

/**
 * The known name a misspelt one most likely meant, or null when none is near.
 * @param part what of it decides how many letters may be wrong
 */
export function nearestName(written: string, known: Iterable<string>, part = written): string | null {
  const lower = written.toLowerCase();
  const limit = Math.max(1, Math.floor(part.length / 3));
  let best: string | null = null;
  let bestDistance = limit + 1;
  for (const name of known) {
    const d = stepsBetween(lower, name.toLowerCase());
    if (d < bestDistance) {
      best = name;
      bestDistance = d;
    }
  }
  return best;
}

/** The same for paths: those of one folder have most of their letters in common, however little they mean the same. */
export function nearestPath(written: string, known: Iterable<string>): string | null {
  return nearestName(written, known, written.slice(written.lastIndexOf('/') + 1));
}

/** Whether somebody who wrote one surely meant the other: a letter or two. */
export function isTypoOf(written: string, name: string): boolean {
  return stepsBetween(written.toLowerCase(), name.toLowerCase()) <= 2;
}

/** Edit distance, where swapping two neighbours counts as one step. */
function stepsBetween(a: string, b: string): number {
  const at = [...a].findIndex((letter, i) => letter !== b[i]);
  const isSwap = at >= 0 && b === a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2);
  return isSwap ? 1 : distance(a, b);
}
