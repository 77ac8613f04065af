import { distance } from 'fastest-levenshtein';

/** The known name a misspelt one most likely meant, or null when none is near. */
export function nearestName(written: string, known: Iterable<string>): string | null {
  const lower = written.toLowerCase();
  const limit = Math.max(1, Math.floor(written.length / 3));
  let best: string | null = null;
  let bestDistance = limit + 1;
  for (const name of known) {
    const d = name.toLowerCase() === lower ? 0 : distance(lower, name.toLowerCase());
    if (d < bestDistance) {
      best = name;
      bestDistance = d;
    }
  }
  return best;
}
