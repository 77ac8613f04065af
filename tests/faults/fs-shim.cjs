// Loaded with `--require` into the program under test. It counts the calls into the file system that concern the
// project, and at the n-th one fails, cuts a write short, or kills the process: nothing in the product knows of it.
'use strict';
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');
const path = require('node:path');

const { FAULT_ROOT: root, FAULT_KIND: kind, FAULT_AT: at, FAULT_TRACE: trace, FAULT_FILE, FAULT_TEXT } = process.env;
const target = Number(at);
const real = { ...fs };
/** Descriptors of files and folders of the project, with what they were opened on. */
const opened = new Map();
let calls = 0;
let depth = 0;

const CHANGING = new Set([
  'writeSync',
  'fsyncSync',
  'mkdirSync',
  'renameSync',
  'linkSync',
  'unlinkSync',
  'fchmodSync',
  'fchownSync',
  'writeFileSync',
  'appendFileSync',
  'rmSync',
  'ftruncateSync',
  'truncateSync',
]);

/** What a call is about, relative to the project: also where it is handed a descriptor. */
function subjectOf(argument) {
  const name = typeof argument === 'number' ? opened.get(argument) : resolve(argument);
  return String(name).slice(root.length + 1);
}

/** Our folders are reached by way of their descriptors. */
function resolve(name) {
  const [, descriptor, rest] = /^\/proc\/self\/fd\/(\d+)(.*)$/.exec(name) ?? [];
  return descriptor === undefined ? path.resolve(name) : `${opened.get(Number(descriptor)) ?? ''}${rest}`;
}

function concerns(argument) {
  if (typeof argument === 'number') return opened.has(argument);
  if (typeof argument !== 'string') return false;
  const name = resolve(argument);
  return name === root || name.startsWith(`${root}/`);
}

function isChanging(name, args) {
  if (name !== 'openSync') return CHANGING.has(name);
  return typeof args[1] === 'string' ? /[wa+]/.test(args[1]) : (Number(args[1]) & 3) !== 0;
}

function fail(code, name) {
  throw Object.assign(new Error(`${code}: injected, ${name}`), { code, syscall: name.replace(/Sync$/, ''), errno: -1 });
}

function meet(name, args, call) {
  const changes = isChanging(name, args);
  if (kind === 'count') {
    const to = name === 'renameSync' || name === 'linkSync' ? subjectOf(args[1]) : null;
    const says = name === 'writeSync' ? String(args[1]).slice(0, 300) : '';
    real.appendFileSync(trace, `${JSON.stringify({ name, changes, path: subjectOf(args[0]), to, says })}\n`);
    return call();
  }
  const isHit = calls === target;
  const [what, code] = kind.split(':');
  if (what === 'kill-before' && isHit) process.kill(process.pid, 'SIGKILL');
  if (what === 'kill-after' && isHit) {
    const result = call();
    process.kill(process.pid, 'SIGKILL');
    return result;
  }
  if (what === 'fail' && isHit) fail(code, name);
  // As on a disk that is full, or turned read-only, from then on.
  if (what === 'stay' && calls >= target && changes) fail(code, name);
  if (what === 'save' && isHit) real.writeFileSync(path.join(root, FAULT_FILE), FAULT_TEXT);
  if (what === 'short' && isHit && name === 'writeSync') {
    return Reflect.apply(real.writeSync, fs, [args[0], args[1], args[2] ?? 0, 1]);
  }
  if (what === 'torn' && isHit && name === 'writeSync') {
    // Half of it reaches the file, then the machine is gone.
    Reflect.apply(real.writeSync, fs, [
      args[0],
      args[1],
      args[2] ?? 0,
      Math.ceil((args[1].length - (args[2] ?? 0)) / 2),
    ]);
    process.kill(process.pid, 'SIGKILL');
  }
  return call();
}

for (const [name, value] of Object.entries(real)) {
  if (typeof value !== 'function' || !name.endsWith('Sync')) continue;
  fs[name] = (...args) => {
    const call = () => {
      depth++;
      try {
        const result = Reflect.apply(value, fs, args);
        if (name === 'openSync' && concerns(args[0])) opened.set(result, resolve(args[0]));
        if (name === 'closeSync') opened.delete(args[0]);
        return result;
      } finally {
        depth--;
      }
    };
    if (depth > 0 || !concerns(args[0])) return call();
    calls++;
    return meet(name, args, call);
  };
}
syncBuiltinESMExports();
