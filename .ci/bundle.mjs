// Bundles the program: the command line with its lazy parts, the library, and the answer to agents' hooks.
import { chmodSync, copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { build } from 'esbuild';

const ROOT = resolve(import.meta.dirname, '..');
/** What the command line loads at its start: what is run so often that it must not wait, or else all other commands. */
const QUICK = ['answer-hook', 'answer-check'];
const PROGRAM = 'program';

const OPTIONS = {
  absWorkingDir: ROOT,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  chunkNames: 'chunks/[name]-[hash]',
  external: ['oxc-parser', 'ts-morph', 'vitest'],
  // Pure, so that it goes where nothing asks for it once files are made one.
  banner: { js: "import{createRequire as __cr}from'node:module';const require=/* @__PURE__ */__cr(import.meta.url);" },
  legalComments: 'none',
  logLevel: 'warning',
};

/** Parts of Node that take milliseconds to load, and the functions and classes we use there; most runs use none. */
const BUILTINS = {
  'node:child_process': ['spawn', 'spawnSync', 'execFile', 'execFileSync'],
  'node:crypto': ['createHash', 'hash', 'randomBytes', 'timingSafeEqual'],
  'node:os': ['tmpdir', 'hostname', 'cpus', 'availableParallelism'],
  'node:worker_threads': ['Worker'],
  'node:zlib': ['crc32', 'inflateSync'],
};

/** Packages that get a file each: what globs mean and what patterns require is mostly known from before. */
const PACKAGES = {
  micromatch:
    'export default { makeRe: (...args) => load().makeRe(...args), braces: (...args) => load().braces(...args) };',
  '@eslint-community/regexpp':
    'export class RegExpParser { constructor(...args) { return new (load().RegExpParser)(...args); } }',
};

/** Loads what most runs never need only once it is called, though callers import it at their top as anybody would. */
const later = (builtins = BUILTINS) => ({
  name: 'later',
  setup({ onResolve, onLoad }) {
    const isOurs = ({ importer, kind }) => kind === 'import-statement' && importer.startsWith(join(ROOT, 'src'));
    onResolve({ filter: /^[\w@]/ }, (asked) =>
      isOurs(asked) && (asked.path in PACKAGES || asked.path in builtins)
        ? { path: asked.path, namespace: 'later' }
        : undefined,
    );
    onLoad({ filter: /^node:/, namespace: 'later' }, ({ path }) => ({
      contents: builtins[path].map((name) => whenCalled(path, name)).join('\n'),
    }));
    onLoad({ filter: /^[^:]+$/, namespace: 'later' }, ({ path }) => ({
      contents: `import { createRequire } from 'node:module';
const load = () => createRequire(import.meta.url)('./${fileOf(path)}');
${PACKAGES[path]}`,
    }));
  },
});

function whenCalled(path, name) {
  const asked = `process.getBuiltinModule('${path}').${name}`;
  return /^[A-Z]/.test(name)
    ? `export class ${name} { constructor(...args) { return new (${asked})(...args); } }`
    : `export const ${name} = (...args) => ${asked}(...args);`;
}

function fileOf(name) {
  return `${basename(name)}.cjs`;
}

/** Node starts sooner without its loader of modules. */
const COMMON_JS = {
  format: 'cjs',
  banner: { js: "'use strict';const __moduleUrl=require('node:url').pathToFileURL(__filename).href;" },
  define: { 'import.meta.url': '__moduleUrl' },
};

/** Replaces `outdir` by a build; `plugins` are of esbuild, and may change what is built. */
export async function bundle(outdir, plugins = []) {
  rmSync(outdir, { recursive: true, force: true });
  const folder = join(outdir, 'commands');
  await build({ ...OPTIONS, plugins, entryPoints: ['src/index.ts'], outdir });
  // By themselves: sharing with each other would split each into dozens of files, and it pays for every one.
  for (const name of [...QUICK, PROGRAM]) {
    const { metafile } = await build({
      ...OPTIONS,
      plugins: name === PROGRAM ? plugins : [...plugins, later()],
      entryPoints: [name === PROGRAM ? `src/commands/${name}.ts` : `src/commands/quick/${name}.ts`],
      chunkNames: `${name}/[name]-[hash]`,
      outdir: folder,
      metafile: true,
    });
    await weld(resolve(ROOT, folder, `${name}.js`), metafile.outputs);
  }
  for (const name of Object.keys(PACKAGES)) {
    const alone = { entryPoints: [name], format: 'cjs', splitting: false, banner: {}, minify: true };
    await build({ ...OPTIONS, ...alone, outfile: join(folder, fileOf(name)) });
  }
  const cli = join(outdir, 'cli.cjs');
  await bundleModule('src/cli.ts', cli, [...plugins, later()], { ...COMMON_JS, ...SMALL });
  chmodSync(cli, 0o755);
  // By itself too, so that the command line is not cut into more files for it.
  await bundleModule('src/vitest.ts', join(outdir, 'vitest.js'), plugins);
  await bundleWorker(join(outdir, 'scan-worker.cjs'), plugins);
  copyFileSync(join(ROOT, 'src/contract/contract-schema.json'), join(outdir, 'contract-schema.json'));
  copyFileSync(join(ROOT, 'src/config/config-schema.json'), join(outdir, 'config-schema.json'));
}

/**
 * Makes one CommonJS file of an entry and all that it imports at its start: Node takes longer to find a module than to
 * compile it. What is imported later shares those parts, so each leaves behind a file that hands them on.
 */
async function weld(entry, outputs) {
  const into = entry.replace(/\.js$/, '.cjs');
  const known = new Map(Object.entries(outputs).map(([path, output]) => [resolve(ROOT, path), output]));
  const parts = [entry];
  for (const part of parts) {
    for (const { path, kind, external } of known.get(part)?.imports ?? []) {
      const imported = resolve(ROOT, path);
      if (kind === 'import-statement' && !external && !parts.includes(imported)) parts.push(imported);
    }
  }
  const exportsOf = (part) => known.get(part)?.exports ?? [];
  const nameOf = (part, name) => (part === entry ? name : `${name}_${parts.indexOf(part)}`);
  const lines = parts.map((part) => {
    const names = exportsOf(part).map((name) => `${name} as ${nameOf(part, name)}`);
    return `export { ${names.join(', ')} } from ${JSON.stringify(part)};`;
  });
  const welded = await joined({ contents: lines.join('\n'), resolveDir: ROOT }, into);
  for (const part of parts.filter((each) => each !== entry)) {
    const names = exportsOf(part);
    const taken = names.map((name, at) => `const _${at} = made.${nameOf(part, name)};`);
    // Imported, it would be read once more and searched for its names.
    writeFileSync(
      part,
      `import { createRequire } from 'node:module';
const made = createRequire(import.meta.url)('${wayFrom(dirname(part), into)}');
${taken.join('\n')}
export { ${names.map((name, at) => `_${at} as ${name}`).join(', ')} };
`,
    );
  }
  rmSync(entry);
  writeFileSync(into, welded);
}

/**
 * Imported by name, a part of Node is asked for everything it exports, and loads more for that; so it is asked for what
 * is used alone.
 */
const ONLY_USED = {
  name: 'only-used',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: 'only-used' }));
    onLoad({ filter: /^/, namespace: 'only-used' }, ({ path }) => {
      const names = Object.keys(process.getBuiltinModule(path)).filter((name) => /^[A-Za-z]\w*$/.test(name));
      return {
        contents: [
          `const part = process.getBuiltinModule('${path}');`,
          'const take = (name) => part[name];',
          'export default part;',
          ...names.map((name) => `export const ${name} = /* @__PURE__ */ take('${name}');`),
        ].join('\n'),
      };
    });
  },
};

