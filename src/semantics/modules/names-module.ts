import { isOwnPath } from './is-own-path.js';

/** Whether a regex spells out a module: the package, or the path without its extension. */
export function namesModule({ source }: RegExp, module: string): boolean {
  const spelt = source.replaceAll('\\', '');
  const name = isOwnPath(module) ? module.replace(/\.[cm]?[jt]sx?$/, '') : packageOf(module);
  return name !== '' && spelt.includes(name);
}

/** `core-js` of `core-js/stable`, `@scope/name` of `@scope/name/part`. */
function packageOf(module: string): string {
  return module.split('/', module.startsWith('@') ? 2 : 1).join('/');
}
