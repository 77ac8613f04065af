import { readFileSync } from 'node:fs';
import path from 'node:path';
import fastGlob from 'fast-glob';
import { isGenerated } from '../../../../src/syntax/is-generated.js';
import { parseSyntax } from '../../../../src/syntax/parse-syntax.js';

// Real sources to spoil: what development dependencies of this repository ship, at the versions of the lock file.

export interface Source {
  /** `src/<package>/<path>`. */
  readonly path: string;
  readonly text: string;
  readonly isModule: boolean;
  readonly isTypeScript: boolean;
}

export const PACKAGES: readonly { readonly name: string; readonly glob: string }[] = [
  { name: 'ajv', glob: 'lib/**/*.ts' },
  { name: 'yaml', glob: 'browser/dist/**/*.js' },
  { name: 'diff', glob: 'libesm/**/*.js' },
  { name: 'postcss', glob: 'lib/*.js' },
  { name: 'commander', glob: 'lib/*.js' },
  { name: 'vitest', glob: 'dist/**/*.js' },
  { name: 'path-browserify', glob: '*.js' },
  { name: 'fast-uri', glob: 'lib/*.js' },
];

/** Between them a few lines and what a person would still call one file. */
const SIZE = { least: 400, most: 40_000 };

export function readSources(root: string): readonly Source[] {
  return PACKAGES.flatMap(({ name, glob }) => {
    const cwd = path.join(root, 'node_modules', name);
    return fastGlob
      .sync(glob, { cwd })
      .sort()
      .map((file) => ({ file, text: readFileSync(path.join(cwd, file), 'utf8') }))
      .filter(({ text }) => text.length >= SIZE.least && text.length <= SIZE.most && !text.includes('\r'))
      .flatMap(({ file, text }) => {
        const flat = `src/${name}/${file.replace(/^(?:lib|browser\/dist|libesm|dist)\//, '')}`;
        const tree = parseSyntax(flat, text);
        if (!tree || tree.errors.length > 0 || isGenerated(flat, text)) return [];
        const isModule = tree.program.body.some((node) => /^(?:Import|Export)/.test(node.type));
        return [{ path: flat, text, isModule, isTypeScript: file.endsWith('.ts') }];
      });
  });
}

export function packageVersion(root: string, name: string): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8'));
  const hasVersion = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return hasVersion ? String(manifest.version) : 'unknown';
}
