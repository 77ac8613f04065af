import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { makeFolder } from '../../support/make-folder.js';
import { type ProcessEnd, type RunOptions, runProcess } from './run-process.js';
import type { Subject } from './subject.js';

/** What a process and everything it started did to the world, as the system saw it. */
export interface SystemCalls extends ProcessEnd {
  /** Programs that were started, by file name, each once; the first of them is node. */
  readonly programs: readonly string[];
  /** Absolute paths of what was opened for writing, made, renamed, linked, removed or given another mode; each once. */
  readonly written: readonly string[];
  /** Calls that reach for a network, as strace prints them. */
  readonly network: readonly string[];
}

/** Why calls cannot be traced here; null where they can. */
export function whyNotTraced(): string | null {
  try {
    execFileSync('strace', ['-o', '/dev/null', process.execPath, '--version'], { stdio: 'ignore' });
    return null;
  } catch {
    // Not installed, or not allowed to trace.
    return 'strace does not run here';
  }
}

const TOUCHING = [
  'openat,open,creat,mkdir,mkdirat,rmdir,rename,renameat,renameat2,unlink,unlinkat,link,linkat,symlink,symlinkat',
  'truncate,chmod,fchmodat,chown,lchown,fchownat,utimensat,mknod,mknodat,setxattr',
].join(',');
const NETWORK = 'socket,connect,bind,listen,sendto,sendmsg';

export async function traceSystemCalls(
  subject: Subject,
  args: readonly string[],
  options: RunOptions,
): Promise<SystemCalls> {
  const folder = makeFolder();
  // One file a process, so that no call is cut in two by another.
  const strace = [
    '-ff',
    '-qq',
    '-y',
    '-s',
    '4096',
    '-o',
    join(folder, 'calls'),
    '-e',
    `trace=execve,execveat,${TOUCHING},${NETWORK}`,
  ];
  const end = await runProcess('strace', [...strace, process.execPath, subject.cli, ...args], {
    timeoutMs: 60_000,
    ...options,
  });
  const processes = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8').split('\n'));
  const calls = processes.flat();
  return {
    ...end,
    programs: [...new Set(calls.flatMap(startedProgram))].sort(),
    written: [...new Set(processes.flatMap((all) => touchedPaths(all, options.cwd)))].sort(),
    network: calls.filter(isNetwork),
  };
}

function startedProgram(call: string): string[] {
  const [, path] = /^execve(?:at)?\((?:\d+[^"]*, )?"([^"]*)".* = 0$/.exec(call) ?? [];
  return path === undefined ? [] : [basename(path)];
}

const READ_ONLY = /^open(?:at)?\((?!.*O_(?:WRONLY|RDWR|CREAT|TRUNC|APPEND))/;

/** @param calls of one process, in order */
function touchedPaths(calls: readonly string[], cwd: string): string[] {
  const opened = new Map<string, string>();
  return calls.flatMap((call) => {
    const [, name = '', given = '', result = ''] = /^(\w+)\((.*)\)\s+= (.*)$/.exec(call) ?? [];
    const [, descriptor, target] = /^(\d+)<(\/[^>]*)>/.exec(result) ?? [];
    if (descriptor !== undefined && target !== undefined) opened.set(descriptor, target);
    // A call that failed changed nothing.
    if (result.startsWith('-1') || READ_ONLY.test(call) || !TOUCHING.split(',').includes(name)) return [];
    if (target !== undefined) return [target];
    return [...given.matchAll(/(?:<(\/[^>]*)>, )?"((?:\\.|[^"\\])*)"/g)].map(([, folder, path]) =>
      resolve(folder ?? cwd, path ?? '').replace(HANDLE, (whole, handle: string) => opened.get(handle) ?? whole),
    );
  });
}

/** A folder held open, by which what is in it is named. */
const HANDLE = /^\/proc\/self\/fd\/(\d+)/;

/** Node asks its own threads by pipes; a socket of any other family leads out. */
function isNetwork(call: string): boolean {
  return /^(?:connect|bind|listen|sendto|sendmsg)\(/.test(call) || /^socket\(AF_(?!UNIX|LOCAL)/.test(call);
}
