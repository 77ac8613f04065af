import { createRequire } from 'node:module';
import type { ts } from 'ts-morph';

export type Compiler = typeof ts;

/** Where the libraries of the language are said to lie; there is no such folder. */
export const LIBRARY_FOLDER = '/node_modules/typescript/lib';

/** The compiler within ts-morph, which keeps the texts of the libraries in a package of its own. */
export function loadCompiler(): { readonly compiler: Compiler; readonly libraries: ReadonlyMap<string, string> } {
  const require = createRequire(import.meta.url);
  const compiler: Compiler = require('ts-morph').ts;
  const common: Libraries = createRequire(require.resolve('ts-morph'))('@ts-morph/common');
  const libraries = common.getLibFiles().map(({ fileName, text }) => [`${LIBRARY_FOLDER}/${fileName}`, text] as const);
  return { compiler, libraries: new Map(libraries) };
}

interface Libraries {
  getLibFiles(): readonly { readonly fileName: string; readonly text: string }[];
}
