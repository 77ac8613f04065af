// Spares a check of a whole work tree to name, one by one, the files nothing is said of: as long as git says that they
// are as they were, it is enough to know how many they are. What is said of a tree never depends on it.

import { filesToJudge } from '../../enforce.js';
import { requiresAny } from '../../engine/requires-any.js';
import { cover } from '../../engine/selection/cover.js';
import type { SilentRest } from '../../engine/selection/silent-rest.js';
import { isExclusion } from '../../globs/check-glob.js';
import { compileScope } from '../../globs/compile-scope.js';
import type { Rule } from '../../model/contract.js';
import { isLossy } from '../../model/lossy-path.js';
import type { FileStamp, SourceTree } from '../../platform/files/source-tree.js';
import { openListedTree } from '../../platform/files/working-tree.js';
import { entriesBelow, type IndexBytes } from '../../platform/git/git-index.js';
import { type FileThen, indexChanges, racyFiles, visitTracked } from '../../platform/git/index-changes.js';
import { below, type ListedAhead, MOST_RACY } from '../../platform/git/list-ahead.js';
import { mountsBelow } from '../../platform/paths/mounts-below.js';
import { CACHE_FOLDER } from '../../platform/state/cache-file.js';
import { type MatchSetCache, matchSetsAsKept, matchSetsOf } from '../../prescan/cache/match-set-cache.js';
import {
  forgetSilentFiles,
  keepSilentFiles,
  readSilentFiles,
  type SilentFiles,
} from '../../prescan/cache/silent-cache.js';
import type { Prescanned } from '../../prescan/prescan.js';
import { isSettled } from '../../prescan/stamps/is-settled.js';
import { placesIn } from '../../prescan/stamps/places-in.js';
import type { Workspace } from '../workspace/workspace.js';

/** What is left of a tree without the files that are known to be silent. */
export interface WithoutSilent {
  readonly tree: SourceTree;
  readonly rest: SilentRest;
  readonly matchSets: MatchSetCache;
}

/** For fewer files naming them takes no time. */
const MANY_SILENT = 512;
/** After more changes all files are gone through, and the next run has as few of them again. */
const MOST_CHANGES = 64;

/**
 * @param key gives what `keepSilent` is given; asked only where something may have been kept
 * @returns null where all files have to be gone through
 */
export function withoutSilent(workspace: Workspace, listed: ListedAhead, key: () => string): WithoutSilent | null {
  const { root, config, loaded } = workspace;
  const { prefix, others, touched, unlisted } = listed;
  const index = touched && ownIndex(root, listed);
  if (touched === null || index === null) return null;
  const kept = readSilentFiles(root, keyOf(workspace, listed, key()));
  const changes = kept && indexChanges({ ...index, bytes: kept.index }, index);
  if (kept === null || changes === null) return null;

  // Names that are no UTF-8 may come out alike.
  if ([...changes.added, ...touched].some(isLossy)) return null;

  const asked = new Set(kept.asked);
  const added = new Set(below(changes.added, prefix));
  const removed = new Set(below(changes.removed, prefix));
  // Files that were silent then, and may not be now.
  const left = [...new Set([...below(changes.changed, prefix), ...removed, ...touched])].filter(
    (path) => !asked.has(path) && !added.has(path),
  );
  if (left.length + added.size > MOST_CHANGES) return null;
  const tracked = [...asked, ...left].filter((path) => !removed.has(path));
  const paths = [...new Set([...tracked, ...added, ...others])];
  const rules = loaded.contracts.flatMap((contract) => contract.rules);
  return {
    tree: openListedTree(root, config, () => ({ paths, unlisted }), listed),
    rest: restOf(kept, filesToJudge({ list: () => left }, loaded, config), rules),
    matchSets: matchSetsAsKept(kept.matchSets, (news) => {
      // They would be looked at again by each run.
      if (news > MOST_CHANGES) forgetSilentFiles(root);
    }),
  };
}

/** @param left those that were silent then and are listed now, or not there any more */
function restOf(kept: SilentFiles, left: readonly string[], rules: readonly Rule[]): SilentRest {
  const { rulesOf } = cover(rules, left);
  return {
    files: kept.files - left.filter((file) => rulesOf(file).length > 0).length,
    selectedBy(globs) {
      const selected = kept.selected.get(globs.join('\0'));
      if (selected === undefined) throw new Error(`nobody counted the files in the scope ${globs.join(' ')}`);
      return selected - compileScope(globs).select(left).length;
    },
  };
}

export interface KeepRequest {
  readonly workspace: Workspace;
  readonly listed: ListedAhead;
  /** All files there are. */
  readonly tree: SourceTree;
  /** Changes with everything but the files and the settings of the project that decides what is said of a file. */
  readonly key: string;
  readonly known: Prescanned;
  /** Milliseconds since 1970, before the first file was looked at. */
  readonly now: number;
}

