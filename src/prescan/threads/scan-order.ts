import type { SharedPaths } from './shared-paths.js';
import type { SharedMatchSets, SharedScan } from './shared-scan.js';

/** All that a thread needs to help with a scan; it travels as structured clone. */
export interface ScanOrder {
  /** Absolute. */
  readonly root: string;
  readonly maxFileBytes: number;
  /** For one try at the regexes of a batch. */
  readonly milliseconds: number;
  /** Root-relative. */
  readonly paths: SharedPaths;
  /** What each of them is called in `matchSets`, and its place among `groups`. */
  readonly places: Uint32Array;
  /** For each place which of `asked` is asked of it. */
  readonly groups: Uint16Array;
  readonly asked: readonly Uint8Array[];
  readonly patterns: readonly { readonly source: string; readonly flags: string }[];
  /** As `printPlan` writes it. */
  readonly plan: string;
  readonly scan: SharedScan;
  /** A `StampTable` with a row for each place; undefined where nobody asks for them. */
  readonly stamps: Float64Array | undefined;
  readonly matchSets: SharedMatchSets;
}

/** Who starts the thread is the same program: the type is its promise. */
export function isScanOrder(value: unknown): value is ScanOrder {
  return typeof value === 'object' && value !== null && 'scan' in value && 'matchSets' in value && 'plan' in value;
}
