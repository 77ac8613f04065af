import { refuse } from '../../model/refusal.js';
import { isOwnPath } from '../../semantics/modules/is-own-path.js';
import type { Trap } from '../trap.js';
import { addedImports, takesDefault } from './added-imports.js';

/**
 * `const slug = require('slug')` → `import slug from 'slug'`: compiled to CommonJS without `esModuleInterop` that asks the
 * package for a member "default", which most have not. Of a package without types the compiler says nothing.
 */
export const lostInterop: Trap = (change) => {
  const { site, places } = change;
  // `'fs'` → `'node:fs'`: whoever takes the default already is given it, or has long been without it.
  const isTaken = places.some(({ old }) => old.some((each) => each.type === 'ImportDeclaration' && takesDefault(each)));
  if (isTaken) return null;
  const added = addedImports(change).find((each) => takesDefault(each) && !isOwnPath(each.source.value));
  if (!added || !site.types?.lacksInterop(site.path)) return null;
  return refuse(
    'module-file',
    `Without esModuleInterop in its tsconfig this would ask "${added.source.value}" for a member "default", which a CommonJS module has not.`,
  );
};
