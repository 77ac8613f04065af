import { join, relative } from 'node:path';
import type { Version } from '../../model/version.js';
import { above, foldersFrom } from './folders-around.js';

/** The TypeScript that a folder finds installed; where none is, the oldest that a package.json around it lets in. */
export function compilerOf(
  root: string,
  folder: string,
  textIn: (folder: string, name: string) => string,
): Version | null {
  const installed = above(join(root, folder))
    .map((each) => textIn(relative(root, each), 'node_modules/typescript/package.json'))
    .find((text) => text !== '');
  if (installed !== undefined) return firstOf(/"version"\s*:\s*"(\d+)\.(\d+)/.exec(installed));
  const named = foldersFrom(folder).map((each) => NAMED.exec(textIn(each, 'package.json')));
  return firstOf(named.find((found) => found !== null) ?? null);
}

/** `"typescript": "~5.0.2"`; of several versions the first. */
const NAMED = /"typescript"\s*:\s*"[~^>=v\s]*(\d+)(?:\.(\d+))?/;

function firstOf(found: RegExpExecArray | null): Version | null {
  return found && [Number(found[1]), Number(found[2] ?? 0)];
}
