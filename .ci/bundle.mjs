// Bundles the program: the command line with its lazy parts, the library, and the answer to agents' hooks.
import { chmodSync, copyFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const ROOT = resolve(import.meta.dirname, '..');
const HOOK = 'commands/answer-hook';

const OPTIONS = {
  absWorkingDir: ROOT,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  chunkNames: 'chunks/[name]-[hash]',
  external: ['oxc-parser', 'ts-morph', 'vitest'],
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  legalComments: 'none',
  logLevel: 'warning',
};

/** Replaces `outdir` by a build; `plugins` are of esbuild, and may change what is built. */
export async function bundle(outdir, plugins = []) {
  rmSync(outdir, { recursive: true, force: true });
  await build({
    ...OPTIONS,
    plugins,
    entryPoints: ['src/cli.ts', 'src/index.ts'],
    outdir,
    external: [...OPTIONS.external, `*/${HOOK}.js`],
  });
  // By itself: sharing with the other commands would split it into two dozen files, and a hook pays for each of them.
  await build({ ...OPTIONS, plugins, entryPoints: [`src/${HOOK}.ts`], outdir: join(outdir, HOOK.replace(/\/.*/, '')) });
  // By itself too, so that the command line is not cut into more files for it.
  await bundleModule('src/vitest.ts', join(outdir, 'vitest.js'), plugins);
  copyFileSync(join(ROOT, 'src/contract/contract-schema.json'), join(outdir, 'contract-schema.json'));
  chmodSync(join(outdir, 'cli.js'), 0o755);
}

/** Bundles one module by itself, so that what it exports can be called without the rest. */
export async function bundleModule(file, outfile, plugins = []) {
  await build({ ...OPTIONS, splitting: false, plugins, entryPoints: [file], outfile });
}
