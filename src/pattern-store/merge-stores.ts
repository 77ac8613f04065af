import type { FixPattern } from '../model/fix-pattern.js';
import { type EvidenceLine, inEvidenceOrder } from './evidence/evidence-line.js';
import { remedyKey } from './remedy-key.js';
import { settleStore, unexplainedStates } from './settle-store.js';
import { EMPTY_STORE, layoutOf, type PatternStore } from './store.js';

/** A store with the evidence that its figures come from. */
export interface SharedStore {
  readonly store: PatternStore;
  readonly lines: readonly EvidenceLine[];
}

/**
 * What all these stores know, each event once. The order of the stores, and which of them are merged first, makes no
 * difference: the evidence is a union, and figures follow from it. Of two remedies with one id the same one wins everywhere.
 */
export function mergeStores(shared: readonly SharedStore[]): SharedStore {
  const lines = inEvidenceOrder(
    shared.flatMap(({ store, lines: own }) => [...own, ...unexplainedStates(settleStore(store, own), own)]),
  );
  const patterns = new Map<string, { readonly pattern: FixPattern; readonly from: PatternStore }>();
  for (const { store } of shared) {
    for (const pattern of store.patterns) {
      const known = patterns.get(pattern.id);
      if (!known || isPreferred(pattern, known.pattern)) patterns.set(pattern.id, { pattern, from: store });
    }
  }
  const sorted = [...patterns.values()].sort((a, b) => (a.pattern.id < b.pattern.id ? -1 : 1));
  const layouts = sorted.map(({ pattern: { id }, from }) => [id, { ...layoutOf(from, id), digest: null }] as const);
  const store = { ...EMPTY_STORE, patterns: sorted.map(({ pattern }) => pattern), layouts: new Map(layouts) };
  return { store: settleStore(store, lines), lines };
}

/** Any total order would do; the later day and then the greater text are what everybody can see. */
function isPreferred(a: FixPattern, b: FixPattern): boolean {
  return a.created === b.created ? remedyKey(a) > remedyKey(b) : a.created > b.created;
}
