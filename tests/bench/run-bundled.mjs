// Benchmarks are TypeScript and use the product's sources, so they are bundled before they run.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Bundles `main.ts` of a benchmark's folder and runs it with the arguments of this process. */
export async function runBundled(here) {
  const root = path.resolve(here, '../../..');
  // Inside node_modules, so that the packages left out of the bundle are found from there.
  const folder = path.join(root, 'node_modules/.cache/specflow-bench');
  mkdirSync(folder, { recursive: true });
  const outfile = path.join(folder, `${path.basename(here)}-${process.pid}.mjs`);
  await build({
    entryPoints: [path.join(here, 'main.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external: ['oxc-parser', 'ts-morph', 'typescript'],
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
    logLevel: 'warning',
  });
  const { main } = await import(pathToFileURL(outfile).href);
  rmSync(outfile);
  process.exitCode = await main(process.argv.slice(2), { root, here });
}
