import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The version in our own `package.json`. */
export function packageVersion(): string {
  const manifest: unknown = JSON.parse(readPackageFile('package.json'));
  const isObject = typeof manifest === 'object' && manifest !== null;
  return isObject && 'version' in manifest ? String(manifest.version) : 'unknown';
}

/** Differs from one build of this program to the next, even where they are called the same version. */
export function programStamp(): string {
  const { mtimeMs, size } = statSync(process.argv[1] ?? fileURLToPath(import.meta.url));
  return `${mtimeMs} ${size}`;
}

/** A text file that ships with the package; `path` is relative to its root. */
export function readPackageFile(path: string): string {
  return readFileSync(join(packageRoot(), path), 'utf8');
}

/** Names of the files in a folder of the package, sorted. */
export function listPackageFiles(folder: string): readonly string[] {
  return readdirSync(join(packageRoot(), folder)).sort();
}

/** The bundler puts this code in one of several folders, so the root is looked for rather than counted to. */
function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('package.json of specflow is missing');
    folder = above;
  }
  return folder;
}

/** The oldest Node we run on, such as `20.19`, as our own `package.json` says. */
export function requiredNode(): string {
  const manifest: unknown = JSON.parse(readPackageFile('package.json'));
  const engines = typeof manifest === 'object' && manifest !== null && 'engines' in manifest ? manifest.engines : null;
  const node = typeof engines === 'object' && engines !== null && 'node' in engines ? String(engines.node) : '';
  const [least] = /\d+(?:\.\d+)*/.exec(node) ?? [];
  if (least === undefined) throw new Error('package.json of specflow names no version of Node');
  return least;
}
