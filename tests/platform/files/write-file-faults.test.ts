import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createFile, replaceFile, writeOwnFile } from '../../../src/platform/files/write-file.js';
import type { WriteResult } from '../../../src/platform/files/write-result.js';
import { makeFolder } from '../../support/make-folder.js';

type Fault = 'none' | 'fail' | 'kill' | 'short-write' | 'user-saves';

/** Every call into the file system is counted; the n-th one meets the fault. */
const disk = vi.hoisted(() => ({
  fault: 'none' as Fault,
  at: 0,
  calls: 0,
  names: [] as string[],
  isDead: false,
  onFault: (): void => undefined,
}));

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs')>();
  const wrapped: Record<string, unknown> = { ...real };
  for (const [name, value] of Object.entries(real)) {
    if (typeof value !== 'function' || !name.endsWith('Sync')) continue;
    wrapped[name] = (...args: unknown[]) => {
      if (disk.fault === 'none') return Reflect.apply(value, real, args);
      if (disk.isDead) throw new Error('killed');
      disk.names.push(name);
      if (++disk.calls !== disk.at) return Reflect.apply(value, real, args);
      if (disk.fault === 'kill') disk.isDead = true;
      if (disk.fault === 'short-write') {
        return name === 'writeSync'
          ? Reflect.apply(value, real, [args[0], args[1], args[2], 1])
          : Reflect.apply(value, real, args);
      }
      if (disk.fault === 'user-saves') {
        disk.onFault();
        return Reflect.apply(value, real, args);
      }
      throw Object.assign(new Error('injected'), { code: 'EIO' });
    };
  }
  return wrapped;
});

beforeEach(() => Object.assign(disk, { fault: 'none', at: 0, calls: 0, isDead: false, onFault: () => undefined }));

function withFault(
  fault: Fault,
  at: number,
  work: () => WriteResult,
  onFault = (): void => undefined,
): WriteResult | 'killed' {
  Object.assign(disk, { fault, at, calls: 0, names: [], isDead: false, onFault });
  try {
    return work();
  } catch (error) {
    if (disk.isDead) return 'killed';
    throw error;
  } finally {
    disk.fault = 'none';
  }
}

/** How many calls a write makes when nothing goes wrong: each of them is a place for a fault. */
function countCalls(root: string, write: (root: string) => WriteResult): number {
  expect(withFault('fail', Number.POSITIVE_INFINITY, () => write(root))).toEqual({ kind: 'written' });
  return disk.calls;
}

const OLD = 'old text\n';
const NEW = 'new text, and longer\n';
const files = (root: string) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name !== '.specflow');

describe.each([
  ['replaceFile', OLD, (root: string) => replaceFile(root, 'a.ts', OLD, false, NEW)],
  ['writeOwnFile', OLD, (root: string) => writeOwnFile(root, 'a.ts', NEW)],
  ['writeOwnFile in a new folder', null, (root: string) => writeOwnFile(root, '.specflow/a.ts', NEW)],
  ['createFile', null, (root: string) => createFile(root, '.specflow/a.ts', NEW)],
])('%s', (_, before, write) => {
  const make = () => makeFolder(before === null ? {} : { 'a.ts': before });
  const calls = () => countCalls(make(), write);
  const contentIn = (root: string) => {
    const name = files(root).find((file) => file.endsWith('a.ts'));
    return name === undefined ? null : readFileSync(join(root, name), 'utf8');
  };

  it('leaves the old bytes or the new ones, and no litter, whatever call fails', () => {
    const total = calls();
    expect(total).toBeGreaterThan(8);
    for (let at = 1; at <= total; at++) {
      const root = make();
      const result = withFault('fail', at, () => write(root));
      expect([before, NEW], `call ${at}`).toContain(contentIn(root));
      if (result !== 'killed' && result.kind === 'written') expect(contentIn(root)).toBe(NEW);
      expect(
        files(root).filter((name) => name.endsWith('.tmp')),
        `call ${at}`,
      ).toEqual([]);
    }
  });

  it('leaves the old bytes or the new ones when killed at any call', () => {
    const total = calls();
    for (let at = 1; at <= total; at++) {
      const root = make();
      withFault('kill', at, () => write(root));
      expect([before, NEW], `call ${at}`).toContain(contentIn(root));
    }
  });

  it('finishes a write the system cut short', () => {
    const total = calls();
    for (let at = 1; at <= total; at++) {
      const root = make();
      expect(withFault('short-write', at, () => write(root))).toEqual({ kind: 'written' });
      expect(contentIn(root)).toBe(NEW);
    }
  });
});

describe('replaceFile against a save in between', () => {
  const saved = 'saved text';
  it.each([
    ['in place', (file: string) => writeFileSync(file, saved)],
    ['by a rename', (file: string) => saveByRename(file, saved)],
    // The same bytes in another file: somebody wrote it, so it is not ours to replace.
    ['of equal text by a rename', (file: string) => saveByRename(file, OLD)],
  ])('keeps a save made %s before its last look', (how, save) => {
    countCalls(makeFolder({ 'a.ts': OLD }), (root) => replaceFile(root, 'a.ts', OLD, false, NEW));
    const firstLook = disk.names.indexOf('openSync', disk.names.indexOf('openSync') + 1);
    const lastLook = disk.names.lastIndexOf(how === 'in place' ? 'readFileSync' : 'openSync');
    expect(lastLook).toBeGreaterThan(firstLook);
    for (let call = firstLook + 1; call <= lastLook; call++) {
      const root = makeFolder({ 'a.ts': OLD });
      const file = join(root, 'a.ts');
      let savedText = '';
      const write = () => replaceFile(root, 'a.ts', OLD, false, NEW);
      const result = withFault('user-saves', call + 1, write, () => {
        disk.fault = 'none';
        save(file);
        savedText = readFileSync(file, 'utf8');
      });
      expect(result, `call ${call}`).toEqual({ kind: 'changed' });
      expect(readFileSync(file, 'utf8')).toBe(savedText);
    }
  });
});

function saveByRename(file: string, text: string): void {
  writeFileSync(`${file}~`, text);
  renameSync(`${file}~`, file);
}