/** Takes no more room than needed, but keeps the names that a trace of the stack tells. */
const SMALL = { minifySyntax: true, minifyWhitespace: true };

/** One text of a module and all it imports, but for what is imported later. */
async function joined(stdin, place) {
  const outside = {
    name: 'outside',
    setup({ onResolve }) {
      onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) =>
        kind === 'dynamic-import'
          ? { path: wayFrom(dirname(place), resolve(resolveDir, path)), external: true }
          : undefined,
      );
    },
  };
  const banner = { js: `${COMMON_JS.banner.js}${IMPORT}` };
  const options = { ...OPTIONS, ...COMMON_JS, ...SMALL, banner, splitting: false, write: false };
  const { outputFiles } = await build({ ...options, plugins: [outside, ONLY_USED], stdin });
  return outputFiles[0].text.replace(/(?<![\w$.])import\((?=["']\.)/g, '__import(');
}

/** What V8 compiled once cannot import by itself: then whoever loads it hands it this. */
const IMPORT = 'var __import=__import??(way=>import(way));';

function wayFrom(folder, file) {
  const way = relative(folder, file).split(sep).join('/');
  return way.startsWith('.') ? way : `./${way}`;
}

/**
 * Bundles what runs in threads of its own. A thread starts sooner without Node's loader of modules; what it is given by
 * `node:worker_threads` is asked for at once.
 */
export async function bundleWorker(outfile, plugins = []) {
  const { 'node:worker_threads': _, ...others } = BUILTINS;
  await bundleModule('src/prescan/threads/scan-worker.ts', outfile, [...plugins, later(others)], {
    format: 'cjs',
    banner: {},
  });
}

/** Bundles one module by itself, so that what it exports can be called without the rest. */
export async function bundleModule(file, outfile, plugins = [], options = {}) {
  await build({ ...OPTIONS, splitting: false, plugins, entryPoints: [file], outfile, ...options });
}
