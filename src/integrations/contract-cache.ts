// Contracts as they were after loading, so that a hook need not read YAML again after every edit. Kept under
// `.specflow/cache/`, good for exactly the files it was made from, and only ever a copy: whatever is doubtful about it
// counts as nothing cached.
import { join } from 'node:path';
import { isExclusion } from '../globs/check-glob.js';
import { fixedFolder } from '../globs/fixed-folder.js';
import { hasCapitals } from '../globs/has-capitals.js';
import { checksum } from '../model/checksum.js';
import type { Contract, Scope } from '../model/contract.js';
import type { Finding } from '../model/finding.js';
import { readText } from '../platform/files/read-text.js';
import { mayTrack } from '../platform/git/may-track.js';
import { linkedFolders, walkBelow } from '../platform/paths/linked-folders.js';
import { CACHE_FOLDER, readCacheFile, writeCacheFile } from '../platform/state/cache-file.js';

export interface CachedContracts {
  readonly contracts: readonly Contract[];
  readonly findings: readonly Finding[];
  /** The contract files, root-relative, sorted. */
  readonly files: readonly string[];
}

export interface ContractCache {
  /** Null where the contracts have to be loaded. */
  read(): CachedContracts | null;
  /** Keeps contracts that loaded without a problem. */
  keep(loaded: CachedContracts): void;
}

/** For each glob the source and flags of its regular expression. */
export type GlobRegexes = Readonly<Record<string, readonly [string, string]>>;

/** How globs are understood, and what spares working that out again. */
export interface Globs {
  compileScope(globs: readonly string[]): Scope;
  globRegexes(globs: readonly string[]): GlobRegexes;
  rememberGlobs(known: GlobRegexes): void;
}

/** The git index, where contracts are to be what the next commit would hold. */
export interface StagedFiles {
  list(): readonly string[];
  /** Names the content of a file; null for one that is not in the index. */
  blobOf(path: string): string | null;
}

export interface CacheRequest {
  /** Absolute. */
  readonly root: string;
  /** Where contract files lie, as in the configuration. */
  readonly globs: readonly string[];
  /** Changes whenever the program does: another one may understand contracts otherwise. */
  readonly programId: string;
  readonly scopes: Globs;
  readonly staged?: StagedFiles | undefined;
}

const MAX_BYTES = 64 * 1024 * 1024;
const MAX_CONTRACT_BYTES = 1024 * 1024;

export function openContractCache(request: CacheRequest): ContractCache {
  const { root, programId, scopes, staged } = request;
  const name = staged ? 'staged-contracts.json' : 'contracts.json';
  // What git tracks there was put there by somebody, and could hold contracts that forbid nothing.
  const isTracked = staged ? staged.list().some(isBelow([CACHE_FOLDER])) : mayTrack(root, CACHE_FOLDER);
  const written = isTracked ? null : parse(readCacheFile(root, name, MAX_BYTES), programId);
  if (written !== null) scopes.rememberGlobs(written.globs);
  const found = isTracked ? null : fingerprintOf(request);
  return {
    read() {
      if (found === null || written?.key !== found.key) return null;
      const kept = decode(written.body, scopes);
      return kept === null ? null : { ...kept, files: found.files };
    },
    keep({ contracts, findings, files }) {
      if (found === null || files.join('\0') !== found.files.join('\0')) return;
      // One of them may have been saved while they were loaded.
      if (fingerprintOf(request)?.key !== found.key) return;
      const scopeGlobs = contracts.flatMap(({ rules }) => rules.flatMap(({ scope }) => scope.globs));
      const globs = JSON.stringify(scopes.globRegexes([...request.globs, ...scopeGlobs]));
      const rest = [programId, globs, found.key, encode({ contracts, findings })].join('\n');
      writeCacheFile(root, name, `${checksum(rest)}\n${rest}`);
    },
  };
}

interface Written {
  readonly globs: GlobRegexes;
  readonly key: string;
  readonly body: string;
}

/** A checksum, the program, what its globs mean, what the contracts were made from, and the contracts: a line each. */
function parse(text: string, programId: string): Written | null {
  const [sum = '', rest = ''] = splitOnce(text);
  const [program, lines = ''] = splitOnce(rest);
  if (program !== programId || sum !== checksum(rest)) return null;
  const [globs = '', keyed = ''] = splitOnce(lines);
  const [key = '', body = ''] = splitOnce(keyed);
  const known: unknown = JSON.parse(globs);
  return isGlobs(known) ? { globs: known, key, body } : null;
}

