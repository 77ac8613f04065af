import { dirname, join } from 'node:path/posix';
import type { Reach } from '../../model/fix-site.js';

/**
 * How a file gets to what a relative path in it names.
 * @param path root-relative, of the file
 * @param module as written, such as `../log.js`
 * @param isThere whether a root-relative path is a file
 */
export function reachOf(path: string, module: string, isThere: (path: string) => boolean): Reach {
  const named = join(dirname(path), module.replace(/[?#].*$/, ''));
  // What lies outside of the project is not ours to look for; SvelteKit and others make what has a dollar in its name.
  if (named.startsWith('..') || module.includes('$')) return 'file';
  const stem = named.replace(/\/$/, '');
  if (isThere(stem)) return 'file';
  const within = (extensions: readonly string[]): boolean =>
    extensions.some((each) => isThere(`${stem}.${each}`) || isThere(join(stem, `index.${each}`)));
  if (within(OF_NODE) || isThere(join(stem, 'package.json'))) return /\.mjs$/.test(path) ? 'source' : 'file';
  if (within(COMPILED)) return 'source';
  return compiledTo(stem).some(isThere) ? 'source' : 'nothing';
}

/** The source that a file gets to by what a relative path in it names, root-relative; null where it is none, or of another project. */
export function sourceOf(path: string, module: string, isThere: (path: string) => boolean): string | null {
  const stem = join(dirname(path), module);
  if (stem.startsWith('..')) return null;
  const short = SOURCES.flatMap((each) => [`${stem}.${each}`, join(stem, `index.${each}`)]);
  return [stem, ...compiledTo(stem), ...short].find((each) => IS_SOURCE.test(each) && isThere(each)) ?? null;
}

/** What `log.js` may be compiled from, as it is written in imports. */
function compiledTo(stem: string): readonly string[] {
  const [, front, extension = ''] = /^(.*)\.([cm]?js|jsx)$/.exec(stem) ?? [];
  return (SOURCES_OF[extension] ?? []).map((each) => `${front}.${each}`);
}

const SOURCES = ['ts', 'tsx', 'js', 'jsx', 'mjs', 'mts'];
const IS_SOURCE = /(?<!\.d)\.[cm]?[jt]sx?$/;

/** What `require` looks for where an extension is left out. */
const OF_NODE = ['js', 'json', 'node'];

const COMPILED = ['ts', 'tsx', 'jsx', 'mjs', 'cjs', 'mts', 'cts', 'd.ts', 'vue', 'svelte'];

const SOURCES_OF: Readonly<Record<string, readonly string[]>> = {
  js: ['ts', 'tsx', 'jsx', 'd.ts'],
  jsx: ['tsx'],
  mjs: ['mts', 'd.mts'],
  cjs: ['cts', 'd.cts'],
};
