import { basename, dirname, join, relative } from 'node:path';
import { escapeRegex } from '../../model/escape-regex.js';
import type { Packages } from '../../model/fix-site.js';
import { readText } from '../../platform/files/read-text.js';
import { isFile } from '../../platform/paths/is-file.js';
import { isFolder } from '../../platform/paths/is-folder.js';
import { isRelativeModule } from '../../syntax/is-relative-module.js';
import { compilerOf } from './compiler-of.js';
import { endingsOf } from './endings-of.js';
import { above, foldersFrom } from './folders-around.js';
import { reachOf, sourceOf } from './reach-of.js';

const MAX_BYTES = 1024 * 1024;

/** What the folders of a project say about packages; each is read once. */
export function packagesIn(root: string): Packages {
  const texts = new Map<string, string>();
  const textIn = (folder: string, name: string): string => {
    const path = join(root, folder, name);
    const text = texts.get(path) ?? readOrNothing(path);
    texts.set(path, text);
    return text;
  };
  const isThere = (path: string): boolean => isFile(join(root, path));
  const known = new Map<string, boolean>();
  /** Where no package.json has dependencies nothing tells, and each package and file is taken to be there. */
  const isProject = (path: string): boolean =>
    foldersFrom(dirname(path)).some((each) => textIn(each, 'package.json').includes('ependencies"'));
  return {
    isInstalled: (path, name) => {
      const folder = dirname(path);
      const key = `${folder}\0${name}`;
      const answer = known.get(key) ?? (!isProject(path) || isInstalled(root, folder, name, textIn));
      known.set(key, answer);
      return answer;
    },
    reach: (path, module) => (isProject(path) ? reachOf(path, module, isThere) : 'file'),
    sourceAt: (path, module) => {
      const source = pathsOf(path, module).flatMap((each) => sourceOf(path, each, isThere) ?? [])[0] ?? null;
      const text = source === null ? '' : textIn(dirname(source), basename(source));
      return source === null || text === '' ? null : { path: source, text };
    },
    oldestNode: (path) => {
      const folders = foldersFrom(dirname(path));
      const own = folders.map((folder) => textIn(folder, 'package.json'));
      return oldestOf(own.find((text) => text !== '') ?? '') ?? oldestRun(folders, textIn);
    },
    endings: (path) => endingsOf(foldersFrom(dirname(path)), textIn, COMPILERS),
    compilerVersion: (path) => compilerOf(root, dirname(path), textIn),
    isCompiled: (path) =>
      foldersFrom(dirname(path)).some((folder) => compiles(folder, textIn)) && !isRunAsItIs(path, textIn),
  };
}

/**
 * Whether a package lies in a `node_modules` that a file reaches, or any file of settings on the way up names it: as a
 * dependency, or as a short form of a path of its own.
 */
function isInstalled(
  root: string,
  folder: string,
  name: string,
  textIn: (folder: string, name: string) => string,
): boolean {
  const inside = foldersFrom(folder);
  const first = name.split('/')[0] ?? name;
  // Behind the name stands the end of the string, or a path within the package; a scope may be a short form itself.
  const alias = first === name ? [] : [`${first}/*`, `${first}/(`, `'${first}'`, `"${first}"`];
  const spellings = [...[name, typesOf(name), ...providersOf(name)].flatMap(spelt), ...alias];
  const isNamed = inside.some((each) =>
    SETTINGS.some((file) => spellings.some((spelling) => textIn(each, file).includes(spelling))),
  );
  const isOwnFolder = inside.some((each) => [first, join('src', first)].some((own) => isFolder(join(root, each, own))));
  const isBelowBase = inside.some((each) => liesAtBase(root, each, first, textIn));
  return (
    isNamed ||
    isOwnFolder ||
    isBelowBase ||
    above(join(root, folder)).some((each) => isFolder(join(each, 'node_modules', name)))
  );
}

function spelt(name: string): readonly string[] {
  return [`"${name}"`, `'${name}'`, `${name}/`];
}

/** Of `aws-lambda` or `estree` there is often nothing but types. */
function typesOf(name: string): string {
  return `@types/${name.replace(/^@/, '').replace('/', '__')}`;
}

/** The packages that bring in others, or have names for parts of themselves and of the project. */
function providersOf(name: string): readonly string[] {
  return PROVIDED.flatMap(([names, provider]) => (names.test(name) ? [provider] : []));
}

const PROVIDED: readonly (readonly [RegExp, string])[] = [
  [/^@(?:docusaurus|generated|site|theme|theme-original)\//, '@docusaurus/core'],
  [/^@(?:ember|glimmer)\//, 'ember-source'],
  [/^@jest\/globals$/, 'jest'],
  [/^(?:vue|vue-router|h3|ofetch)$/, 'nuxt'],
];

/** Whether a file or folder of that name lies where paths that begin with no dot are looked for. */
function liesAtBase(
  root: string,
  folder: string,
  name: string,
  textIn: (folder: string, name: string) => string,
): boolean {
  return ['tsconfig.json', 'jsconfig.json'].some((file) => {
    const base = /"baseUrl"\s*:\s*"([^"]*)"/.exec(textIn(folder, file))?.[1];
    if (base === undefined) return false;
    const place = join(folder, base);
    return isFolder(join(root, place, name)) || SOURCES.some((each) => textIn(place, `${name}.${each}`) !== '');
  });
}

