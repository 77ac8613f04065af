// Compiles the WebAssembly of the prefilter: `npm run build:kernel`, after a change of its source.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { main } from 'assemblyscript/asc';

const FOLDER = resolve(import.meta.dirname, '../src/prefilter');
/** The compiler takes no other ending, and TypeScript would take the file for its own under this one. */
const NAME = 'window-kernel.ts';

const source = readFileSync(resolve(FOLDER, 'window-kernel.as'), 'utf8');
let bytes = null;
const { error, stderr } = await main([NAME, '-O3', '--runtime', 'stub', '--noAssert', '-o', 'kernel.wasm'], {
  readFile: (name) => (name === NAME ? source : null),
  writeFile: (_, contents) => {
    bytes = contents;
  },
  listFiles: () => [],
});
if (error !== null || bytes === null) throw new Error(`window-kernel.as: ${error?.message}\n${stderr}`);

const lines = [
  '// Compiled from `window-kernel.as` by `npm run build:kernel`.',
  '',
  '/** A WebAssembly module, in base64. */',
  'export const WINDOW_KERNEL =',
  `  '${Buffer.from(bytes).toString('base64')}';`,
  '',
  '/** SHA-256 of the source it was compiled from. */',
  `export const COMPILED_FROM = '${createHash('sha256').update(source).digest('hex')}';`,
  '',
];
writeFileSync(resolve(FOLDER, NAME), lines.join('\n'));