interface Fingerprint {
  readonly key: string;
  /** The contract files, root-relative, sorted. */
  readonly files: readonly string[];
}

/** What the cached contracts are good for; null where finding the contract files would take a look at everything. */
function fingerprintOf({ root, globs, scopes, staged }: CacheRequest): Fingerprint | null {
  const folders = globs.filter((glob) => !isExclusion(glob)).map(fixedFolder);
  if (folders.includes('')) return null;
  const walks = [...new Set(folders)].map((folder) => walkBelow(root, folder));
  // Contracts in a folder that cannot be opened are a matter for the loader, too.
  if (walks.some(({ unlisted }) => unlisted.length > 0)) return null;
  const listed = walks.flatMap(({ paths }) => paths);
  const indexed = staged?.list().filter(isBelow(folders)) ?? [];
  const files = scopes.compileScope(globs).select([...new Set([...listed, ...indexed])].sort());
  const parts: string[] = [];
  for (const file of files) {
    const content = staged ? staged.blobOf(file) : textOf(join(root, file));
    // One that cannot be read, or is not staged, is a matter for the loader.
    if (content === null) return null;
    parts.push(file, content);
  }
  // A file that is no contract may be named in a finding, as if it were meant to be one.
  const odd = listed.filter(hasCapitals).sort();
  // What lies behind a link is a problem where it looks like a contract that nothing reads.
  const links = linkedFolders(root, walks.flatMap((walk) => walk.links).sort());
  const behind = links.map((link) => [link, walkBelow(root, link).paths]);
  return { key: JSON.stringify([globs, odd, behind, parts]), files };
}

function textOf(path: string): string | null {
  const read = readText(path, MAX_CONTRACT_BYTES);
  return read.kind === 'text' ? read.text : null;
}

function isBelow(folders: readonly string[]): (path: string) => boolean {
  const starts = folders.map((folder) => `${folder}/`);
  return (path) => starts.some((start) => path.startsWith(start));
}

function splitOnce(text: string): readonly string[] {
  const at = text.indexOf('\n');
  return at === -1 ? [] : [text.slice(0, at), text.slice(at + 1)];
}

type Kept = Pick<CachedContracts, 'contracts' | 'findings'>;

/** Where something stands in the contracts that JSON cannot hold. */
type Way = readonly (string | number)[];

interface Encoded {
  readonly kept: unknown;
  readonly regexes: readonly (readonly [Way, string, string])[];
  readonly scopes: readonly (readonly [Way, readonly string[]])[];
}

function encode(kept: Kept): string {
  const regexes: [Way, string, string][] = [];
  const scopes: [Way, readonly string[]][] = [];
  const visit = (value: unknown, way: Way): void => {
    if (value instanceof RegExp) regexes.push([way, value.source, value.flags]);
    else if (isScope(value)) scopes.push([way, value.globs]);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, part] of Object.entries(value)) visit(part, [...way, name]);
    }
  };
  visit(kept, []);
  const encoded: Encoded = { kept, regexes, scopes };
  return JSON.stringify(encoded);
}

/** Puts back what JSON could not hold: much quicker than to ask of each part whether it is such a one. */
function decode(body: string, { compileScope }: Globs): Kept | null {
  const value: unknown = JSON.parse(body);
  if (!isEncoded(value)) return null;
  for (const [way, source, flags] of value.regexes) putAt(value.kept, way, new RegExp(source, flags));
  for (const [way, globs] of value.scopes) putAt(value.kept, way, compileScope(globs));
  return isKept(value.kept) ? value.kept : null;
}

function putAt(root: unknown, way: Way, part: unknown): void {
  let folder = root;
  for (const name of way.slice(0, -1)) folder = isRecord(folder) ? folder[name] : null;
  const last = way.at(-1);
  if (isRecord(folder) && last !== undefined) folder[last] = part;
}

function isRecord(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}

function isScope(value: unknown): value is Scope {
  return isRecord(value) && Array.isArray(value.globs) && typeof value.select === 'function';
}

function isEncoded(value: unknown): value is Encoded {
  return isRecord(value) && Array.isArray(value.regexes) && Array.isArray(value.scopes);
}

/** The checksum says that we wrote it, from contracts that had passed the loader. */
function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'contracts' in value && 'findings' in value;
}

function isGlobs(value: unknown): value is GlobRegexes {
  return typeof value === 'object' && value !== null && Object.values(value).every(Array.isArray);
}
