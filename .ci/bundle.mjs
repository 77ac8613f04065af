// Bundles the program: the command line with its lazy parts, the library, and the answer to agents' hooks.
import { chmodSync, copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { build } from 'esbuild';

const ROOT = resolve(import.meta.dirname, '..');
/** What is run so often that it must not wait: each is bundled by itself, in as few files as can be. */
const QUICK = ['commands/answer-hook', 'commands/answer-check'];

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
  micromatch: 'export default { makeRe: (...args) => load().makeRe(...args) };',
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

/** Replaces `outdir` by a build; `plugins` are of esbuild, and may change what is built. */
export async function bundle(outdir, plugins = []) {
  rmSync(outdir, { recursive: true, force: true });
  const { metafile } = await build({
    ...OPTIONS,
    plugins,
    entryPoints: ['src/cli.ts', 'src/index.ts'],
    outdir,
    external: [...OPTIONS.external, ...QUICK.map((name) => `*/${name}.js`)],
    metafile: true,
  });
  // Not into the entry: it waits for what it imports later, which would wait for it.
  await weld(resolve(ROOT, outdir, 'cli.js'), metafile.outputs, resolve(ROOT, outdir, 'chunks/start.js'));
  // By themselves: sharing with the other commands would split each into dozens of files, and it pays for every one.
  for (const name of QUICK) {
    const folder = join(outdir, dirname(name));
    const parts = { ...OPTIONS, plugins: [...plugins, later()], entryPoints: [`src/${name}.ts`], outdir: folder };
    const { metafile: made } = await build({ ...parts, metafile: true });
    await weld(resolve(ROOT, outdir, `${name}.js`), made.outputs);
  }
  for (const name of Object.keys(PACKAGES)) {
    const alone = { entryPoints: [name], format: 'cjs', splitting: false, banner: {}, minify: true };
    await build({ ...OPTIONS, ...alone, outfile: join(outdir, dirname(QUICK[0]), fileOf(name)) });
  }
  // By itself too, so that the command line is not cut into more files for it.
  await bundleModule('src/vitest.ts', join(outdir, 'vitest.js'), plugins);
  await bundleWorker(join(outdir, 'scan-worker.cjs'), plugins);
  copyFileSync(join(ROOT, 'src/contract/contract-schema.json'), join(outdir, 'contract-schema.json'));
  chmodSync(join(outdir, 'cli.js'), 0o755);
}

/**
 * Makes one file of all that an entry imports at its start, and of the entry itself unless `into` names another: Node
 * takes longer to find a module than to compile it. What is imported later shares those parts, so each leaves behind
 * a file that hands them on.
 */
async function weld(entry, outputs, into = entry) {
  const known = new Map(Object.entries(outputs).map(([path, output]) => [resolve(ROOT, path), output]));
  const reached = [entry];
  for (const part of reached) {
    for (const { path, kind, external } of known.get(part)?.imports ?? []) {
      const imported = resolve(ROOT, path);
      if (kind === 'import-statement' && !external && !reached.includes(imported)) reached.push(imported);
    }
  }
  const parts = into === entry ? reached : reached.slice(1);
  const exportsOf = (part) => known.get(part)?.exports ?? [];
  const nameOf = (part, name) => (part === entry ? name : `${name}_${parts.indexOf(part)}`);
  const lines = parts.map((part) => {
    const names = exportsOf(part).map((name) => `${name} as ${nameOf(part, name)}`);
    return `export { ${names.join(', ')} } from ${JSON.stringify(part)};`;
  });
  const welded = await joined({ contents: lines.join('\n'), resolveDir: ROOT }, into, []);
  for (const part of parts.filter((each) => each !== entry)) {
    const names = exportsOf(part).map((name) => `${nameOf(part, name)} as ${name}`);
    writeFileSync(part, `export { ${names.join(', ')} } from '${wayFrom(dirname(part), into)}';\n`);
  }
  const [shebang = ''] = /^#!.*\n/.exec(readFileSync(entry, 'utf8')) ?? [];
  writeFileSync(into, welded);
  if (into === entry) return;
  const contents = `import ${JSON.stringify(entry)};`;
  writeFileSync(entry, shebang + (await joined({ contents, resolveDir: ROOT }, entry, [into])));
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

/** One text of a module and all it imports, but for what is imported later and the files kept apart. */
async function joined(stdin, place, apart) {
  const outside = {
    name: 'outside',
    setup({ onResolve }) {
      onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
        const file = resolve(resolveDir, path);
        const isOutside = kind === 'dynamic-import' || apart.includes(file);
        return isOutside ? { path: wayFrom(dirname(place), file), external: true } : undefined;
      });
    },
  };
  const options = {
    ...OPTIONS,
    banner: {},
    splitting: false,
    write: false,
    minifySyntax: true,
    minifyWhitespace: true,
  };
  const { outputFiles } = await build({ ...options, plugins: [outside, ONLY_USED], stdin });
  return outputFiles[0].text;
}

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
  await bundleModule('src/scout/scan-worker.ts', outfile, [...plugins, later(others)], { format: 'cjs', banner: {} });
}

/** Bundles one module by itself, so that what it exports can be called without the rest. */
export async function bundleModule(file, outfile, plugins = [], options = {}) {
  await build({ ...OPTIONS, splitting: false, plugins, entryPoints: [file], outfile, ...options });
}
