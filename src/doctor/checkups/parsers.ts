import { join } from 'node:path';
import { plural } from '../../model/plural.js';
import { readText } from '../../platform/files/read-text.js';
import { loadCompiler } from '../../semantics/types/load-compiler.js';
import { readTsconfig } from '../../semantics/types/read-tsconfig.js';
import { loadParser } from '../../syntax/load-parser.js';
import { type Answer, type Checkup, ok } from '../checkup.js';

const MAX_BYTES = 1024 * 1024;

/** What understands code: without it, heal mends nothing, and `match: code` cannot be judged. */
export const parsers: Checkup = {
  name: 'parsers',
  look({ root }) {
    const missing = [
      broken('oxc-parser', () => loadParser().parseSync('a.ts', 'const a = 1', {})),
      broken('ts-morph', () => loadCompiler()),
    ].flatMap((answer) => answer ?? []);
    if (missing.length > 0) return missing;
    const tsconfig = join(root, 'tsconfig.json');
    if (readText(tsconfig, MAX_BYTES).kind !== 'text') return ok('oxc-parser and ts-morph load; no tsconfig.json');
    const { error, fileNames } = readTsconfig(loadCompiler().compiler, tsconfig, root);
    if (error === null)
      return ok(`oxc-parser and ts-morph load; tsconfig.json covers ${plural(fileNames.length, 'file')}`);
    const message = `tsconfig.json cannot be used: ${error}.`;
    return [{ state: 'warn', message, remedy: 'Put it right: until then heal cannot ask about types.' }];
  },
};

function broken(name: string, load: () => unknown): Answer | null {
  try {
    load();
    return null;
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return {
      state: 'fail',
      code: 3,
      message: `${name} does not load: ${why}.`,
      remedy: 'Install the packages again (npm ci), on this platform and with optional dependencies.',
    };
  }
}
