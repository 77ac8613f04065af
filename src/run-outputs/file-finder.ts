import { sanitize } from '../model/sanitize.js';
import type { Checked } from './match-mentions.js';
import type { MentionedPlace } from './mention.js';

export type FoundFile =
  | { readonly kind: 'file'; readonly file: string }
  /** A contract stands for what it asks for and nobody has. */
  | { readonly kind: 'contract' }
  | { readonly kind: 'unknown' };

export type FindFile = (place: MentionedPlace) => FoundFile;

/**
 * Finds the file that a mention means: below the root, below the current folder, or (absolute, from another machine)
 * by what is left of the path when its beginning is taken away; a lone file name would fit too much.
 */
export function fileFinder({ files, contractFiles, root, folder }: Checked): FindFile {
  const listed = new Map<string, string>();
  for (const file of [...files, ...contractFiles]) {
    listed.set(sanitize(file), file);
    listed.set(file, file);
  }
  const contracts = new Set(contractFiles);
  return ({ file, line }) => {
    const candidates = [file, ...(line === null ? [] : [`${file}:${line}`])].flatMap((path) =>
      candidatesFor(path, root, folder),
    );
    const found = candidates.map((path) => listed.get(path)).find((path) => path !== undefined);
    if (found === undefined) return { kind: 'unknown' };
    return contracts.has(found) ? { kind: 'contract' } : { kind: 'file', file: found };
  };
}

function candidatesFor(written: string, root: string, folder: string): readonly string[] {
  const path = written
    .replace(/^file:\/\//, '')
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '');
  if (!/^(?:\/|[A-Za-z]:\/)/.test(path)) {
    // As written too: reports escape what cannot be printed with a backslash.
    return [written, path, ...(folder === '' ? [] : [`${folder}/${path}`])];
  }
  if (path.startsWith(`${root}/`)) return [path.slice(root.length + 1)];
  const segments = path.split('/').filter((segment) => segment !== '');
  return segments.slice(0, -1).map((_, at) => segments.slice(at).join('/'));
}
