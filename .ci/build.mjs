// Bundles the program into dist/: the command line with its lazy parts, the library, and the answer to agents' hooks.
import { chmodSync, copyFileSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

const HOOK = 'commands/answer-hook';

const options = {
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  chunkNames: 'chunks/[name]-[hash]',
  external: ['oxc-parser', 'ts-morph'],
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  legalComments: 'none',
  logLevel: 'warning',
};

rmSync('dist', { recursive: true, force: true });
await build({
  ...options,
  entryPoints: ['src/cli.ts', 'src/index.ts'],
  outdir: 'dist',
  external: [...options.external, `*/${HOOK}.js`],
});
// By itself: sharing with the other commands would split it into two dozen files, and a hook pays for each of them.
await build({ ...options, entryPoints: [`src/${HOOK}.ts`], outdir: `dist/${HOOK.replace(/\/.*/, '')}` });
copyFileSync('src/contract/contract-schema.json', 'dist/contract-schema.json');
chmodSync('dist/cli.js', 0o755);
