import { isOwnPath } from './is-own-path.js';
import { sourceStem } from './source-stem.js';

/** Whether a regex spells out a module: the package, the path without its extension, or the file that the path ends with. */
export function namesModule({ source }: RegExp, module: string): boolean {
  const spelt = source.replaceAll('\\', '');
  if (!isOwnPath(module)) return packageOf(module) !== '' && spelt.includes(packageOf(module));
  const path = sourceStem(module);
  return spelt.includes(path) || spellsFile(spelt, path.slice(path.lastIndexOf('/')));
}

/** `[^"']*\/debug-panel["']`, whatever folder it stands in; `/index` is the file of any folder. */
function spellsFile(spelt: string, file: string): boolean {
  return /^\/\w[\w-]*$/.test(file) && file !== '/index' && new RegExp(`${file}(?![\\w-])`).test(spelt);
}

/** `core-js` of `core-js/stable`, `@scope/name` of `@scope/name/part`. */
function packageOf(module: string): string {
  return module.split('/', module.startsWith('@') ? 2 : 1).join('/');
}
