import { builtinModules } from 'node:module';
import { isRelativeModule } from '../../syntax/is-relative-module.js';
import { sourceStem } from './source-stem.js';

/** Whether two specifiers of one file load the same module: Node's own by both names, a file with and without its extension. */
export function isSameModule(one: string, other: string): boolean {
  return one === other || (plainName(one) === plainName(other) && !isOfBothKinds(one, other));
}

/** `./log.mjs` and `./log.cjs` stand side by side. */
function isOfBothKinds(one: string, other: string): boolean {
  const [kind, own] = [one, other].map((each) => /\.([cm])[jt]s$/.exec(each)?.[1]);
  return isRelativeModule(one) && kind !== own;
}

function plainName(module: string): string {
  if (isRelativeModule(module)) return sourceStem(module);
  const name = module.replace(/^node:/, '');
  return builtinModules.includes(name) ? name : module;
}
