// Contracts as they were after loading, so that a hook need not read YAML again after every edit. Kept under
// `.specflow/cache/`, good for exactly the files it was made from, and only ever a copy: whatever is doubtful about it
// counts as nothing cached.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { isExclusion } from '../model/check-glob.js';
import type { Contract, Scope } from '../model/contract.js';
import type { Finding } from '../model/finding.js';
import { mayTrack } from '../platform/may-track.js';
import { readOwnText } from '../platform/read-own-text.js';
import { readText } from '../platform/read-text.js';
import { walkFiles } from '../platform/walk-files.js';
import { writeOwnFile } from '../platform/write-file.js';

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

export interface CacheRequest {
  /** Absolute. */
  readonly root: string;
  /** Where contract files lie, as in the configuration. */
  readonly globs: readonly string[];
  /** Changes whenever the program does: another one may understand contracts otherwise. */
  readonly programId: string;
  readonly compileScope: (globs: readonly string[]) => Scope;
}

const FOLDER = '.specflow/cache';
const NAME = 'contracts.json';
const MAX_BYTES = 64 * 1024 * 1024;
const MAX_CONTRACT_BYTES = 1024 * 1024;

export function openContractCache(request: CacheRequest): ContractCache {
  const { root, compileScope } = request;
  // What git tracks there was put there by somebody, and could hold contracts that forbid nothing.
  const found = mayTrack(root, FOLDER) ? null : fingerprintOf(request);
  return {
    read() {
      if (found === null) return null;
      const [head = '', body = ''] = splitOnce(readOwnText(root, FOLDER, NAME, MAX_BYTES) ?? '');
      if (head !== headOf(found.key, body)) return null;
      const kept = decode(body, compileScope);
      return kept === null ? null : { ...kept, files: found.files };
    },
    keep({ contracts, findings, files }) {
      if (found === null || files.join('\0') !== found.files.join('\0')) return;
      // One of them may have been saved while they were loaded.
      if (fingerprintOf(request)?.key !== found.key) return;
      const body = encode({ contracts, findings });
      // Nobody's project should have to ignore it by hand. A folder that cannot be written only costs time.
      writeOwnFile(root, `${FOLDER}/.gitignore`, '*\n');
      writeOwnFile(root, `${FOLDER}/${NAME}`, `${headOf(found.key, body)}\n${body}`);
    },
  };
}

/** What the cached contracts are good for; null where finding the contract files would take a look at everything. */
function fingerprintOf({
  root,
  globs,
  programId,
  compileScope,
}: CacheRequest): { key: string; files: readonly string[] } | null {
  const folders = globs.filter((glob) => !isExclusion(glob)).map(fixedFolder);
  if (folders.includes('')) return null;
  const listed = [...new Set(folders)].flatMap((folder) => filesBelow(root, folder));
  const files = compileScope(globs).select([...new Set(listed)].sort());
  const hash = createHash('sha256').update(JSON.stringify([programId, globs]));
  for (const file of files) {
    const read = readText(join(root, file), MAX_CONTRACT_BYTES);
    if (read.kind !== 'text') return null;
    hash.update(JSON.stringify([file, read.text]));
  }
  return { key: hash.digest('hex'), files };
}

/** The folders a glob spells out before its first wildcard. */
function fixedFolder(glob: string): string {
  return /^(?:\.\/)?((?:[\w.-]+\/)*)/.exec(glob)?.[1]?.slice(0, -1) ?? '';
}

function filesBelow(root: string, folder: string): readonly string[] {
  try {
    return walkFiles(join(root, folder)).paths.map((path) => `${folder}/${path}`);
  } catch {
    // There is no such folder, or none that can be read: then nothing was cached for what it holds either.
    return [];
  }
}

function splitOnce(text: string): readonly string[] {
  const at = text.indexOf('\n');
  return [text.slice(0, at), text.slice(at + 1)];
}

/** Damage to either part shows. */
function headOf(key: string, body: string): string {
  return `${key} ${createHash('sha256').update(body).digest('hex')}`;
}

type Kept = Pick<CachedContracts, 'contracts' | 'findings'>;

function encode(kept: Kept): string {
  return JSON.stringify(kept, (_, value: unknown) =>
    value instanceof RegExp ? { $regex: [value.source, value.flags] } : value,
  );
}

function decode(body: string, compileScope: (globs: readonly string[]) => Scope): Kept | null {
  const value: unknown = JSON.parse(body, (key, part: unknown) => {
    if (typeof part !== 'object' || part === null) return part;
    if ('$regex' in part && Array.isArray(part.$regex))
      return new RegExp(String(part.$regex[0]), String(part.$regex[1]));
    return key === 'scope' && 'globs' in part && Array.isArray(part.globs) ? compileScope(part.globs) : part;
  });
  return isKept(value) ? value : null;
}

/** The digest says that we wrote it, from contracts that had passed the loader. */
function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'contracts' in value && 'findings' in value;
}
