// What was compiled of the program is kept for the next run, in a folder of the user alone: whoever could write there
// could have us run what they like, so the system's temporary folder will not do.

import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import module, { createRequire, Module } from 'node:module';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { checksum } from '../../model/checksum.js';
import { READ_FLAGS } from '../files/read-flags.js';
import { type EngineFlag, resetEngineFlags, setEngineFlags } from './engine-flags.js';

/** Has Node keep what it compiled, where it can: from Node 22 on. */
export function keepCompiled(env: NodeJS.ProcessEnv): void {
  const folder = cacheFolder(env);
  if (folder === null || !('enableCompileCache' in module)) return;
  const enable: unknown = module.enableCompileCache;
  // What cannot be written only costs time; Node says so in what it returns, and nobody asks.
  if (typeof enable === 'function') enable(folder);
  // Node keeps it after that.
  process.once('exit', resetEngineFlags);
}

/** Else what has not been called for a while is missing from what is kept. */
const KEPT_BYTECODE: EngineFlag = { set: '--no-flush-bytecode', back: '--flush-bytecode' };

/**
 * Loads a CommonJS file of ours as `require` does. Where Node cannot do so itself, what V8 compiled is kept when the
 * process ends, by then with all functions that were called.
 * @param file absolute
 * @param purpose what is kept for one purpose holds few functions that another one calls
 */
export function requireCompiled(file: string, purpose: string, env: NodeJS.ProcessEnv): unknown {
  const require = createRequire(file);
  const folder = cacheFolder(env);
  const isUnwanted = Boolean(env.NODE_V8_COVERAGE) || Boolean(env.NODE_DISABLE_COMPILE_CACHE);
  if (folder === null || isUnwanted || 'enableCompileCache' in module) return require(file);
  const source = readFileSync(file);
  // Of the version of V8, its flags and the processor.
  const tag = cachedDataVersionTag();
  const head = `${tag} ${checksum(source)}`;
  const kept = join(folder, `${purpose}-${checksum(file)}.bin`);
  const before = readKept(kept, head);
  const script = new Script(`(function(exports,require,module,__filename,__dirname,__import){${source}\n})`, {
    filename: file,
    ...(before === null ? {} : { cachedData: before }),
  });
  const made = new Module(file);
  made.filename = file;
  require.cache[file] = made;
  const body: unknown = script.runInThisContext();
  if (typeof body !== 'function') throw new Error(`${file} is no module`);
  const later = (way: string): Promise<unknown> => import(pathToFileURL(join(dirname(file), way)).href);
  body.call(made.exports, made.exports, require, made, file, dirname(file), later);
  made.loaded = true;
  if (before === null || script.cachedDataRejected === true) {
    setEngineFlags([KEPT_BYTECODE]);
    process.once('exit', () => {
      resetEngineFlags();
      if (cachedDataVersionTag() === tag) keep(kept, head, script);
    });
  }
  return made.exports;
}

function cacheFolder(env: NodeJS.ProcessEnv): string | null {
  const caches = env.XDG_CACHE_HOME ?? env.LOCALAPPDATA ?? (env.HOME && join(env.HOME, '.cache'));
  return caches === undefined || !isAbsolute(caches) ? null : join(caches, 'specflow/compiled');
}

/** Bytes of a line that begins with what it is good for and its checksum. */
const HEAD_BYTES = 96;

/** @returns null where nothing was kept, it is not good for this, or somebody else could have written it */
function readKept(path: string, head: string): Buffer | null {
  let descriptor: number | null = null;
  try {
    descriptor = openSync(path, READ_FLAGS);
    if (!isOurs(fstatSync(descriptor))) return null;
    const bytes = readFileSync(descriptor);
    const compiled = bytes.subarray(HEAD_BYTES);
    return bytes.toString('latin1', 0, HEAD_BYTES) === headOf(head, compiled) ? compiled : null;
  } catch {
    return null;
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

function isOurs(stat: Stats): boolean {
  const isPrivate = process.getuid === undefined || (stat.uid === process.getuid() && (stat.mode & 0o022) === 0);
  return stat.isFile() && isPrivate;
}

function headOf(head: string, compiled: Buffer): string {
  return `${`${head} ${checksum(compiled)}`.padEnd(HEAD_BYTES - 1)}\n`;
}

/** Put in its place whole, since others may be reading it. What cannot be written only costs time. */
function keep(path: string, head: string, script: Script): void {
  const unfinished = join(dirname(path), `.${basename(path)}-${process.pid}`);
  const attempt = (work: () => void): boolean => {
    try {
      work();
      return true;
    } catch {
      return false;
    }
  };
  const isKept = attempt(() => {
    const compiled = script.createCachedData();
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(unfinished, Buffer.concat([Buffer.from(headOf(head, compiled), 'latin1'), compiled]), {
      mode: 0o600,
    });
    renameSync(unfinished, path);
  });
  if (!isKept) attempt(() => rmSync(unfinished, { force: true }));
}
