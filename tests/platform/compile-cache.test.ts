import module from 'node:module';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keepCompiled } from '../../src/platform/compile-cache.js';

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
