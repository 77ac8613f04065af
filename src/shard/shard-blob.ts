/**
 * What one shard of a check saw, as a file that other machines can read. `report merge` joins the blobs of all shards
 * and concludes as if one machine had looked at everything. Pure but for `blob-file.ts`, which loads; no rule is run here.
 */

import type { Inspection } from '../engine/inspection/inspection.js';
import type { Shard } from '../engine/selection/shard-of.js';
import type { Beside } from '../model/check-result.js';
import type { ClosedFolder } from '../model/closed-folder.js';

/** Of the format. A blob is read by what wrote it, and lives as long as a run: older ones need not be understood. */
export const BLOB_VERSION = 3;

export interface ShardBlob {
  readonly toolVersion: string;
  readonly shard: Shard;
  readonly run: RunIdentity;
  /** The listed files of this shard, sorted. */
  readonly listed: readonly string[];
  /** Folders that could not be opened. */
  readonly unlisted: readonly string[];
  /** Folders nobody enters, with the files in them that lie in the scope of a rule. */
  readonly closed: readonly ClosedFolder[];
  /** Files of this shard that lie in the scope of a rule, and that a sparse checkout leaves out; sorted. */
  readonly absent: readonly string[];
  /** Why what git ignores could not be left out, as a clause; null where it was, or there is no git. */
  readonly ignoresUnknown: string | null;
  /** What was seen, by path, of each file that was looked at. */
  readonly seen: ReadonlyMap<string, Inspection>;
  /** Where not all rules were asked: what those about secrets found beside it. */
  readonly beside: Beside;
}

/** What all shards of one run have in common. */
export interface RunIdentity {
  /** Of contracts, configuration and baseline: see `digestOf`. */
  readonly digest: string;
  readonly only: RecordedOnly;
  /** Null where one machine looked at everything: there is nothing it could be mixed with. */
  readonly tree: JudgedTree | null;
}

/** Equal for two machines that look at the same files, but for reports. */
export interface JudgedTree {
  /** What HEAD names; null without git, and before the first commit. */
  readonly commit: string | null;
  /** Of the files rules look at, those that are not as that commit has them, each with a digest of its content. */
  readonly changes: readonly (readonly [path: string, digest: string])[];
  /** Root-relative paths of the reports that were asked for: the next shard may find them among its files. */
  readonly reports: readonly string[];
}

/** What the run was restricted to; null does not restrict. */
export interface RecordedOnly {
  readonly ruleIds: readonly string[] | null;
  readonly contractIds: readonly string[] | null;
  readonly paths: readonly string[] | null;
  readonly changed: readonly string[] | null;
  readonly removed: readonly string[] | null;
}
