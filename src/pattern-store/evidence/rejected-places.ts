import { type EvidenceLine, inEvidenceOrder } from './evidence-line.js';

/**
 * Keys of places whose fix a person rejected: whatever would be applied there, a person looks first.
 * Accepting the pattern afterwards lifts it.
 */
export function rejectedPlaces(lines: readonly EvidenceLine[]): ReadonlySet<string> {
  const byPattern = new Map<string, Set<string>>();
  const decisions = lines.filter(({ kind }) => kind === 'accepted' || kind === 'rejected');
  for (const line of inEvidenceOrder(decisions)) {
    if (line.kind === 'accepted') byPattern.delete(line.patternId);
    if (line.kind !== 'rejected') continue;
    const places = byPattern.get(line.patternId) ?? new Set();
    for (const place of line.places) places.add(place);
    byPattern.set(line.patternId, places);
  }
  return new Set([...byPattern.values()].flatMap((places) => [...places]));
}