/** Leaves to the next run which files are silent, where that would save it anything. */
export function keepSilent(request: KeepRequest): void {
  const { workspace, listed, tree, key, known, now } = request;
  const { root, config, loaded } = workspace;
  const { indexedAt, prefix } = listed;
  const index = process.platform === 'win32' ? null : ownIndex(root, listed);
  const racy = index && racyFiles(index, indexedAt);
  // With more of them git will not be asked.
  if (index === null || racy === null || racy.length > MOST_RACY) return;
  const found = findSilent(index, prefix, known, now);
  if (found === null) return;
  const judged = filesToJudge(tree, loaded, config).filter((file) => found.unasked.has(file));
  const counted = [...known.files.filter((_, place) => found.isSilent[place] === 1), ...judged];
  if (counted.length < MANY_SILENT || found.asked.length > counted.length) return;

  const rules = loaded.contracts.flatMap((contract) => contract.rules);
  const places = known.files.flatMap((_, place) => (found.isSilent[place] === 1 ? [] : [place]));
  const files = places.map((place) => known.files[place] ?? '');
  keepSilentFiles(root, keyOf(workspace, listed, key), {
    index: index.bytes,
    asked: found.asked,
    files: counted.filter((path) => known.rulesOf(path).length > 0).length,
    selected: selectedFrom(counted, rules),
    matchSets: matchSetsOf(files, known.stamps.only(places), now, (at) => known.seenOf(places[at] ?? 0)),
  });
}

/** Files that git tracks. What is silent will be silent as long as git finds it unchanged. */
interface Found {
  /** By the places of those that were looked at: 1 for a silent one. */
  readonly isSilent: Uint8Array;
  /** Of these no rule asks anything. */
  readonly unasked: ReadonlySet<string>;
  readonly asked: readonly string[];
}

/** @returns null where the index is not understood, or its names */
function findSilent(index: IndexBytes, prefix: string, known: Prescanned, now: number): Found | null {
  // Git's order is another for a few names, some of which are not found then: those will be asked about again.
  const placeOf = placesIn(known.files);
  const isSilent = new Uint8Array(known.files.length);
  let isSure = true;
  const unasked = new Set<string>();
  const asked: string[] = [];
  const isWhole = visitTracked(index, (full, file) => {
    if (isLossy(full)) isSure = false;
    if (!full.startsWith(prefix)) return;
    const path = full.slice(prefix.length);
    const place = placeOf(path);
    const rules = known.rulesOf(path);
    // A file of which only what any other may hold is asked, is not looked at once another holds it.
    const isAlwaysAsked = rules.some(({ checks }) => checks.some((check) => !requiresAny(check)));
    if (file === null || !isSettled(1000 * (Math.max(file.changedAt, file.writtenAt) + 1), now)) asked.push(path);
    else if (place === null && rules.length === 0) unasked.add(path);
    else if (
      place !== null &&
      isAlwaysAsked &&
      known.isSilent(place) &&
      isAsIndexed(known.stamps.stampOf(place), file)
    ) {
      isSilent[place] = 1;
    } else asked.push(path);
  });
  return isWhole && isSure ? { isSilent, unasked, asked } : null;
}

/** How many files lie in each scope, and in each part of one that could select nothing. */
function selectedFrom(files: readonly string[], rules: readonly Rule[]): ReadonlyMap<string, number> {
  const selected = new Map<string, number>();
  for (const { scope } of rules) {
    const parts = scope.globs.filter((glob) => !isExclusion(glob)).map((glob) => [glob]);
    for (const globs of [scope.globs, ...parts]) {
      const key = globs.join('\0');
      if (!selected.has(key)) selected.set(key, compileScope(globs).select(files).length);
    }
  }
  return selected;
}

/**
 * Null where something came with the repository that would be believed, and where files lie in another file system:
 * git does not look at which.
 */
function ownIndex(root: string, { index: read, prefix }: ListedAhead): IndexBytes | null {
  const index = read();
  const folders = [CACHE_FOLDER, ...mountsBelow(root)].map((folder) => `${prefix}${folder}`);
  return index !== null && entriesBelow(index, folders)?.length === 0 ? index : null;
}

function isAsIndexed(stamp: FileStamp | null, file: FileThen): boolean {
  if (stamp === null) return false;
  const isSame = Math.floor(stamp.ctimeMs / 1000) === file.changedAt;
  return isSame && Math.floor(stamp.mtimeMs / 1000) === file.writtenAt && stamp.size % 2 ** 32 === file.size;
}

function keyOf({ config, loaded }: Workspace, { prefix, rootId }: ListedAhead, key: string): string {
  return JSON.stringify([key, config, loaded.files, prefix, rootId]);
}
