import { compareNotes } from '../engine/compare-notes.js';
import type { Inspection } from '../engine/inspection/inspection.js';
import { listNames } from '../engine/list-names.js';
import { shardOf } from '../engine/selection/shard-of.js';
import type { Beside } from '../model/check-result.js';
import type { ClosedFolder } from '../model/closed-folder.js';
import type { Rule } from '../model/contract.js';
import { usageError } from '../model/problem.js';
import { BlobFlaw } from './decode.js';
import { parseBlob, type SealedBlob } from './parse-blob.js';
import type { JudgedTree, RecordedOnly, ShardBlob } from './shard-blob.js';

/** A blob as it was read, with the name a message calls it by. */
export interface NamedBlob {
  readonly name: string;
  readonly text: string;
}

/** What must be true of every blob for the merge to be what one machine would have found. */
export interface Expected {
  readonly toolVersion: string;
  /** `digestOf` the contracts, configuration and baseline here. */
  readonly digest: string;
  readonly rules: ReadonlyMap<string, Rule>;
}

/** Everything all shards saw. */
export interface JoinedBlobs {
  readonly only: RecordedOnly;
  /** Sorted. */
  readonly listed: readonly string[];
  readonly unlisted: readonly string[];
  readonly closed: readonly ClosedFolder[];
  readonly absent: readonly string[];
  readonly ignoresUnknown: string | null;
  readonly seen: ReadonlyMap<string, Inspection>;
  /** A problem of the whole is in it once for each shard. */
  readonly beside: Beside;
}

/** @throws UsageError that names the blob which is damaged, of another run, twice there, or missing */
export function joinBlobs(named: readonly NamedBlob[], expected: Expected): JoinedBlobs {
  const sealed = named.map(({ name, text }) => ({ name, blob: guarded(name, () => parseBlob(text)) }));
  const [first] = sealed;
  if (!first)
    throw usageError('report/no-blob', 'No blob was given.', 'Name the files that "check -o blob=path" wrote.');
  for (const { name, blob } of sealed) refuseForeign(name, blob, expected, first);
  refuseIncomplete(sealed);
  refuseOtherTree(sealed, first);
  const blobs = sealed.map(({ name, blob }) => guarded(name, () => opened(blob, expected.rules)));
  return {
    only: first.blob.run.only,
    listed: blobs.flatMap(({ listed }) => listed).sort(),
    unlisted: [...new Set(blobs.flatMap(({ unlisted }) => unlisted))].sort(),
    closed: first.blob.closed,
    absent: blobs.flatMap(({ absent }) => absent).sort(),
    ignoresUnknown: first.blob.ignoresUnknown,
    seen: new Map(blobs.flatMap(({ seen }) => [...seen])),
    beside: {
      violations: blobs.flatMap(({ beside }) => beside.violations),
      problems: blobs.flatMap(({ beside }) => beside.problems).sort(compareNotes),
    },
  };
}

interface Sealed {
  readonly name: string;
  readonly blob: SealedBlob;
}

function guarded<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof BlobFlaw)) throw error;
    throw usageError('report/broken-blob', `${name} cannot be merged: ${error.message}.`, 'Run that shard again.');
  }
}

function opened(blob: SealedBlob, rules: ReadonlyMap<string, Rule>): ShardBlob {
  const { index, count } = blob.shard;
  const stray = blob.listed.find((path) => shardOf(path, count) !== index);
  if (stray !== undefined) throw new BlobFlaw(`${stray} belongs to another shard`);
  return blob.open(rules);
}

function refuseForeign(name: string, { toolVersion, run, shard }: SealedBlob, expected: Expected, first: Sealed): void {
  const refuse = (why: string, help: string): never => {
    throw usageError('report/foreign-blob', `${name} does not belong to this merge: ${why}.`, help);
  };
  if (toolVersion !== expected.toolVersion) {
    refuse(`specflow ${toolVersion} wrote it, and this is ${expected.toolVersion}`, 'Use one version everywhere.');
  }
  if (run.digest !== expected.digest) {
    refuse('it was judged by other contracts, settings or another baseline', 'Check and merge the same commit.');
  }
  if (JSON.stringify(run.only) !== JSON.stringify(first.blob.run.only)) {
    refuse(`it was restricted in another way than ${first.name}`, 'Give every shard the same paths and options.');
  }
  if (shard.count !== first.blob.shard.count) {
    refuse(`it is one of ${shard.count} shards, and ${first.name} one of ${first.blob.shard.count}`, 'Merge one run.');
  }
}

/** Verdicts about files of several states join to one about none of them. */
function refuseOtherTree(sealed: readonly Sealed[], first: Sealed): void {
  // What a shard wrote lies among the files of the next where one machine runs several.
  const reports = new Set(sealed.flatMap(({ blob }) => blob.run.tree?.reports ?? []));
  const other = sealed.find(({ blob }) => !isSameTree(blob.run.tree, first.blob.run.tree, reports));
  if (other === undefined) return;
  const [at, otherAt] = [first, other].map(({ name, blob }) => `${name} at ${stateText(blob.run.tree)}`);
  const isSameCommit = first.blob.run.tree?.commit === other.blob.run.tree?.commit;
  const paths = otherPaths(first.blob.run.tree, other.blob.run.tree).filter((path) => !reports.has(path));
  throw usageError(
    'report/mixed-trees',
    `${first.name} and ${other.name} do not judge the same files: ${
      isSameCommit && paths.length > 0 ? `between them they differ in ${listNames(paths)}` : `${at}, ${otherAt}`
    }.`,
    isSameCommit
      ? 'Run all shards on the same files: the same commit, and nothing changed or built beside it in between.'
      : 'Run all shards on the same commit.',
  );
}

function isSameTree(a: JudgedTree | null, b: JudgedTree | null, reports: ReadonlySet<string>): boolean {
  if (a === null || b === null) return a === b;
  return a.commit === b.commit && otherPaths(a, b).every((path) => reports.has(path));
}

/** What one of them has as the commit does not, and the other in another way. */
function otherPaths(a: JudgedTree | null, b: JudgedTree | null): readonly string[] {
  const [inA, inB] = [new Map(a?.changes), new Map(b?.changes)];
  return [...new Set([...inA.keys(), ...inB.keys()])].filter((path) => inA.get(path) !== inB.get(path)).sort();
}

function stateText(tree: JudgedTree | null): string {
  return tree?.commit ? `commit ${tree.commit.slice(0, 12)}` : 'no commit';
}

function refuseIncomplete(sealed: readonly Sealed[]): void {
  const byIndex = new Map<number, string>();
  let count = 0;
  for (const { name, blob } of sealed) {
    const { index } = blob.shard;
    const twin = byIndex.get(index);
    if (twin !== undefined) {
      const message = `${name} and ${twin} are both shard ${index}/${blob.shard.count}.`;
      throw usageError('report/repeated-blob', message, 'Name each shard once.');
    }
    byIndex.set(index, name);
    count = blob.shard.count;
  }
  const missing = Array.from({ length: count }, (_, at) => at + 1).filter((index) => !byIndex.has(index));
  if (missing.length === 0) return;
  const names = missing.slice(0, 8).map((index) => `${index}/${count}`);
  const more = missing.length > 8 ? ` and ${missing.length - 8} more` : '';
  throw usageError(
    'report/missing-blob',
    `Nothing was given of ${missing.length === 1 ? 'shard' : 'the shards'} ${names.join(', ')}${more}.`,
    'Merge the blobs of all shards; a shard that failed to run has to run again.',
  );
}