const SOURCES = ['ts', 'tsx', 'js', 'jsx'];

const TOOLS = ['babel', 'jest', 'next', 'vite', 'vitest', 'vue', 'webpack', 'rollup', 'astro', 'nuxt', 'svelte'].concat(
  ['craco', 'metro', 'quasar', 'rsbuild', 'rspack', 'electron.vite'],
);

const SETTINGS: readonly string[] = [
  'package.json',
  'pnpm-workspace.yaml',
  'deno.json',
  'jsconfig.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'tsconfig.app.json',
  'tsconfig.paths.json',
  '.babelrc',
  ...TOOLS.flatMap((tool) => ['js', 'cjs', 'mjs', 'ts', 'mts'].map((extension) => `${tool}.config.${extension}`)),
];

/** Whether a package.json names what may write older syntax for newer one; that of TypeScript leaves JavaScript alone unless told. */
function compiles(folder: string, textIn: (folder: string, name: string) => string): boolean {
  if (COMPILERS.test(textIn(folder, 'package.json'))) return true;
  const config = textIn(folder, 'tsconfig.json');
  return /"allowJs"\s*:\s*true/.test(config) && !/"noEmit"\s*:\s*true/.test(config);
}

/** Whether an entry of its package lies in the folder of a file, or says that it loads from there: nothing comes between. */
function isRunAsItIs(path: string, textIn: (folder: string, name: string) => string): boolean {
  const own = foldersFrom(dirname(path)).find((folder) => textIn(folder, 'package.json') !== '');
  if (own === undefined) return false;
  const inside = path.slice(own === '.' ? 0 : own.length + 1);
  const [first = ''] = inside.split('/');
  const loads = new RegExp(`(?:require\\(|from )['"](?:\\./|\\.\\./)${escapeRegex(first)}['"/]`);
  return entriesOf(textIn(own, 'package.json')).some((entry) => {
    const text = textIn(own, entry) || textIn(own, `${entry}.js`);
    return inside === entry || (text !== '' && (entry.startsWith(`${first}/`) || loads.test(text)));
  });
}

/** What `main` and `bin` name; `exports` may name sources for those who compile them. */
function entriesOf(packageJson: string): readonly string[] {
  const main = /"main"\s*:\s*"([^"]+)"/.exec(packageJson)?.[1];
  const bin = /"bin"\s*:\s*(?:"([^"]+)"|\{([^{}]*)\})/.exec(packageJson);
  const commands = [...(bin?.[2] ?? '').matchAll(/:\s*"([^"]+)"/g)].map(([, command]) => command);
  return [main, bin?.[1], ...commands].flatMap((entry) => (entry ? [entry.replace(/^\.\//, '')] : []));
}

/** Packages that write older syntax for newer one. */
const COMPILERS =
  /"(?:@babel\/|babel-|esbuild|@swc\/|swc"|sucrase|buble|@?rollup|rolldown|@?webpack|@?parcel|vite"|tsup|tsdown|unbuild|microbundle|next"|nuxt"|react-scripts"|@?rspack|@?rsbuild|metro)/;

function readOrNothing(path: string): string {
  const read = readText(path, MAX_BYTES);
  return read.kind === 'text' ? read.text : '';
}

/** The paths a module may be told by: itself, or what `@/` and `~/` stand for, the sources of the project around a file. */
function pathsOf(path: string, module: string): readonly string[] {
  const inside = /^[@~]\/(.+)/.exec(module)?.[1];
  if (inside === undefined) return isRelativeModule(module) ? [module] : [];
  return foldersFrom(dirname(path)).flatMap((folder) =>
    [join(folder, 'src', inside), join(folder, inside)].map((each) => `./${relative(dirname(path), each)}`),
  );
}

/** The Node that a GitHub action or a function of a cloud says it is run by. */
function oldestRun(
  folders: readonly string[],
  textIn: (folder: string, name: string) => string,
): readonly [number, number] | null {
  const named = folders.flatMap((folder) =>
    RUNNERS.flatMap(([file, version]) => [...textIn(folder, file).matchAll(version)].map(([, major]) => Number(major))),
  );
  return named.length === 0 ? null : [Math.min(...named), 0];
}

const RUNNERS: readonly (readonly [string, RegExp])[] = [
  ...['action.yml', 'action.yaml'].map((file) => [file, /^\s*using:\s*['"]?node(\d+)/gm] as const),
  ...['serverless.yml', 'serverless.yaml', 'template.yml', 'template.yaml'].map(
    (file) => [file, /^\s*runtime:\s*['"]?nodejs(\d+)/gim] as const,
  ),
];

/** The lowest of the versions that `engines.node` names, but for those it ends before. */
function oldestOf(packageJson: string): readonly [number, number] | null {
  const range = /"engines"\s*:\s*\{[^{}]*"node"\s*:\s*"([^"]*)"/.exec(packageJson)?.[1] ?? '';
  const versions = [...range.matchAll(/(?<![\d.<]|<=?\s*)(\d+)(?:\.(\d+))?/g)].map(
    ([, major, minor]): readonly [number, number] => [Number(major), Number(minor ?? 0)],
  );
  return versions.sort((a, b) => a[0] - b[0] || a[1] - b[1])[0] ?? null;
}
