import { chmodSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keepCompiled, requireCompiled } from '../../../src/platform/runtime/compile-cache.js';
import { makeFolder } from '../../support/make-folder.js';

const own = Object.getOwnPropertyDescriptor(module, 'enableCompileCache');

/** Stands in for what only newer versions of Node have. */
function withNode(enable: ((folder: string) => void) | undefined): void {
  Reflect.deleteProperty(module, 'enableCompileCache');
  if (enable) Object.defineProperty(module, 'enableCompileCache', { value: enable, configurable: true });
}

describe('what Node compiled', () => {
  afterEach(() => {
    Reflect.deleteProperty(module, 'enableCompileCache');
    if (own) Object.defineProperty(module, 'enableCompileCache', own);
  });

  it.each<[string, NodeJS.ProcessEnv, readonly string[]]>([
    ['in the folder for caches', { XDG_CACHE_HOME: '/caches', HOME: '/home/me' }, ['/caches/specflow/compiled']],
    ['below the home', { HOME: '/home/me' }, ['/home/me/.cache/specflow/compiled']],
    ['nowhere without a home', {}, []],
    ['nowhere where an empty name is given', { XDG_CACHE_HOME: '', HOME: '/home/me' }, []],
    ['nowhere below the folder somebody happens to be in', { XDG_CACHE_HOME: 'caches' }, []],
  ])('is kept %s', (_, env, folders) => {
    const enable = vi.fn<(folder: string) => void>();
    withNode(enable);
    keepCompiled(env);
    expect(enable.mock.calls.map(([folder]) => folder)).toEqual(folders);
  });

  it('is not kept by a Node that cannot', () => {
    withNode(undefined);
    expect(() => keepCompiled({ HOME: '/home/me' })).not.toThrow();
  });
});

describe('a file loaded from what was compiled of it', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    if (own) Object.defineProperty(module, 'enableCompileCache', own);
  });

  const SOURCE = `exports.twice = (n) => n * 2;
exports.own = require('./own.cjs');
exports.file = [__filename, __dirname, module.filename];
exports.later = () => __import('./later.mjs');
`;

  function program(source = SOURCE) {
    Reflect.deleteProperty(module, 'enableCompileCache');
    const root = makeFolder({
      'a.cjs': source,
      'own.cjs': 'module.exports = 7;',
      'later.mjs': 'export const when = 1;',
    });
    const file = join(root, 'a.cjs');
    const folder = join(root, 'caches/specflow/compiled');
    return {
      file,
      /** What is kept, once something is. */
      kept: () => join(folder, readdirSync(folder)[0] ?? ''),
      /** @returns what it exports, and what is to be done at the end of the process; null for nothing */
      load(env: NodeJS.ProcessEnv = {}) {
        const once = vi.spyOn(process, 'once').mockReturnThis();
        delete createRequire(file).cache[file];
        const loaded = requireCompiled(file, 'test', { XDG_CACHE_HOME: join(root, 'caches'), ...env });
        const [, atEnd = null] = once.mock.calls.find(([event]) => event === 'exit') ?? [];
        once.mockRestore();
        return { loaded: loaded as Record<string, unknown>, atEnd: atEnd as (() => void) | null };
      },
    };
  }

  it('is what requiring it gives', async () => {
    const { file, load } = program();
    for (const round of ['compiled', 'kept']) {
      const { loaded, atEnd } = load();
      expect([round, atEnd === null]).toEqual([round, round === 'kept']);
      expect(loaded).toMatchObject({ own: 7, file: [file, join(file, '..'), file] });
      expect((loaded.twice as (n: number) => number)(21)).toBe(42);
      expect(await (loaded.later as () => Promise<unknown>)()).toMatchObject({ when: 1 });
      expect(createRequire(file)(file)).toBe(loaded);
      atEnd?.();
    }
  });

  it.each<[string, (kept: string, file: string) => void]>([
    ['it was cut off', (kept) => truncateSync(kept, 300)],
    ['it was damaged', (kept) => writeFileSync(kept, readFileSync(kept).fill('x', 200, 210))],
    ['others could have written it', (kept) => chmodSync(kept, 0o622)],
    ['the program changed', (_, file) => writeFileSync(file, SOURCE.replace('n * 2', 'n * 3'))],
  ])('is compiled anew where %s', (_, harm) => {
    const { file, kept, load } = program();
    load().atEnd?.();
    expect(load().atEnd).toBeNull();
    harm(kept(), file);
    const { loaded, atEnd } = load();
    expect(atEnd).not.toBeNull();
    expect((loaded.twice as (n: number) => number)(1)).toBe(readFileSync(file, 'utf8').includes('n * 3') ? 3 : 2);
    atEnd?.();
    expect(load().atEnd).toBeNull();
  });

  it.each<[string, NodeJS.ProcessEnv]>([
    ['nowhere to keep it', { XDG_CACHE_HOME: '' }],
    ['somebody counts what is run', { NODE_V8_COVERAGE: '/somewhere' }],
    ['somebody wants nothing kept', { NODE_DISABLE_COMPILE_CACHE: '1' }],
  ])('is left to Node where there is %s', (_, env) => {
    const { load } = program(SOURCE.replace('__import(', 'import('));
    expect(load(env)).toMatchObject({ loaded: { own: 7 }, atEnd: null });
  });

  it('loads where nothing can be kept, and throws what the file throws', () => {
    const { file, load } = program();
    const { atEnd } = load({ XDG_CACHE_HOME: join(file, 'no-folder') });
    expect(atEnd).not.toThrow();
    expect(() => program('throw new Error("broken")').load()).toThrow('broken');
  });
});
