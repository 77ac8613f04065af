import type { FixPattern } from '../model/fix-pattern.js';
import type { Remedy } from './new-pattern.js';
import { remedyKey } from './remedy-key.js';
import { layoutOf, type PatternLayout, type PatternStore } from './store.js';

export interface MergedStore {
  readonly store: PatternStore;
  /** What a person has to look at, one sentence each: both sides changed the same thing in different ways. */
  readonly conflicts: readonly string[];
}

/** No evidence has this digest, so whoever reads the store next computes the figures anew. */
const TO_BE_SETTLED = 'merged';

/**
 * Merges one store file as git does, with the version both sides started from. The evidence is another file, which git
 * may not have merged yet: figures that changed on both sides are only an estimate until the store is next read with it.
 */
export function mergeStoreFiles(base: PatternStore, ours: PatternStore, theirs: PatternStore): MergedStore {
  const conflicts: string[] = [];
  const patterns: FixPattern[] = [];
  const layouts = new Map<string, PatternLayout>();
  const ids = new Set([...ours.patterns, ...theirs.patterns].map(({ id }) => id));
  for (const id of ids) {
    const [before, mine, other] = [base, ours, theirs].map((store) => store.patterns.find((each) => each.id === id));
    const merged = mergeOne(
      before,
      mine,
      other,
      [base, ours, theirs].map((store) => digestIn(store, id)),
    );
    if (merged.conflict) conflicts.push(`"${id}": ${merged.conflict}`);
    if (!merged.pattern) continue;
    patterns.push(merged.pattern);
    layouts.set(id, { ...layoutOf(mine ? ours : theirs, id), digest: merged.digest });
  }
  return { store: { ...ours, patterns, layouts }, conflicts };
}

interface MergedPattern {
  /** Null where it goes. */
  readonly pattern: FixPattern | null;
  readonly digest: string | null;
  readonly conflict?: string;
}

function mergeOne(
  base: FixPattern | undefined,
  ours: FixPattern | undefined,
  theirs: FixPattern | undefined,
  [baseDigest = null, ourDigest = null, theirDigest = null]: readonly (string | null)[],
): MergedPattern {
  if (!ours || !theirs) {
    const left = ours ?? theirs ?? null;
    const digest = ours ? ourDigest : theirDigest;
    if (!base || !left) return { pattern: left, digest };
    if (isSame(left, base)) return { pattern: null, digest: null };
    return { pattern: left, digest, conflict: 'one side deleted it and the other changed it; it was kept' };
  }
  const remedy = remedyOf(base, ours, theirs);
  const conflict = remedy === null ? { conflict: 'both sides changed what it does; ours was kept' } : {};
  const from = remedy ?? ours;
  if (figuresKey(ours) === figuresKey(theirs) && ourDigest === theirDigest) {
    return { pattern: withFigures(from, ours), digest: ourDigest, ...conflict };
  }
  const isEdited = (side: FixPattern, digest: string | null): boolean =>
    base !== undefined && digest === baseDigest && figuresKey(side) !== figuresKey(base);
  const edited = [
    ...(isEdited(ours, ourDigest) ? [{ figures: ours, digest: theirDigest }] : []),
    ...(isEdited(theirs, theirDigest) ? [{ figures: theirs, digest: ourDigest }] : []),
  ];
  const [edit, other] = edited;
  if (edit && other) {
    const lower = edit.figures.hundredths <= other.figures.hundredths ? edit : other;
    const why = 'both sides edited its figures; the lower confidence was kept';
    return { pattern: withFigures(from, lower.figures), digest: lower.digest, conflict: conflict.conflict ?? why };
  }
  // Figures that were edited by hand and come with no evidence of their own stand against evidence of the other side.
  if (edit) return { pattern: withFigures(from, edit.figures), digest: edit.digest, ...conflict };
  if (base && figuresKey(theirs) === figuresKey(base))
    return { pattern: withFigures(from, ours), digest: ourDigest, ...conflict };
  if (base && figuresKey(ours) === figuresKey(base))
    return { pattern: withFigures(from, theirs), digest: theirDigest, ...conflict };
  return {
    pattern: { ...withFigures(from, ours), ...estimate(base, ours, theirs) },
    digest: TO_BE_SETTLED,
    ...conflict,
  };
}

/** The pattern whose remedy stays; null where both sides changed it in different ways. */
function remedyOf(base: FixPattern | undefined, ours: FixPattern, theirs: FixPattern): FixPattern | null {
  if (remedyKey(ours) === remedyKey(theirs)) return ours;
  if (base && remedyKey(ours) === remedyKey(base)) return theirs;
  return base && remedyKey(theirs) === remedyKey(base) ? ours : null;
}

type Figures = Omit<FixPattern, keyof Remedy | 'created'>;

/** What both sides added to what they started from. */
function estimate(base: FixPattern | undefined, ours: FixPattern, theirs: FixPattern): Figures {
  const sum = (of: (pattern: FixPattern) => number): number =>
    Math.max(0, of(ours) + of(theirs) - (base ? of(base) : 0));
  return {
    hundredths: Math.min(100, Math.max(0, ours.hundredths + theirs.hundredths - (base?.hundredths ?? 50))),
    appliedCount: sum((pattern) => pattern.appliedCount),
    successCount: sum((pattern) => pattern.successCount),
    failureCount: sum((pattern) => pattern.failureCount),
    lastUsed: [ours.lastUsed, theirs.lastUsed].sort().at(-1) ?? ours.lastUsed ?? theirs.lastUsed,
    accepted: base?.accepted ? ours.accepted && theirs.accepted : ours.accepted || theirs.accepted,
    retired: base?.retired ? ours.retired && theirs.retired : ours.retired || theirs.retired,
  };
}

function withFigures(remedy: FixPattern, figures: Figures): FixPattern {
  const { hundredths, appliedCount, successCount, failureCount, lastUsed, accepted, retired } = figures;
  return { ...remedy, hundredths, appliedCount, successCount, failureCount, lastUsed, accepted, retired };
}

function figuresKey({
  hundredths,
  appliedCount,
  successCount,
  failureCount,
  lastUsed,
  accepted,
  retired,
}: FixPattern): string {
  return JSON.stringify([hundredths, appliedCount, successCount, failureCount, lastUsed, accepted, retired]);
}

function isSame(a: FixPattern, b: FixPattern): boolean {
  return remedyKey(a) === remedyKey(b) && figuresKey(a) === figuresKey(b);
}

function digestIn(store: PatternStore, id: string): string | null {
  return layoutOf(store, id).digest ?? null;
}
