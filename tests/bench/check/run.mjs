// Bundles the benchmark and runs it: `npm run bench -- --help`.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = import.meta.dirname;
const root = path.resolve(here, '../../..');
const folder = path.join(root, 'node_modules/.cache/specflow-bench');
mkdirSync(folder, { recursive: true });
const outfile = path.join(folder, `check-${process.pid}.mjs`);
await build({
  entryPoints: [path.join(here, 'main.ts')],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  external: ['oxc-parser', 'ts-morph'],
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  logLevel: 'warning',
});
const { main } = await import(pathToFileURL(outfile).href);
rmSync(outfile);
process.exitCode = await main(process.argv.slice(2), { root, here });
