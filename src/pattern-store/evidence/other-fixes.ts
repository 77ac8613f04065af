import type { EvidenceLine } from './evidence-line.js';

/** Fixes of one rule that no stored pattern accounts for. */
export interface OtherFixes {
  readonly ruleId: string;
  /** `auto_fix`, `example`, `agent` or `edited` by a person. */
  readonly source: string;
  readonly fixes: number;
  readonly files: number;
  /** ISO date of the last one. */
  readonly last: string;
}

/** What was applied beside the patterns of a store, by rule and source. @param patternIds those of the store */
export function otherFixes(lines: readonly EvidenceLine[], patternIds: ReadonlySet<string>): readonly OtherFixes[] {
  const groups = new Map<string, OtherFixes & { readonly paths: Set<string> }>();
  for (const line of lines) {
    if (line.kind !== 'applied' && line.kind !== 'success') continue;
    if (line.patternId !== null && patternIds.has(line.patternId)) continue;
    const { ruleId, file, day, source = `pattern:${line.patternId}` } = line;
    const key = JSON.stringify([ruleId, source]);
    const known = groups.get(key);
    const paths = (known?.paths ?? new Set()).add(file);
    const last = known && known.last > day ? known.last : day;
    groups.set(key, { ruleId, source, fixes: (known?.fixes ?? 0) + 1, files: paths.size, last, paths });
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { ruleId, source, fixes, files, last }]) => ({ ruleId, source, fixes, files, last }));
}
